import { languages } from "../../analysis/languages.ts";
import type { TextRange } from "../../documents/document.ts";

/** Shorter messages are one question. */
const leastChars = 60;

const greeting =
  /^\s*(?:hallo|hi|hey|hello|moin(?: moin)?|servus|guten (?:tag|morgen|abend)|gr(?:ü|ue)(?:ß|ss)e|liebe[rs]?|dear|good (?:morning|afternoon|evening))(?!\p{L})[^,.!?:]{0,30}[,.!:–-]+\s*/iu;
const farewell =
  /(?<=[\s,.!?])(?:(?:viel(?:en)? |herzlichen |lieben |besten )?dank(?:e(?: (?:schon mal|im voraus|euch|dir|ihnen))?)?|thanks|thank you|lg|vg|mfg|(?:viele|liebe|beste|sch(?:ö|oe)ne) gr(?:ü|ue)(?:ß|ss)e|cheers|(?:kind|best) regards)(?!\p{L})[^?]*$|(?<=[\s,.!?])(?:pls|plz|please|bitte)[\s.!]*$/iu;

const sentenceEnd = /(?<![\s(]\p{L}|\p{N})[.!?…]+(?=\s+["„»]?[\p{Lu}\p{N}]|\s*$)|[?!]+(?=\s|$)/gu;

const asks =
  /^\W*(?:(?:und|oder|aber|nun|also|and|so|but|now)\s+)?(?:(?:seit|bis|ab|an|in|mit|von|bei|f(?:ü|ue)r|at|in|from|since|until|to|on|by)\s+)?(?:wer|we[mn]|wessen|was|wann|warum|weshalb|wieso|wie|wieviele?|wo\p{L}*|welche[mnrs]?|who|whom|whose|what|when|why|how|where|which)(?!\p{L})/iu;
const asksIndirectly =
  /(?:,\s*|(?<!\p{L})(?:wei(?:ß|ss)|wissen|sagen|frage|know|tell me|wonder(?:ing)?|ask)\s+,?\s*)(?:ob|wer|we[mn]|was|wann|warum|weshalb|wieso|wie|wo\p{L}*|welche[mnrs]?|if|whether|who|what|when|why|how|where|which)(?!\p{L})/iu;
const seeks =
  /(?<!\p{L})(?:ich suche|wir suchen|suche nach|looking for|i need|ich brauche|ich (?:möchte|moechte|will|würde gern) wissen)(?!\p{L})/iu;

/** Words of questions that only call for help. */
const empty: ReadonlySet<string> = new Set(
  "jemand wer weiss wissen helfen hilfe hilft idee ideen ahnung tipp tipps rat frage fragen antwort kennt sagen danke bitte gern gerne euch ihr anyone anybody someone help ideas idea know tips question advice thanks please guys folks everybody everyone all".split(
    " ",
  ),
);

/**
 * Finds the parts of a message that ask, for messages that are more than their question: sentences with a question mark
 * or worded as a question, without greeting and thanks. @returns one or more ranges in order; the whole message if
 * nothing sets its question apart
 */
export function askedParts(message: string): readonly TextRange[] {
  const whole = [withoutFrills(message)];
  if (message.length < leastChars) return whole;
  const sentences = sentencesOf(message).filter(({ start, end }) => !isEmpty(message.slice(start, end)));
  if (sentences.length < 2) return lastClause(message, whole[0] ?? { start: 0, end: message.length });
  const written = (range: TextRange): string => message.slice(range.start, range.end);
  const rules: readonly ((sentence: string) => boolean)[] = [
    (sentence) => /\?["“”»)]*\s*$/u.test(sentence),
    (sentence) => asks.test(sentence) && sentence.length > 12,
    (sentence) => asksIndirectly.test(sentence),
    (sentence) => seeks.test(sentence),
  ];
  for (const rule of rules) {
    const asking = sentences.filter((sentence) => rule(written(sentence)));
    if (asking.length > 0) return asking;
  }
  return whole;
}

/** From here on a message without stops is a story with a question at its end. */
const leastStoryChars = 100;
const clauseThatAsks =
  /(?:[,;:–]|\s-)\s+(?:(?:and|so|but|und|also|aber|nun)\s+)?(?=(?:(?:seit|bis|ab|an|in|von|from|since|until|by)\s+)?(?:wer|we[mn]|was|wann|warum|weshalb|wieso|wie|wo|wohin|woher|welche[mnrs]?|who|what|when|why|how|where|which)\s)/giu;

const tellsOfOneself = /(?<!\p{L})(?:ich|mir|mich|wir|mein\p{L}*|i|i['’]m|we|my|me)(?!\p{L})/iu;

/** Of a story that somebody tells in one long sentence the last clause that asks, or all. */
function lastClause(message: string, whole: TextRange): readonly TextRange[] {
  const text = message.slice(whole.start, whole.end);
  if (text.length < leastStoryChars) return [whole];
  const last = [...text.matchAll(clauseThatAsks)].at(-1);
  if (last === undefined || !tellsOfOneself.test(text.slice(0, last.index))) return [whole];
  const start = whole.start + last.index + last[0].length;
  const clause = message.slice(start, whole.end);
  const end = start + (farewell.exec(clause)?.index ?? clause.length);
  return isEmpty(message.slice(start, end)) ? [whole] : [{ start, end }];
}

/** A message's question, without what stands beside it. */
export function askedText(message: string): string {
  return askedParts(message)
    .map(({ start, end }) => message.slice(start, end))
    .join(" ")
    .trim();
}

function withoutFrills(message: string): TextRange {
  const start = greeting.exec(message)?.[0].length ?? 0;
  const thanks = farewell.exec(message.slice(start));
  const end = thanks === null ? message.length : start + thanks.index;
  return isEmpty(message.slice(start, end)) ? { start: 0, end: message.length } : { start, end };
}

function sentencesOf(message: string): TextRange[] {
  const sentences: TextRange[] = [];
  let start = 0;
  for (const match of message.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    sentences.push({ start, end });
    start = end;
  }
  if (message.slice(start).trim() !== "") sentences.push({ start, end: message.length });
  return sentences.map(({ start, end }) => {
    const lead = greeting.exec(message.slice(start, end))?.[0].length ?? 0;
    return { start: start + lead, end };
  });
}

/** Whether nothing is left to look for but a call for help. */
function isEmpty(sentence: string): boolean {
  const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
  const hasMarks = /`[^`]+`/u.test(sentence);
  return (
    !hasMarks &&
    words.every((word) =>
      languages.some((language) => {
        const folded = language.fold(word);
        return empty.has(folded) || language.isStopWord(folded);
      }),
    )
  );
}
