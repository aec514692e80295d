import fc from "fast-check";
import { documentSamples } from "../contracts/document-samples.ts";

/** Texts that programs stumble over. Each is short to write and long to read. */
const pieces = [
  "\ud800",
  "\udc00",
  "\u0000",
  "\u202e",
  "\u2066",
  "\ufeff",
  "\u0301",
  "\u200d",
  "😀",
  "ﷺ",
  "İ",
  "ß",
  "\r\n\r\n",
  "> ",
  "# ",
  "- ",
  "```",
  "||",
  "[",
  "](",
  "![",
  "<div>",
  "<!--",
  "</script>",
  "&amp",
  "&#x110000;",
  "| a |\n|-|\n",
  "---\n",
  "@everyone",
  "<@123456789012345678>",
  "\u001b[31m",
  "(a+)+$",
  "z. B. ",
  "1.1.1.",
  "12.13.",
  "und ",
  "Leuchtturm",
  "__proto__",
  "constructor",
] as const;

const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
  .map((codes) => String.fromCharCode(...codes));
const sentence = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 20 })), {
  maxLength: 80,
});
/** One piece over and over: nesting, combining marks, bombs for regular expressions. */
const repeated = fc
  .tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 3000 }), fc.constantFrom(...pieces))
  .map(([piece, times, end]) => piece.repeat(times) + end);

export const hostileText = fc.oneof(
  units,
  sentence.map((parts) => parts.join("")),
  sentence.map((parts) => parts.join(" ")),
  repeated,
  fc.tuple(repeated, repeated).map((parts) => parts.join("\n\n")),
);

/** Files of every format that is read: hostile texts, random bytes, and good files with bytes changed or cut off. */
export const hostileFile: fc.Arbitrary<{ readonly name: string; readonly bytes: Uint8Array }> = fc.oneof(
  fc.record({ name: fc.constantFrom("a.txt", "a.md"), bytes: hostileText.map((text) => Buffer.from(text)) }),
  fc.record({ name: fc.constantFrom("a.txt", "a.md"), bytes: fc.uint8Array({ maxLength: 3000 }) }),
  fc.record({ name: fc.constantFrom("a.html", "a.pdf", "a.docx"), bytes: fc.uint8Array({ maxLength: 1000 }) }),
  hostileText.map((text) => ({ name: "a.html", bytes: Buffer.from(`<p>${text}`) })),
  fc
    .tuple(
      fc.constantFrom(...Object.values(documentSamples)),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 20 }),
      fc.option(fc.nat(), { nil: undefined }),
    )
    .map(([{ file, bytesWith }, changes, end]) => {
      const copy = Uint8Array.from(bytesWith([]));
      for (const [at, value] of changes) copy[at % copy.length] = value;
      return { name: file, bytes: end === undefined ? copy : copy.subarray(0, end % copy.length) };
    }),
);

const snippets = fc.constantFrom(
  "documents",
  "file",
  "title",
  "key",
  "url",
  "published",
  "guilds",
  "../x",
  "/etc/passwd",
  "__proto__",
  "2023-13-45",
);

/** What may stand in a `sources.json`: broken JSON, and JSON of the wrong shape. */
export const hostileJson = fc.oneof(
  hostileText,
  fc.json({ maxDepth: 6 }),
  fc
    .array(fc.dictionary(snippets, fc.oneof(snippets, hostileText, fc.jsonValue())), { maxLength: 5 })
    .map((documents) => JSON.stringify({ documents })),
  fc.integer({ min: 1, max: 20_000 }).map((depth) => "[".repeat(depth)),
  fc.integer({ min: 1, max: 20_000 }).map((depth) => `{"documents":${"[".repeat(depth)}${"]".repeat(depth)}}`),
);

const parts = fc.constantFrom(
  "f1",
  "f0",
  "p",
  "x",
  "c",
  "s",
  "f",
  "m",
  "d",
  "h",
  "o",
  "l",
  "k",
  "r",
  "a",
  "de",
  "0",
  "-1",
  "999999999",
  "zzzzzzzzzzzzz",
  "leuchtturm:2",
  "../..",
  "__proto__",
  "",
  "2024-01-01",
  "0123456789",
);

export const hostileCustomId = fc.oneof(
  fc.array(parts, { maxLength: 10 }).map((words) => words.join("|")),
  fc.array(parts, { maxLength: 10 }).map((words) => `f1|${words.join("|")}`),
  hostileText,
);

export const hostileCitation = fc.oneof(
  fc
    .array(fc.oneof(parts, fc.constantFrom(":", "@", "[", "]", "¶", "#", " ", "3b", "…")), { maxLength: 12 })
    .map((words) => words.join("")),
  hostileText,
);
