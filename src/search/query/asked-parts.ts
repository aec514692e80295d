import { languages } from "../../analysis/languages.ts";
import type { TextRange } from "../../documents/document.ts";

/** Shorter messages are one question. */
const leastChars = 60;

const rules = languages.flatMap(({ questions }) => questions?.messages ?? []);
/** Words of questions that only call for help. */
const empty = new Set(rules.flatMap(({ callsForHelp }) => [...callsForHelp]));

const sentenceEnd = /(?<![\s(]\p{L}|\p{N})[.!?…]+(?=\s+["„»]?[\p{Lu}\p{N}]|\s*$)|[?!]+(?=\s|$)/gu;

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
  const kinds: readonly ((sentence: string) => boolean)[] = [
    (sentence) => /\?["“”»)]*\s*$/u.test(sentence),
    (sentence) => rules.some(({ asks }) => asks.test(sentence)) && sentence.length > 12,
    (sentence) => rules.some(({ asksIndirectly }) => asksIndirectly.test(sentence)),
    (sentence) => rules.some(({ seeks }) => seeks.test(sentence)),
  ];
  for (const isOfKind of kinds) {
    const asking = sentences.filter((sentence) => isOfKind(written(sentence)));
    if (asking.length > 0) return asking;
  }
  return whole;
}

/** From here on a message without stops is a story with a question at its end. */
const leastStoryChars = 100;
/** Of a story that somebody tells in one long sentence the last clause that asks, or all. */
function lastClause(message: string, whole: TextRange): readonly TextRange[] {
  const text = message.slice(whole.start, whole.end);
  if (text.length < leastStoryChars) return [whole];
  const last = rules
    .flatMap(({ beforeAskingClause }) => [...text.matchAll(beforeAskingClause)])
    .reduce<RegExpExecArray | undefined>(
      (latest, match) => (match.index < (latest?.index ?? 0) ? latest : match),
      undefined,
    );
  if (last === undefined || !rules.some(({ ofOneself }) => ofOneself.test(text.slice(0, last.index)))) return [whole];
  const start = whole.start + last.index + last[0].length;
  const clause = message.slice(start, whole.end);
  const end = start + farewellIn(clause);
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
  const start = greetingIn(message);
  const end = start + farewellIn(message.slice(start));
  return isEmpty(message.slice(start, end)) ? { start: 0, end: message.length } : { start, end };
}

/** Where a greeting ends; 0 where there is none. */
function greetingIn(text: string): number {
  return Math.max(0, ...rules.map(({ greeting }) => greeting.exec(text)?.[0].length ?? 0));
}

/** Where thanks begin; at the end where there are none. */
function farewellIn(text: string): number {
  return Math.min(text.length, ...rules.map(({ farewell }) => farewell.exec(text)?.index ?? text.length));
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
    const lead = greetingIn(message.slice(start, end));
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
