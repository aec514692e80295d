import type { AskedKind } from "../../../analysis/rules/questions/asked-rules.ts";
import type { Comparison } from "../comparing/comparison.ts";
import { candidatesIn } from "../comparing/slot.ts";
import type { EvidenceKind, FindingKind } from "./evidence-kind.ts";

/** Words count as near each other where fewer than about so many stand between them. */
const nearness = 4;
/** The weight of a candidate in a neighbouring sentence. */
const nextSentence = 0.6;
const metWord = 0.7;

const findings: Partial<Readonly<Record<AskedKind, FindingKind>>> = {
  age: "no-age",
  time: "no-time",
  count: "no-number",
  measure: "no-amount",
  money: "no-amount",
  percent: "no-amount",
  duration: "no-duration",
  frequency: "no-number",
  place: "no-place",
  person: "no-person",
  name: "no-name",
  condition: "no-condition",
  reason: "no-reason",
  aim: "no-aim",
  means: "no-means",
};

/** Nothing of the kind that is asked for stands where the answer would. */
export const missingKind: EvidenceKind<"missingKind"> = {
  name: "missingKind",
  speaks: "against",
  isMismatch: true,
  value: (comparison) => 1 - filled(comparison),
  finding: (comparison) => {
    const what = findings[comparison.question.asked.kind];
    return what === undefined || filled(comparison) > 0.35 ? undefined : { what, words: [] };
  },
};

function filled({ question, best, at, passage, candidates }: Comparison): number {
  if (findings[question.asked.kind] === undefined) return 1;
  const most = candidates.reduce((value, candidate) => Math.max(value, candidate.value), 0);
  if (most > nextSentence) return most;
  const neighbours = [passage.sentences[at + 1], passage.sentences[at - 1]].flatMap((sentence) =>
    sentence === undefined || sentence === best ? [] : candidatesIn(sentence, question.asked, passage),
  );
  return neighbours.reduce((value, candidate) => Math.max(value, nextSentence * candidate.value), most);
}

/** How near the words that carry the question something of the kind asked for stands. */
export const kindNearby: EvidenceKind<"kindNearby"> = {
  name: "kindNearby",
  speaks: "for",
  isMismatch: false,
  value: ({ question, best, candidates }) => {
    if (findings[question.asked.kind] === undefined) return 0.5;
    const places = best.tokens.flatMap((token, at) => (token.likeness >= metWord ? [at] : []));
    let most = 0;
    for (const { at, value } of candidates) {
      const distance = places.reduce((least, place) => Math.min(least, Math.abs(place - at)), Number.POSITIVE_INFINITY);
      most = Math.max(most, value * Math.exp(-distance / nearness));
    }
    return most;
  },
};

/** What a word of the question counts for a candidate so many words away falls off like this. */
const amidReach = 8;

/** How well the words that carry the question stand around something of the kind asked for, the weightier the nearer. */
export const kindAmid: EvidenceKind<"kindAmid"> = {
  name: "kindAmid",
  speaks: "for",
  isMismatch: false,
  value: ({ question, best, candidates }) => {
    const places = question.words.map((_, index) =>
      best.tokens.flatMap(({ likes }, at) =>
        likes.some(({ word, value }) => word === index && value >= 0.6) ? [at] : [],
      ),
    );
    let most = 0;
    for (const { at, value } of candidates) {
      const around = question.words.reduce((sum, { weight }, word) => {
        const distance = (places[word] ?? []).reduce(
          (least, place) => Math.min(least, Math.abs(place - at)),
          Number.POSITIVE_INFINITY,
        );
        return sum + weight * Math.exp(-distance / amidReach);
      }, 0);
      most = Math.max(most, value * around);
    }
    return most;
  },
};

/** For "how many X" and "which X": whether the sentence speaks of X at all; ½ where the question names none. */
export const kindNamed: EvidenceKind<"kindNamed"> = {
  name: "kindNamed",
  speaks: "for",
  isMismatch: false,
  value: (comparison) => headMet(comparison) ?? 0.5,
  finding: (comparison) => {
    const head = comparison.question.words.find(({ isHead }) => isHead);
    const value = headMet(comparison);
    return head === undefined || value === undefined || value >= 0.45
      ? undefined
      : { what: "kind-missing", words: [head.concept.text] };
  },
};

const namesItself: ReadonlySet<AskedKind> = new Set(["time", "place", "person", "name", "percent"]);

function headMet({ question, near, best, lexicon, passage }: Comparison): number | undefined {
  if (namesItself.has(question.asked.kind)) return undefined;
  const head = question.words.findIndex(({ isHead }) => isHead);
  const word = question.words[head];
  if (word === undefined) return undefined;
  const stated = near[head] ?? 0;
  if (stated >= 0.7) return stated;
  // "In welcher Sprache" is answered by "Deutsch" as well.
  const instances = new Set(
    lexicon
      .relations(question.language, word.token.stem)
      .filter(({ kind }) => kind === "narrower")
      .flatMap(({ stems }) => stems),
  );
  const isInstance = question.language === passage.language && best.tokens.some(({ stem }) => instances.has(stem));
  return isInstance ? 1 : stated;
}

/** For "how many X": a number that counts X; -1 where there is none, 0 for other questions. */
export const counted: EvidenceKind<"counted"> = {
  name: "counted",
  speaks: "for",
  isMismatch: false,
  value: (comparison) => countOf(comparison),
  finding: (comparison) => {
    const head = comparison.question.words.find(({ isHead }) => isHead);
    return countOf(comparison) < 0 && head !== undefined
      ? { what: "not-counted", words: [head.concept.text] }
      : undefined;
  },
};

const reach = 4;

function countOf({ question, best }: Comparison): number {
  const head = question.words.findIndex(({ isHead }) => isHead);
  if (question.asked.kind !== "count" || head < 0) return 0;
  const isCounted = best.tokens.some(
    (token, at) =>
      token.likes.some(({ word, value }) => word === head && value >= 0.5) &&
      best.tokens
        .slice(Math.max(0, at - reach), at)
        .some((before) => before.number !== undefined && before.likeness < 0.7),
  );
  return isCounted ? 1 : -1;
}
