const maxHeadingChars = 90;
/** A longer question in a paragraph of its own is part of the text. */
const maxQuestionChars = 80;
/** A headline may be longer than a subheading. */
const maxTitleChars = 160;

const sentenceEnd = /[.!…:;,]["'”“»«’)\]]*$/u;
const listItem = /^(?:[-*+•–—·▪>|]\s|[a-z]\)|\(\w{1,3}\)\s)/iu;

/** Whether a paragraph looks like a heading: one short line that is not a sentence. What follows it decides. */
export function looksLikeHeading(text: string): boolean {
  const limit = text.endsWith("?") ? maxQuestionChars : maxHeadingChars;
  return text.length <= limit && looksLikeHeadline(text);
}

/** The same for a headline at the top, which may be longer. */
export function looksLikeHeadline(text: string): boolean {
  if (text.length > maxTitleChars || /[\n\r\t|]/.test(text)) return false;
  if (sentenceEnd.test(text) || listItem.test(text)) return false;
  if (/[.!?]["”“«]? +["„“»]?\p{Lu}\p{Ll}/u.test(withoutAbbreviations(text))) return false;
  return /^(?:§{1,2}[ \u00a0\u202f]?(?=\p{N}))?["'„“”‚‘»«(¿]*[\p{Lu}\p{N}]/u.test(text) && /\p{L}{2}/u.test(text);
}

/** Whether a paragraph reads as the text that a heading stands above. */
export function looksLikeBody(text: string): boolean {
  return !looksLikeHeading(text) && (text.length >= 60 || /[.!?:…]["'”“»«’)\]]*$/u.test(text));
}

function withoutAbbreviations(text: string): string {
  return text.replace(/(?:^|\s)(?:\p{L}|\d{1,3}|Dr|Prof|St|Nr|No|Mr|Mrs|Ms|Jr|vs)\.(?=\s)/gu, " ");
}
