import type { ParsedParagraph } from "../parser.ts";

const maxLineChars = 120;
/** Parts of the line at the top or the foot of a page, set apart from one another: "Meier      Informational      [Page 2]". */
const apart = /\S {3,}\S/;
const pageNumber = /\[Page (?:\d+|[ivxlc]+)\]$/iu;
const leaders = /(?:\.[ .]*){4,}\s*\d{1,4}$/;
/** The foot of a manual page. */
const manual = /^\S.* {3,}(\S+\(\d\w{0,4}\))$/u;

/**
 * Hides the lines at the top and the foot of the pages of a text that was written to be printed, and the lines of its table
 * of contents, which lead with dots to the number of a page.
 */
export function withHiddenFrames(text: string, paragraphs: readonly ParsedParagraph[]): ParsedParagraph[] {
  const words = paragraphs.map(({ range: { start, end } }) =>
    end - start > maxLineChars ? "" : text.slice(start, end).replace(/\d+/gu, "0"),
  );
  const isPaged = words.some((line) => pageNumber.test(line));
  const seen = new Map<string, number>();
  for (const line of isPaged ? words : []) if (isLine(line)) seen.set(line, (seen.get(line) ?? 0) + 1);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  const page = manual.exec(last)?.[1];
  return paragraphs.map((paragraph, i): ParsedParagraph => {
    const line = words[i] ?? "";
    if (paragraph.kind !== undefined) return paragraph;
    const isFoot = i === words.length - 1 && page !== undefined && first.endsWith(page);
    if (isFoot || (isLine(line) && pageNumber.test(line)) || (seen.get(line) ?? 0) > 1) {
      const rule = pageNumber.test(line) ? "page-number" : "running-head";
      return { range: paragraph.range, kind: "boilerplate", rule };
    }
    const { start, end } = paragraph.range;
    return isContents(text.slice(start, end))
      ? { range: paragraph.range, kind: "boilerplate", rule: "contents" }
      : paragraph;
  });
}

function isLine(words: string): boolean {
  return !/[\r\n]/u.test(words) && apart.test(words);
}

function isContents(words: string): boolean {
  if (!words.includes("....") && !words.includes(". . .")) return false;
  const lines = words.split(/[\r\n]+/u).filter((line) => line.trim() !== "");
  return lines.length > 1 && lines.every((line) => leaders.test(line.trimEnd()));
}
