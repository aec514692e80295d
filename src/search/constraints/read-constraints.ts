import type { Constraint } from "./constraint.ts";
import { nameConstraints } from "./names.ts";
import { negationConstraints } from "./negation.ts";
import { numberConstraints } from "./numbers.ts";
import { phraseConstraints } from "./phrases.ts";
import { type Alike, ReadText, sameStem } from "./read-text.ts";
import { orderConstraints } from "./roles/order.ts";
import { speakerConstraint } from "./roles/speaker.ts";
import { changesConstraint } from "./subjects/changes.ts";
import { countConstraint } from "./subjects/counts.ts";
import { smallWordsConstraint } from "./subjects/small-words.ts";
import { asksFact } from "./subjects/subjects.ts";
import { titleConstraint } from "./subjects/titles.ts";
import { unspacedConstraints } from "./unspaced.ts";

/**
 * Everything that a question wants to the letter. @param alike whether a word may stand for one of the question's where
 * word order matters
 */
export function readConstraints(question: string, language: string, alike: Alike = sameStem): readonly Constraint[] {
  const read = new ReadText(question, language);
  const phrases = phraseConstraints(read);
  const isQuoted = ({ start, end }: Constraint): boolean =>
    phrases.some((phrase) => phrase.start <= start && end <= phrase.end);
  const small = phrases.length === 0 ? smallWordsConstraint(read) : undefined;
  if (small !== undefined) return [small];
  // Quoted words are looked for as they stand, whatever they mean.
  const others = [
    ...nameConstraints(read),
    ...numberConstraints(read),
    ...negationConstraints(read, alike),
    ...orderConstraints(read, alike),
    ...unspacedConstraints(read),
  ].filter((constraint) => !isQuoted(constraint));
  const whole = [titleConstraint(read), countConstraint(read, alike), speakerConstraint(read)].filter(
    (constraint) => constraint !== undefined,
  );
  // A list of changes is told from what defines a thing only where a thing is asked for.
  const isDefinition =
    (whole.some(({ kind }) => kind === "title") && !asksFact(question)) || others.some(({ kind }) => kind === "name");
  const changes = isDefinition ? changesConstraint(read) : undefined;
  return [...phrases, ...others, ...whole, ...(changes === undefined ? [] : [changes])];
}
