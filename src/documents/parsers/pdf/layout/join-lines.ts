import { alternatives } from "../../../language-rules.ts";

/** What stands after a hyphen that only takes the place of the same second part: "Ein- und Ausgang". */
const suspended = new RegExp(`^(?:${alternatives((rules) => rules.behindSuspendedHyphen)})\\b`, "u");
const lineHyphen = /\p{L}[-\u2010\u00ad]$/u;

/**
 * Joins the lines of a paragraph with spaces. A word that was hyphenated at the end of a line is put together, unless
 * the document writes it with the hyphen elsewhere.
 * @param hyphenated lower-case words that the document writes with a hyphen within a line.
 */
export function joinLines(lines: readonly string[], hyphenated: ReadonlySet<string>): string {
  let text = "";
  for (const line of lines) text = text === "" ? line : joinTwo(text, line, hyphenated);
  return text.replaceAll("\u00ad", "");
}

function joinTwo(before: string, after: string, hyphenated: ReadonlySet<string>): string {
  const tail = before.slice(-80);
  if (!lineHyphen.test(tail) || suspended.test(after)) return `${before} ${after}`;
  const isLower = /^\p{Ll}/u.test(after);
  const first = /[\p{L}-]+[-\u2010]$/u.exec(tail)?.[0] ?? "";
  const second = /^\p{L}+/u.exec(after)?.[0] ?? "";
  if (!tail.endsWith("\u00ad") && (!isLower || hyphenated.has(plain(first + second)))) return before + after;
  return before.slice(0, -1) + after;
}

/** The words with a hyphen within these lines, lower-case. */
export function hyphenatedWords(lines: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.matchAll(/\p{L}+(?:[-\u2010]\p{L}+)+/gu)) words.add(plain(word));
  }
  return words;
}

function plain(word: string): string {
  return word.replaceAll("\u2010", "-").toLowerCase();
}
