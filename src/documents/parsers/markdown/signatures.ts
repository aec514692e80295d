import type { TextRange } from "../../document.ts";
import { trimmedRange } from "../../passages/paragraphs.ts";

/** Lines that say how the text around them is shown, and are no words of it. */
const signatures: readonly RegExp[] = [
  // Directives without a title: ":::note", ":::", "::: {.callout}".
  /^:{3,}[ \t]*[\w-]*[ \t]*(?:\{[^{}]*\})?$/,
  // Admonitions of MkDocs without a title: "!!! note".
  /^(?:!!!|\?\?\?)\+?[ \t]+[\w-]+$/,
  // Alerts of GitHub: "[!NOTE]".
  /^\[!\w+\]$/,
  // Attributes of kramdown: "{: .callout}", and templates: "{% include x %}".
  /^\{[:%#].*\}$/,
  // Attributes alone: "{#id .class}".
  /^\{#[\w-]+[^{}]*\}$/,
  // Tables of contents that a program puts in.
  /^\[\[?_?toc_?\]\]?$|^\{:toc\}$|^\$\{?toc\}?$/i,
];
/** Of MDX alone: imports, exports and expressions. */
const mdxSignatures: readonly RegExp[] = [
  /^import\s.*(?:from\s*)?["'][^"']+["'];?$/,
  /^export\s+(?:const|let|var|default|function|\{)/,
];

/** The stretches of a paragraph between its signatures; lines of a block quote keep their marks. */
export function withoutSignatures(text: string, range: TextRange, isMdx: boolean): TextRange[] {
  const stretches: TextRange[] = [];
  const patterns = isMdx ? [...signatures, ...mdxSignatures] : signatures;
  const slice = text.slice(range.start, range.end);
  if (isMdx && (/^export\s+(?:const|let|var|default|function)/.test(slice) || /^\{[\s\S]*\}$/.test(slice))) return [];
  let from = range.start;
  const close = (end: number): void => {
    const stretch = trimmedRange(text, { start: from, end });
    if (stretch.start < stretch.end) stretches.push(stretch);
  };
  for (const { 0: line, index } of slice.matchAll(/[^\n\r]+/g)) {
    const bare = line.replace(/^[ \t>]+/, "").trim();
    if (!patterns.some((pattern) => pattern.test(bare))) continue;
    close(range.start + index);
    from = range.start + index + line.length;
  }
  close(range.end);
  return stretches;
}

/** Whether a list leads to places of its own page and nowhere else. */
export function isContentsList(words: string): boolean {
  const lines = words.split(/[\n\r]+/).filter((line) => line.trim() !== "");
  const toHere = /^[\s>]*(?:[-*+]|\d{1,3}[.)])\s+(?:\*\*)?\[[^\n]*\]\(#[^()\s]*\)(?:\*\*)?\s*$/;
  return lines.length > 1 && lines.every((line) => toHere.test(line));
}

/** Whether a paragraph is nothing but pictures, with or without links around them: badges, logos. */
export function isPictures(words: string): boolean {
  const rest = words.replace(/\[?!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])(?:\]\([^()]*\)|\]\[[^[\]]*\])?/g, "");
  return rest !== words && rest.trim() === "";
}

/** Lines that nobody writes as code: of a statute's numbering, of a list, or sentences. */
const provision = /^(?:§|\(?(?:\d{1,3}|\p{L}{1,3})[.)]|[-*•–])\s+\S/u;
const sentence = /^["„“»(]?\p{Lu}[^{};=<>$]*\s[^{};=<>$]*[.:!?,;]$/u;

/** Whether a block that is code by its indentation alone is text that somebody set in. */
export function isProse(words: string): boolean {
  const lines = words
    .split(/[\n\r]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (/[{};=<>$|\\]|\w\(|\/\//.test(words)) return false;
  return (
    lines.every((line) => provision.test(line) || /\p{L}\s+\p{L}/u.test(line)) &&
    (provision.test(lines[0] ?? "") || lines.some((line) => sentence.test(line)))
  );
}
