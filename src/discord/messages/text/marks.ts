/** The marks of Discord's Markdown in what people write. */

const spoiler = /\|\|([\s\S]+?)\|\|/gu;
const hidden = "▮▮▮";

/** A text without its marks, except those of spoilers: bold text, code and links are reduced to their words. */
export function withoutMarks(text: string): string {
  return text
    .replace(/```(?:[a-z]+\n)?([\s\S]*?)```/giu, " $1 ")
    .replace(/`([^`\n]+)`/gu, "$1")
    .replace(/\[([^\]\n]+)\]\(<?https?:[^)\s]+\)/giu, "$1")
    .replace(/^(?:#{1,3}|-#|>>>|>|[-*])\s+/gmu, "")
    .replace(/(\*\*\*|\*\*|__|~~)(?=\S)([^*_~]+?)(?<=\S)\1/gu, "$2")
    .replace(/(?<![\p{L}\p{N}*_\\])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, "$2");
}

/** Removes spoiler marks as well. For looking things up only; the result must never be shown. */
export function withoutSpoilers(text: string): string {
  return text.replace(spoiler, "$1");
}

/** A text for a place that knows no spoilers: what they hide is left out. */
export function hideSpoilers(text: string): string {
  return text.replace(spoiler, hidden);
}

/** A text written by `write`, with its spoilers as spoilers. */
export function mapAroundSpoilers(text: string, write: (part: string) => string): string {
  let end = 0;
  let written = "";
  for (const match of text.matchAll(spoiler)) {
    written += `${write(text.slice(end, match.index))}||${write(match[1] ?? "")}||`;
    end = match.index + match[0].length;
  }
  return written + write(text.slice(end));
}
