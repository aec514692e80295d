import * as z from "zod";
import { parseSources, sourcesFileName } from "../../documents/metadata/sources-file.ts";
import { AppError } from "../../errors.ts";
import type { Stated } from "../kept/fetched-pages.ts";
import { findList } from "./json-list.ts";

/** What `sources.json` should say of a file. */
export interface WantedSource {
  readonly file: string;
  /** Undefined: the file is gone. */
  readonly wanted: Stated | undefined;
  /** What was written before; undefined: nothing yet. */
  readonly written: Stated | undefined;
}

const entrySchema = z.looseObject({ file: z.string() });
const fields = ["url", "published"] as const;

/**
 * Makes `sources.json` say where files are from. What somebody else wrote stays to the letter: other entries, other fields, and
 * those of these fields that somebody has changed or taken out since they were written here.
 * @param text undefined where there is no file
 * @returns the new text, the same where nothing is to change; and what it says of each file because of this program
 * @throws AppError `sources-invalid`
 */
export function stateSources(
  text: string | undefined,
  wishes: readonly WantedSource[],
): { readonly text: string | undefined; readonly written: ReadonlyMap<string, Stated> } {
  const written = new Map<string, Stated>();
  const json = text ?? '{\n  "documents": [\n  ]\n}\n';
  parseSources(json);
  const found = findList(json, "documents");
  if (found === undefined) throw new AppError("sources-invalid", `${sourcesFileName} has no list.`, "Correct it.");
  const wishOf = new Map(wishes.map((wish) => [wish.file, wish]));
  const elements: { before: string; after: string | undefined }[] = [];
  for (const { start, end } of found.elements) {
    const before = json.slice(start, end);
    const entry = entrySchema.parse(JSON.parse(before));
    const wish = wishOf.get(entry.file);
    if (wish === undefined) {
      elements.push({ before, after: before });
      continue;
    }
    wishOf.delete(wish.file);
    if (wish.wanted === undefined) {
      elements.push({ before, after: isOwn(entry, wish.written) ? undefined : before });
      continue;
    }
    const { next, own } = merged(entry, wish.wanted, wish.written);
    written.set(wish.file, own);
    const isSame = JSON.stringify(next) === JSON.stringify(entry);
    elements.push({ before, after: isSame ? before : inStyleOf(before, next, indentAt(json, start)) });
  }
  const added = [...wishOf.values()].flatMap(({ file, wanted }) => {
    if (wanted === undefined) return [];
    written.set(file, wanted);
    return [inLine({ file, ...wanted })];
  });
  const isSame = added.length === 0 && elements.every(({ before, after }) => before === after);
  if (isSame) return { text, written };
  return { text: withElements(json, found, elements, added), written };
}

function merged(entry: Record<string, unknown>, wanted: Stated, written: Stated | undefined) {
  const next = { ...entry };
  const own: { url?: string; published?: string } = {};
  for (const field of fields) {
    const [now, before, wish] = [entry[field], written?.[field], wanted[field]];
    // Somebody has written it, changed it or taken it out; what was written here is remembered, so that it stays so.
    if (now !== before) {
      if (before !== undefined) own[field] = before;
      continue;
    }
    if (wish === undefined) delete next[field];
    else next[field] = own[field] = wish;
  }
  return { next, own };
}

/** Whether an entry says nothing but what this program wrote. */
function isOwn(entry: Record<string, unknown>, written: Stated | undefined): boolean {
  const { file: _, ...rest } = entry;
  return Object.entries(rest).every(
    ([name, value]) => (name === "url" || name === "published") && written?.[name] === value,
  );
}

/** The text between elements is somebody's too, so only what stands beside a change is written anew. */
function withElements(
  json: string,
  { list, elements: ranges }: NonNullable<ReturnType<typeof findList>>,
  elements: readonly { readonly after: string | undefined }[],
  added: readonly string[],
): string {
  const newline = json.includes("\r\n") ? "\r\n" : "\n";
  let inside = "";
  let end = list.start + 1;
  let isFirst = true;
  for (const [index, range] of ranges.entries()) {
    const after = elements[index]?.after;
    const gap = json.slice(end, range.start);
    end = range.end;
    if (after === undefined) continue;
    inside += `${isFirst ? gap.replace(",", "") : gap}${after}`;
    isFirst = false;
  }
  const first = ranges[0];
  const indent = first === undefined ? `${newline}    ` : json.slice(list.start + 1, first.start);
  for (const entry of added) {
    inside += `${isFirst ? "" : ","}${indent}${entry}`;
    isFirst = false;
  }
  return json.slice(0, list.start + 1) + inside + json.slice(end);
}

/** As entries stand that fit in a line: `{ "file": "a.md", "url": "…" }`. */
function inLine(entry: Record<string, unknown>): string {
  return JSON.stringify(entry, undefined, 1)
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
}

function inStyleOf(before: string, entry: Record<string, unknown>, indent: string): string {
  if (!before.includes("\n")) return inLine(entry);
  const newline = before.includes("\r\n") ? "\r\n" : "\n";
  return JSON.stringify(entry, undefined, 2).replaceAll("\n", `${newline}${indent}`);
}

/** The white space at the beginning of the line. */
function indentAt(json: string, at: number): string {
  const line = json.slice(json.lastIndexOf("\n", at - 1) + 1, at);
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}
