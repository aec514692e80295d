import type { TextRange } from "../../document.ts";
import { trimmedRange } from "../../passages/paragraphs.ts";
import { isBox, type Shortcode, shortcodesIn } from "./shortcodes.ts";

/** What stands behind the names of some directives is no title: "```{figure} plan.png". */
const setting =
  /^(?::{3,}|`{3,}|~{3,})[ \t]*\{(?:figure|image|grid|grid-item|tab-set|margin|include|toctree|code|code-block|literalinclude|mermaid)\}(?:[ \t].*)?$/;

/** Blocks of MkDocs that begin behind three slashes, as comments of programs do. */
const blockName =
  "(?:(?:figure-|table-)?caption|admonition|details|tab|html|define|note|abstract|info|tip|hint|success|question|warning|attention|caution|important|failure|danger|error|bug|example|quote)";

/** Lines that say how the text around them is shown, and are not part of it. */
const signatures: readonly RegExp[] = [
  // Directives without a title: ":::note", ":::", "::: {.callout}", "```{note}".
  /^(?::{3,}|`{3,}|~{3,})[ \t]*[\w-]*[ \t]*(?:\{[^{}]*\})?$/,
  setting,
  // What is said to a printer: "\\newpage".
  /^\\(?:newpage|pagebreak|clearpage|tableofcontents|listoffigures|listoftables|appendix)$/,
  // Admonitions of MkDocs without a title: "!!! note", '!!! danger ""'.
  /^(?:!!!|\?\?\?)\+?[ \t]+[\w-]+(?:[ \t]+[\w-]+)*(?:[ \t]+"[^"\p{L}\p{N}]*")?$/u,
  // Alerts of GitHub: "[!NOTE]", and callouts of Obsidian: "[!tip]+".
  /^\[![\w-]+(?:\|[^[\]\n]*)?\][+-]?$/,
  // What programs put in from elsewhere: "![[page]]", '--8<-- "file"', "<<< @/file", "@[code](file)".
  /^!\[\[[^[\]|\n]+(?:\|\d+(?:x\d+)?)?\]\]$/,
  /^;?-{1,2}8<-{1,2}(?:[ \t].*)?$/,
  /^<<<[ \t]+\S.*$/,
  /^@\[code[^[\]\n]*\]\(\S+\)$/,
  // Names of paragraphs: "^id".
  /^\^[\w-]+$/,
  // Attributes of kramdown: "{: .callout}", and comments of templates.
  /^\{[:#].*\}$/,
  // Blocks of MkDocs: "/// caption", "///".
  new RegExp(`^/{3,}(?:[ \\t]+${blockName})?$`),
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
  // Of MyST and Quarto: ":::{admonition} Title", '::: {.callout-note title="Title"}'.
  /^(?::{3,}|`{3,}|~{3,})[ \t]*\{[\w:-]+\}[ \t]+(\S.*)$/u,
  /^:{3,}[ \t]*\{[^{}]*\btitle="([^"{}]*[\p{L}\p{N}][^"{}]*)"[^{}]*\}$/u,
  // Blocks of MkDocs: "/// note | Title".
  new RegExp(`^/{3,}[ \\t]+${blockName}[ \\t]+\\|[ \\t]+(\\S.*)$`, "u"),
  // Callouts: "[!NOTE] Title".
  /^\[![\w-]+(?:\|[^[\]\n]*)?\][+-]?[ \t]+([^\s].*)$/u,
];

/** A stretch of a paragraph between its signatures; a title that one of them has. */
export interface Stretch extends TextRange {
  readonly isTitle?: true;
  readonly isCaption?: true;
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
  // Comments of Obsidian, and styles that Confluence leaves in its pages.
  if (/^%%[\s\S]*%%$/.test(slice) || /^\/\\?\*<!\\?\[CDATA\\?\[[\s\S]*\]\\?\]>\\?\*\/$/.test(slice)) return [];
  let from = range.start;
  const close = (end: number): void => {
    const stretch = trimmedRange(text, { start: from, end });
    if (stretch.start < stretch.end) stretches.push(stretch);
  };
  const shortcodes = shortcodesIn(text, range);
  let isBelowDirective = false;
  for (const { 0: line, index } of slice.matchAll(/[^\n\r]+/g)) {
    const start = range.start + index;
    const bare = line.replace(/^[ \t>]+/, "").trim();
    const isSignature = patterns.some((pattern) => pattern.test(bare));
    const isTitled = titled.some((pattern) => pattern.test(bare)) && !setting.test(bare);
    const isOption: boolean = isBelowDirective && /^:[\w-]+:(?:\s.*)?$/.test(bare);
    isBelowDirective = isOption || /^(?::{3,}|`{3,}|~{3,})[ \t]*\{[\w:-]+\}/.test(bare);
    if (isTitled || isSignature || isOption) {
      close(start);
      from = start + line.length;
      if (isTitled)
        stretches.push({ ...trimmedRange(text, { start: start + quoteLength(line), end: from }), isTitle: true });
      continue;
    }
    // Those over several lines stand by themselves, and are told where they begin.
    if (shortcodes.some((one) => one.start < start && one.end > start)) continue;
    const own = shortcodes.filter((one) => one.start >= start && one.start < start + line.length);
    for (const { start: at, end, title, words } of edgesOf(
      text,
      own,
      start + quoteLength(line),
      Math.max(start + line.trimEnd().length, own.at(-1)?.end ?? 0),
    )) {
      close(at);
      from = end;
      if (title !== undefined) stretches.push({ start: at, end, isTitle: true });
      else if (words !== undefined) {
        const { isCaption, ...said } = words;
        stretches.push({ ...said, ...(isCaption ? { isCaption } : {}) });
      }
    }
  }
  close(range.end);
  return stretches;
}

/** The shortcodes with which a line begins or ends: those around other text, and any where nothing else stands on it. */
function edgesOf(text: string, shortcodes: readonly Shortcode[], start: number, end: number): readonly Shortcode[] {
  if (shortcodes.length === 0) return [];
  const isBlank = (from: number, to: number): boolean => text.slice(from, to).trim() === "";
  const gaps = [start, ...shortcodes.map((one) => one.end)].map(
    (from, i) => [from, shortcodes[i]?.start ?? end] as const,
  );
  if (gaps.every(([from, to]) => isBlank(from, to))) return shortcodes;
  let first = 0;
  for (let one = shortcodes[first]; one !== undefined; one = shortcodes[first]) {
    const [from, to] = gaps[first] ?? [0, 0];
    if (!isBox(one) || !isBlank(from, to)) break;
    first += 1;
  }
  let last = shortcodes.length;
  for (let one = shortcodes[last - 1]; one !== undefined && last > first; one = shortcodes[last - 1]) {
    const [from, to] = gaps[last] ?? [0, 0];
    if (!isBox(one) || !isBlank(from, to)) break;
    last -= 1;
  }
  // Where one box ends and the next one begins.
  const isBetween = (at: number): boolean => {
    const [before, one, next] = [shortcodes[at - 1], shortcodes[at], shortcodes[at + 1]];
    if (one === undefined || !isBox(one)) return false;
    const other = one.isClosing ? next : before;
    const [from, to] = gaps[one.isClosing ? at + 1 : at] ?? [0, 0];
    return other !== undefined && isBox(other) && other.isClosing !== one.isClosing && isBlank(from, to);
  };
  return shortcodes.filter((_, at) => at < first || at >= last || isBetween(at));
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
  const rest = words.replace(
    /\[?!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])(?:\{[^{}\n]*\})?(?:\]\([^()]*\)|\]\[[^[\]]*\])?(?:\{[^{}\n]*\})?/g,
    "",
  );
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
