import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { components } from "../../../src/discord/components/components.ts";
import { type CustomId, customId, splitCustomId } from "../../../src/discord/custom-ids/custom-id.ts";
import * as ids from "../../../src/discord/custom-ids/ids.ts";
import { customIdChars } from "../../../src/discord/limits.ts";

const snowflake = fc.bigInt({ min: 1n, max: (1n << 63n) - 1n }).map(String);
const locale = fc.constantFrom("de" as const, "en" as const);
const count = fc.nat({ max: 999_999_999 });
const hex = fc.stringMatching(/^[0-9a-f]{10}$/);
const day = fc.constantFrom("", "2023-09-12", "1999-01-01");
const scope = { source: fc.oneof(fc.constant(""), hex), from: day, until: day };
const key = fc.stringMatching(/^[a-z0-9]{1,20}(?:-[a-z0-9]{1,19}){0,2}$/);
const reference = fc
  .tuple(
    key,
    fc.integer({ min: 1, max: 9_999_999 }),
    fc.constantFrom("", "a", "zz"),
    fc.stringMatching(/^[0-9a-f]{12}$/),
  )
  .map(([document, paragraph, part, fingerprint]) => `${document}:${paragraph}${part}@${fingerprint}`);

function roundTrip<T>(id: CustomId<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, (value) => {
      const text = id.encode(value);
      expect(text.length).toBeLessThanOrEqual(customIdChars);
      const split = splitCustomId(text);
      expect(split?.kind).toBe(id.kind);
      expect(id.decode(split?.fields ?? [])).toEqual(value);
    }),
  );
}

describe("custom ids", () => {
  it("come back as they were written, within 100 characters", () => {
    roundTrip(ids.pageId, fc.record({ asker: snowflake, locale, offset: count, closest: count, ...scope }));
    roundTrip(ids.contextId, fc.record({ reference }));
    roundTrip(ids.citeId, fc.record({ reference }));
    roundTrip(ids.styleId, fc.record({ reference }));
    roundTrip(ids.shareId, fc.record({ asker: snowflake }));
    roundTrip(ids.shareFileId, fc.record({ asker: snowflake, file: hex }));
    roundTrip(ids.deleteId, fc.record({ asker: snowflake }));
    roundTrip(ids.openFollowUpId, fc.record(scope));
    roundTrip(ids.followUpId, fc.record(scope));
    roundTrip(ids.hitsId, fc.record({ asker: snowflake, locale, offset: count }));
    roundTrip(ids.sourcesId, fc.record({ asker: snowflake, locale, page: count }));
    roundTrip(ids.readingId, fc.record({ key, page: count, part: count }));
    roundTrip(ids.aroundId, fc.record({ key, paragraph: count }));
    roundTrip(ids.readAtId, fc.record({ reference }));
    roundTrip(ids.openId, fc.constant({}));
    roundTrip(ids.readId, fc.constant({}));
  });

  it("are one of a kind, and each kind has its handler", () => {
    const kinds = Object.values(ids).map((id) => id.kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(components.map((handler) => handler.kind).sort()).toEqual([...kinds].sort());
  });

  it.each(["", "|", "f1", "f0|p|1", "p|1|2", "x".repeat(101), "f1|x|a:1|".padEnd(200, "y"), "fundstelle:next"])(
    "of another version or origin are not taken apart: %j",
    (text) => {
      expect(splitCustomId(text)).toBeUndefined();
    },
  );

  it("have Discord's 100 characters and not one more", () => {
    const words = customId("w", { words: z.string() });
    const room = customIdChars - words.encode({ words: "" }).length;
    const longest = words.encode({ words: "x".repeat(room) });
    expect(splitCustomId(longest)).toEqual({ kind: "w", fields: ["x".repeat(room)] });
    expect(splitCustomId(`${longest}x`)).toBeUndefined();
    expect(() => words.encode({ words: "x".repeat(room + 1) })).toThrow("The custom id w has 101 characters");
  });

  it.each([
    ["too few fields", ids.pageId, ["1", "d"]],
    ["a field too many", ids.openId, ["1"]],
    ["a person that is none", ids.deleteId, ["../.."]],
    ["a person of more than 64 bits", ids.deleteId, ["zzzzzzzzzzzzz0"]],
    ["a negative page", ids.readingId, ["leuchtturm", "-1", "0"]],
    ["a path for a key", ids.readingId, ["../../etc/passwd", "1", "0"]],
    ["a citation that is none", ids.contextId, ["leuchtturm"]],
    ["a mark that is none", ids.openFollowUpId, ["XYZ", "", ""]],
    ["a day that is none", ids.openFollowUpId, ["", "heute", ""]],
  ] as const)("hold nothing hostile: %s", (_name, id, fields) => {
    expect(id.decode(fields)).toBeUndefined();
  });

  it("never throw, whatever is sent", () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.array(fc.string(), { maxLength: 8 }).map((parts) => ["f1", ...parts].join("|")),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const split = splitCustomId(text);
        if (split === undefined) return;
        for (const id of Object.values(ids)) id.decode(split.fields);
      }),
    );
  });
});
