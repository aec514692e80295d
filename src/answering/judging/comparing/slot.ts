import { languageByCode } from "../../../analysis/languages.ts";
import type { AskedKind } from "../../../analysis/rules/questions/asked-rules.ts";
import type { AskedFor } from "./asked-for.ts";
import type { PassageView, SeenToken, SentenceView } from "./passage-view.ts";

/** A word that may be what is asked for, and how likely by its kind, from 0 to 1. */
export interface SlotFiller {
  /** Position among the sentence's tokens. */
  readonly at: number;
  readonly value: number;
}

/** A word this similar to a word of the question is not an answer. */
const asked = 0.7;

/** How likely each word of a sentence is what is asked for, by its kind alone; words of the question are none. */
export function candidatesIn(sentence: SentenceView, question: AskedFor, passage: PassageView): SlotFiller[] {
  const rate = rateOf(question);
  if (rate === undefined) return [];
  return sentence.tokens.flatMap((token, at) => {
    if (token.likeness >= asked) return [];
    const value = rate({ token, at, sentence, passage, kinds: passage.kindsOf(token) });
    return value > 0 ? [{ at, value }] : [];
  });
}

interface Place {
  readonly token: SeenToken;
  readonly at: number;
  readonly sentence: SentenceView;
  readonly passage: PassageView;
  readonly kinds: ReadonlySet<string>;
}

type Rate = (place: Place) => number;

const duration = withUnit("duration", 0.15);
const frequency = withUnit("frequency", 0.4);

const rates: Partial<Readonly<Record<AskedKind, Rate>>> = {
  age: withUnit("age", 0.2),
  money: withUnit("money", 0.3, /[€$£¥]/u),
  percent: withUnit("percent", 0.2, /%/u),
  duration: (place) => Math.max(duration(place), place.token.number?.kind === "year" ? 0.4 : 0),
  frequency: (place) => (place.kinds.has("frequency") ? 0.9 : place.token.number === undefined ? 0 : frequency(place)),
  count: ({ token, kinds }) => {
    if (token.number === undefined) return kinds.has("amount") ? 0.3 : 0;
    return token.number.kind === "figure" ? 1 : token.number.kind === "year" ? 0.2 : 0.3;
  },
  time: ({ token, kinds }) => {
    if (token.number?.kind === "year" || token.number?.kind === "date" || kinds.has("time")) return 1;
    if (kinds.has("time-unit")) return 0.6;
    return token.number === undefined ? 0 : 0.4;
  },
  place: (found) => {
    const { token, kinds, passage } = found;
    const isMarked = isBehindPlaceMark(found);
    if (passage.isName(token)) return isMarked ? 1 : 0.7;
    if (kinds.has("place")) return isMarked ? 0.7 : 0.4;
    return isMarked && isNoun(found) ? 0.5 : 0;
  },
  person: (found) =>
    found.kinds.has("person") ? 0.6 : found.passage.isName(found.token) ? 1 : isNoun(found) ? 0.25 : 0,
  name: (found) => {
    const { token, sentence, passage } = found;
    if (passage.isName(token)) return 1;
    if (/["„“”»«'*`]/u.test(sentence.text.slice(Math.max(0, token.start - 1), token.end + 1))) return 0.9;
    return isNoun(found) ? 0.4 : 0;
  },
  condition: ({ token, kinds }) =>
    kinds.has("condition") ? 1 : kinds.has("time") || kinds.has("duration") || token.number !== undefined ? 0.6 : 0,
  reason: ({ kinds }) =>
    kinds.has("reason") ? 1 : kinds.has("reason-maybe") ? 0.7 : kinds.has("reason-weak") ? 0.3 : 0,
  aim: ({ kinds }) => (kinds.has("aim") ? 1 : kinds.has("reason") ? 0.6 : kinds.has("reason-weak") ? 0.3 : 0),
  means: (found) => (found.kinds.has("means") ? 1 : isNoun(found) ? 0.5 : 0),
};

function rateOf({ kind, dimension }: AskedFor): Rate | undefined {
  if (kind !== "measure" || dimension === undefined) return rates[kind];
  return dimension === "amount" ? rates.count : withUnit(dimension, 0.3);
}

/** What a unit without a number says of a measure: "several metres". */
const unitAlone = 0.25;
const headUnit = 0.8;

/** A number with a word or sign of the unit right before or behind it; `bare` where it has none. */
function withUnit(unit: string, bare: number, sign?: RegExp): Rate {
  return ({ token, at, sentence, passage, kinds }) => {
    if (token.number === undefined) return kinds.has(unit) ? unitAlone : 0;
    if (sign?.test(sentence.text.slice(Math.max(0, token.start - 2), token.end + 3)) === true) return 1;
    const near = sentence.tokens.slice(Math.max(0, at - 2), at + 4);
    if (near.some((other) => other !== token && passage.kindsOf(other).has(unit))) return 1;
    // The head of a table, or the line above a list, names the unit of what stands below.
    if (passage.aroundKinds.has(unit)) return headUnit;
    return token.number.kind === "year" ? bare / 2 : bare;
  };
}

const markReach = 3;

function isBehindPlaceMark({ at, sentence, passage }: Place): boolean {
  return sentence.tokens
    .slice(Math.max(0, at - markReach), at)
    .some((before) => passage.kindsOf(before).has("place-mark"));
}

const shortestNoun = 4;

/** Where no capital tells, as at the beginning of a sentence, any longer word may be a noun. */
function isNoun({ token, passage }: Place): boolean {
  if (token.number !== undefined || token.isStopWord) return false;
  const isTold = languageByCode(passage.language).capitalisesNouns === true && !token.startsSentence;
  return isTold ? token.isCapital : token.folded.length >= shortestNoun;
}
