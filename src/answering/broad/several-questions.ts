import { askedParts } from "../../search/query/asked-parts.ts";
import { leansOnPrevious } from "../leans-on-previous.ts";

/** So many questions of one message are answered by themselves. */
const mostQuestions = 6;
/** A question of fewer letters goes on from the one before ("Und wann?"). */
const leastChars = 12;
const leastWords = 3;

/** One of the questions of a message. */
export interface OneQuestion {
  readonly text: string;
  /** The question before, where this one can only be understood from it. */
  readonly previous?: string;
}

/**
 * The questions of a message that asks several things, each with its own question mark, in their order.
 * @returns none where the message asks one thing, or asks otherwise
 */
export function severalQuestions(message: string): readonly OneQuestion[] {
  const asked = askedParts(message)
    .flatMap(({ start, end }) => message.slice(start, end).split(/(?<=\?)(?=\s)|\n+/u))
    .map((part) => part.trim().replace(/^(?:[-*•]|\d+[.)])\s+/u, ""))
    .filter((part) => /\p{L}/u.test(part));
  const isWhole = (part: string): boolean =>
    part.endsWith("?") && part.length >= leastChars && part.split(/\s+/u).length >= leastWords;
  if (asked.length < 2 || asked.length > mostQuestions || !asked.every(isWhole)) return [];
  return asked.map((text, at) => {
    const previous = asked[at - 1];
    return previous !== undefined && leansOnPrevious(text) ? { text, previous } : { text };
  });
}
