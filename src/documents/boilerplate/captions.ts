import { saidByAll } from "../language-rules.ts";

/** Longer paragraphs are prose, whatever words they contain. */
const maxCaptionChars = 420;
const maxWeakCaptionChars = 260;

/** Words that only a picture's credit has, at the beginning or the end of a paragraph. */
const credits: readonly RegExp[] = [
  /^(?:©|\(c\)\s)/iu,
  /(?:©|\(c\)) ?(?:imago|dpa|afp|ap|reuters|getty)/iu,
  /©\s*[^.©]{2,80}$/u,
  /(?:^|[\s/(|-])(?:dpa|afp|epa|reuters|getty images|picture[- ]alliance|imago(?: images)?|shutterstock|istock|ap photo|pa wire)(?:\/[\p{L}\p{N} .-]{2,40}){0,3}\)?\.?$/iu,
  ...saidByAll(({ captions }) => captions?.credits),
];

/** Ways of speaking of a picture that also occur elsewhere: only a single short sentence with one is a caption. */
const pointers = saidByAll(({ captions }) => captions?.pointers);

/** Whether a paragraph speaks as the caption of a picture does. */
export function isCaption(text: string): boolean {
  if (text.length > maxCaptionChars) return false;
  if (credits.some((credit) => credit.test(text))) return true;
  if (text.length > maxWeakCaptionChars || hasSeveralSentences(text)) return false;
  return pointers.some((pointer) => pointer.test(text));
}

function hasSeveralSentences(text: string): boolean {
  return /\p{Ll}{2}[.!?]["”“«»]? +["„“»]?\p{Lu}/u.test(text);
}

/** A line that was cut with dots, which a following line repeats whole. */
export function isCutVersionOf(line: string, whole: string): boolean {
  if (!line.endsWith("…") && !line.endsWith("..")) return false;
  const kept = line.replace(/\s*(?:…|\.{2,})$/u, "");
  return kept.length < line.length && kept.length >= 25 && whole.length > kept.length && whole.startsWith(kept);
}
