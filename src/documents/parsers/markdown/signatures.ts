import type { TextRange } from "../../document.ts";
import { trimmedRange } from "../../passages/paragraphs.ts";

/** Lines that say how the text around them is shown, and are not part of it. */
const signatures: readonly RegExp[] = [
  // Directives without a title: ":::note", ":::", "::: {.callout}".
  /^:{3,}[ \t]*[\w-]*[ \t]*(?:\{[^{}]*\})?$/,
  // Admonitions of MkDocs without a title: "!!! note".
  /^(?:!!!|\?\?\?)\+?[ \t]+[\w-]+$/,
  // Alerts of GitHub: "[!NOTE]".
  /^\[!\w+\]$/,
  // Attributes of kramdown: "{: .callout}", and templates: "{% include x %}".
  /^\{[:%#].*\}$/,
  // Shortcodes of Hugo by themselves: "{{< youtube id >}}", "{{% /notice %}}".
  /^(?:\{\{[<%](?:(?![<%]\}\}|[%>]\}\}).)*[%>]\}\}\s*)+$/,
  // Attributes alone: "{#id .class}".
  /^\{#[\w-]+[^{}]*\}$/,
  // Tables of contents that a program puts in.
  /^\[\[?_?toc_?\]\]?$|^\{:toc\}$|^\$\{?toc\}?$/i,
];
/** The same with the words of a title or of a tab, which stay: they say what the text below is about. */
const titled: readonly RegExp[] = [
  // MkDocs: '!!! note "Title"', '??? tip "Title"', '=== "Tab"'.
  /^(?:!!!|\?\?\?)\+?[ \t]+[\w-]+(?:[ \t]+[\w-]+)*[ \t]+"([^"]*[\p{L}\p{N}][^"]*)"$/u,
  /^===[+!]?[ \t]+"([^"]*[\p{L}\p{N}][^"]*)"$/u,
  // Directives: ":::warning Title", ":::note[Title]".
  /^:{3,}[ \t]*[\w-]+(?:[ \t]+|\[)([^\s{}[\]][^{}[\]]*?)\]?[ \t]*(?:\{[^{}]*\})?$/u,
  // Callouts: "[!NOTE] Title".
  /^\[!\w+\][+-]?[ \t]+([^\s].*)$/u,
  // Shortcodes and templates: '{{< tab "Title" >}}', '{% tab title="Title" %}'.
  /^\{\{[<%]\s*(?:tab|tabitem|notice|details|expand|accordion|admonition|callout|hint|alert|panel)\b[^"“”]*["“]([^"“”]*[\p{L}\p{N}][^"“”]*)["”][^{}]*[%>]\}\}$/iu,
  /^\{%-?\s*(?:tab|details|accordion|admonition)\b[^"]*"([^"]*[\p{L}\p{N}][^"]*)"[^{}]*%\}$/iu,
];

/** A stretch of a paragraph between its signatures; a title that one of them has. */
export interface Stretch extends TextRange {
  readonly isTitle?: true;
}

/** Of MDX alone: imports, exports and expressions. */
const mdxSignatures: readonly RegExp[] = [
  /^import\s.*(?:from\s*)?["'][^"']+["'];?$/,
  /^export\s+(?:const|let|var|default|function|\{)/,
];

/** The stretches of a paragraph between its signatures; lines of a block quote keep their marks. */
export function withoutSignatures(text: string, range: TextRange, isMdx: boolean): Stretch[] {
  const stretches: Stretch[] = [];
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
    const isTitled = titled.some((pattern) => pattern.test(bare));
    if (!isTitled && !patterns.some((pattern) => pattern.test(bare))) continue;
    close(range.start + index);
    from = range.start + index + line.length;
    if (!isTitled) continue;
    stretches.push({
      ...trimmedRange(text, { start: range.start + index + quoteLength(line), end: from }),
      isTitle: true,
    });
  }
  close(range.end);
  return stretches;
}

/** How many characters at the beginning of a line set it in or say that it is quoted. */
function quoteLength(line: string): number {
  return /^[ \t>]*/.exec(line)?.[0].length ?? 0;
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
  // What a list of provisions ends its lines with ends statements in code.
  const bare = provision.test(lines[0] ?? "") ? words.replace(/;(?=[ \t]*(?:[\n\r]|$))/g, "") : words;
  if (/[{};=<>$|\\]|\w\(|\/\//.test(bare)) return false;
  return (
    lines.every((line) => provision.test(line) || /\p{L}\s+\p{L}/u.test(line)) &&
    (provision.test(lines[0] ?? "") || lines.some((line) => sentence.test(line)))
  );
}

/** Directives of MyST whose content is text, and no code: ```` ```{note} ````. */
const proseDirectives = new Set(
  `admonition attention card caution danger dropdown epigraph error glossary highlights hint important note pull-quote
  seealso sidebar tip topic versionadded versionchanged deprecated warning`.split(/\s+/u),
);

/** Whether a fenced block is a directive that sets text apart. @param info what stands behind the fence */
export function isProseDirective(info: string): boolean {
  return proseDirectives.has(/^\{([\w-]+)\}$/u.exec(info.trim())?.[1] ?? "");
}
