import type { SourceDocument } from "../../../src/documents/document.ts";
import { passagesOf } from "../../../src/documents/passages/passages.ts";
import { documentOf } from "../make-document.ts";

/** A sentence that is long enough to be a passage by itself. */
export const prose = (words: string) =>
  `${words}, und das steht hier in einem Satz, der so lang ist, dass man ihn allein lesen kann.`;
export const code = (...lines: string[]) => ["```ts", ...lines, "```"].join("\n");
export const markdown = (...blocks: string[]) => documentOf(["# Titel", ...blocks].join("\n\n"), { file: "a.md" });

export function wordsOf(document: SourceDocument, passages = passagesOf(document)): string[] {
  return passages.map(({ range }) => document.canonicalText.slice(range.start, range.end));
}
