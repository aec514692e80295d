import fc from "fast-check";
import type { JsonObject } from "../../../discord-stand-in/json.ts";

const strange: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e300,
  "",
  "0",
  "x".repeat(5000),
  "\ud800",
  "99999999999999999999",
  "__proto__",
  [],
  {},
  [[]],
  [null],
  { id: null },
];

/** What Discord sends, with fields missing or holding something else; up to three of them. */
export function changedPayload(payload: JsonObject): fc.Arbitrary<JsonObject> {
  const paths = pathsOf(payload);
  const change = fc.record({
    path: fc.constantFrom(...paths),
    value: fc.option(fc.constantFrom(...strange), { nil: undefined }),
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    let changed: JsonObject = payload;
    for (const { path, value } of changes) changed = changedAt(changed, path, value);
    return changed;
  });
}

type Path = readonly string[];

function pathsOf(value: unknown, above: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [[...above, key], ...pathsOf(part, [...above, key])]);
}

/** @param value in the place of what is there; undefined takes it away */
function changedAt(payload: JsonObject, [key, ...below]: Path, value: unknown): JsonObject {
  if (key === undefined || !(key in payload)) return payload;
  const entries = Object.entries(payload).flatMap(([name, part]): [string, unknown][] => {
    if (name !== key) return [[name, part]];
    if (below.length > 0) return [[name, isObject(part) ? changedAt(part, below, value) : part]];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
