import { askedParts } from "../../search/query/asked-parts.ts";
import { leansOnPrevious } from "../conversation/leans-on-previous.ts";

/** The most questions of one message that are answered separately. */
const mostQuestions = 6;
/** A shorter question continues the one before it ("Und wann?"). */
const leastChars = 12;
const leastWords = 3;

/** One of the questions of a message. */
export interface OneQuestion {
  readonly text: string;
  /** The preceding question, if this one depends on it. */
  readonly previous?: string;
}

/**
 * Splits a message into its questions, each with its own question mark. @returns an empty list if the message has only
 * one, or asks in another form
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
