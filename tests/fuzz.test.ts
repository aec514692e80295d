import { beforeAll, describe, expect, it } from "vitest";
import { createDocument } from "../src/documents/read-document.ts";
import { askIsland } from "./answering/island.ts";
import { documentSamples } from "./contracts/document-samples.ts";
import { zipFile } from "./documents/files/zip-file.ts";
import { fuzzTargets, inTime } from "./fuzz/targets.ts";

const runs = 200;
const eachMs = 1500;
const million = 1_000_000;

// The first of each makes ready what all others use.
beforeAll(async () => {
  for (const { file, bytesWith } of Object.values(documentSamples))
    await createDocument(bytesWith([]), file, { key: "k", detectLanguage: () => "en" });
  await askIsland("Warum dauert die erste Frage am längsten, and why is the first question slow?");
}, 60_000);

describe("what strangers write breaks nothing and takes no second", () => {
  it.each(fuzzTargets)("$name", (target) => target.check({ seed: 7, runs, endAfterMs: eachMs }));
});

const documents: readonly (readonly [string, string, () => string | Uint8Array])[] = [
  ["a word of 1 MB", "a.txt", () => "x".repeat(million)],
  ["an umlaut word of 1 MB", "a.md", () => "ä".repeat(million / 2)],
  ["thousands of combining marks", "a.txt", () => `Zalgo ${"\u0301".repeat(100_000)}`],
  ["lone surrogates", "a.txt", () => "\ud800\udc00\udc00\ud800 Wort. ".repeat(10_000)],
  ["direction marks", "a.txt", () => "\u202eWort\u2066. ".repeat(30_000)],
  ["abbreviations without end", "a.txt", () => "z. B. d. h. u. a. ".repeat(20_000)],
  ["numbers and dots without end", "a.txt", () => "1.".repeat(200_000)],
  ["blank lines without end", "a.txt", () => `a${"\n \t".repeat(200_000)}b`],
  ["quotes in quotes", "a.md", () => `${"> ".repeat(3000)}tief`],
  ["lists in lists", "a.md", () => Array.from({ length: 400 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")],
  ["brackets without end", "a.md", () => `${"[".repeat(20_000)}a`],
  ["emphasis without end", "a.md", () => "*a_".repeat(20_000)],
  ["backticks of all lengths", "a.md", () => Array.from({ length: 600 }, (_, length) => "`".repeat(length)).join("a")],
  ["a table of many columns", "a.md", () => `${"|a".repeat(3000)}|\n${"|-".repeat(3000)}|\n${"|b".repeat(3000)}|`],
  ["elements in elements", "a.html", () => `${"<div>".repeat(5000)}tief`],
  ["attributes without end", "a.html", () => `<p ${"a=b ".repeat(50_000)}>Text`],
  ["comments that do not end", "a.html", () => `<p>Text${"<!--".repeat(50_000)}`],
  ["an image with the name of a text", "a.txt", () => Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)],
  [
    "an archive that unpacks to very much",
    "a.docx",
    () => zipFile([{ name: "word/document.xml", content: new Uint8Array(120 * 1024 * 1024) }]),
  ],
];

describe("documents that are made to hurt", () => {
  it.each(documents)("%s", { timeout: 30_000 }, async (name, file, make) => {
    const made = make();
    const bytes = typeof made === "string" ? Buffer.from(made) : made;
    const before = process.memoryUsage().rss;
    await inTime(name, () => createDocument(bytes, file, { key: "k", detectLanguage: () => "de" }));
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024);
  });
});
