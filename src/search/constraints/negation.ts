import { languages } from "../../analysis/languages.ts";
import type { Constraint, ConstraintMatch } from "./constraint.ts";
import type { Alike, ReadText, ReadWord } from "./read-text.ts";

const rules = languages.flatMap(({ negation }) => negation ?? []);
const beforeNoun = new Set(rules.flatMap(({ beforeNouns }) => beforeNouns));
const behindVerb = new Set(rules.flatMap(({ behindVerbs }) => behindVerbs));
const inClause = new Set(rules.flatMap(({ inClauses }) => inClauses));
const sayingNo = new Set(rules.flatMap((rule) => rule.sayingNo));

/** How far a negation reaches, in words. */
const reach = 4;
/** Weights of a negated thing (ohne Balkon), of a negated clause, and of one that is not negated. */
const weights = {
  thing: { weight: 0.8, passageWeight: 0.5 },
  clause: { weight: 0.8, passageWeight: 0.25 },
  none: { weight: 0.4, passageWeight: 0.2 },
};

/** Whether what is asked for is or is not: a question with a negation is met by sentences that say so, one without by the others. */
export function negationConstraints(question: ReadText, alike: Alike): Constraint[] {
  const negator = rules.some(({ onlySeeming }) => onlySeeming.test(question.text))
    ? undefined
    : question.words.find(({ folded }) => beforeNoun.has(folded) || inClause.has(plain(folded)));
  const content = question.words.filter((word) => !word.isStopWord && !isNegator(word));
  if (content.length === 0) return [];
  if (negator === undefined) {
    // What a text says not to be is none of the things of which one is asked for.
    if (!rules.some(({ selecting }) => selecting.test(question.text))) return [];
    return [
      constraint(content[0]?.start ?? 0, content.at(-1)?.end ?? 0, weights.none, (text) =>
        positive(content, text, alike),
      ),
    ];
  }
  const at = question.words.indexOf(negator);
  const object = beforeNoun.has(negator.folded)
    ? question.words.slice(at + 1, at + 1 + reach).find((word) => !word.isStopWord)
    : undefined;
  const about = object === undefined ? content : [object];
  return [
    constraint(
      negator.start,
      object?.end ?? negator.end,
      object === undefined ? weights.clause : weights.thing,
      (text) => negative(about, text, alike),
    ),
  ];
}

function constraint(
  start: number,
  end: number,
  weight: Pick<Constraint, "weight" | "passageWeight">,
  find: Constraint["find"],
): Constraint {
  return { kind: "negation", start, end, ...weight, isHard: false, isNeutral: true, find };
}

function plain(folded: string): string {
  return folded.replace(/['’]/gu, "");
}

function isNegator({ folded }: ReadWord): boolean {
  return beforeNoun.has(folded) || inClause.has(plain(folded)) || sayingNo.has(folded);
}

function negative(about: readonly ReadWord[], text: ReadText, alike: Alike): ConstraintMatch[] {
  return mentions(about, text, alike).map(({ word, isNegated }) => ({
    start: word.start,
    end: word.end,
    share: isNegated ? 1 : -1,
  }));
}

/** Only a negation counts, and it counts against the sentence, since an affirmation needs no word of its own. */
function positive(about: readonly ReadWord[], text: ReadText, alike: Alike): ConstraintMatch[] {
  return mentions(about, text, alike).map(({ word, isNegated }) => ({
    start: word.start,
    end: word.end,
    share: isNegated ? -1 : 1,
  }));
}

/** Where a text mentions something, and whether it denies it there. */
function mentions(
  about: readonly ReadWord[],
  text: ReadText,
  alike: Alike,
): { readonly word: ReadWord; readonly isNegated: boolean }[] {
  const { words } = text;
  return words.flatMap((word, at) => {
    if (word.isStopWord || !about.some((other) => alike(other, word, text.language.code) || beginAlike(word, other)))
      return [];
    return [
      { word, isNegated: isNegated(words, at) || rules.some(({ withoutEnding }) => withoutEnding.test(word.folded)) },
    ];
  });
}

function beginAlike(a: ReadWord, b: ReadWord): boolean {
  const least = Math.min(a.folded.length, b.folded.length);
  return least >= 4 && (a.folded.startsWith(b.folded) || b.folded.startsWith(a.folded));
}

function isNegated(words: readonly ReadWord[], at: number): boolean {
  for (let i = at; i >= 0 && at - i <= reach; i--) {
    const word = words[i];
    if (word === undefined) break;
    if (i < at && beforeNoun.has(word.folded)) return true;
    if (word.opensClause) break;
  }
  let start = at;
  while (start > 0 && words[start]?.opensClause === false) start--;
  for (let i = start; i < words.length; i++) {
    const word = words[i];
    if (word === undefined || (i > at && word.opensClause && !sayingNo.has(word.folded) && word.folded !== "no")) break;
    if (inClause.has(plain(word.folded)) || sayingNo.has(word.folded)) return true;
    if (i > at && i - at <= 2 && behindVerb.has(word.folded)) return true;
  }
  return false;
}
