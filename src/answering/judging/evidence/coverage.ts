import { languageByCode } from "../../../analysis/languages.ts";
import type { Comparison } from "../comparing/comparison.ts";
import { coverage } from "../comparing/passage-view.ts";
import type { AskedWord } from "../comparing/question-view.ts";
import type { EvidenceKind } from "./evidence-kind.ts";

/** A word that is met less well than this is missing. */
export const missingBelow = 0.45;

/** Verbs and participles show by the lack of a capital in languages that capitalise nouns, otherwise by their endings. */
function isThing({ kind, isHead, token, concept }: AskedWord): boolean {
  if (isHead) return false;
  if (kind === "noun") return true;
  if (kind !== "other" || languageByCode(concept.language).capitalisesNouns === true) return false;
  return !/(?:ed|ing)$/u.test(token.folded);
}

/** How much of what the question says stands in the best sentence. */
export const sentenceCoverage: EvidenceKind<"sentenceCoverage"> = {
  name: "sentenceCoverage",
  speaks: "for",
  isMismatch: false,
  value: ({ question, best }) => coverage(question.words, (word) => best.met[word] ?? 0),
};

/** The same with its neighbours, the title and the headings. */
export const nearCoverage: EvidenceKind<"nearCoverage"> = {
  name: "nearCoverage",
  speaks: "for",
  isMismatch: false,
  value: ({ question, near }) => coverage(question.words, (word) => near[word] ?? 0),
};

/** How many of the things that the question speaks of, names and numbers apart, the best sentence does. */
export const thingCoverage: EvidenceKind<"thingCoverage"> = {
  name: "thingCoverage",
  speaks: "for",
  isMismatch: false,
  value: ({ question, best }) => coverage(question.words, (word) => best.met[word] ?? 0, isThing, 0.5),
};

/** The weightiest word that nothing meets: an additional condition, or something that is not mentioned. */
export const missingWord: EvidenceKind<"missingWord"> = {
  name: "missingWord",
  speaks: "against",
  isMismatch: false,
  value: (comparison) => weightiestMissing(comparison)?.weight ?? 0,
  finding: (comparison) => {
    const word = weightiestMissing(comparison);
    return word === undefined ? undefined : { what: "word-missing", words: [word.concept.text] };
  },
};

function weightiestMissing({ question, near }: Comparison): AskedWord | undefined {
  let found: AskedWord | undefined;
  question.words.forEach((word, index) => {
    if ((near[index] ?? 0) >= missingBelow || word.isHead) return;
    if (word.weight > (found?.weight ?? 0)) found = word;
  });
  return found;
}

/** The share of the question that the whole passage does not mention. */
export const missingShare: EvidenceKind<"missingShare"> = {
  name: "missingShare",
  speaks: "against",
  isMismatch: false,
  value: ({ question, anywhere }) =>
    1 - coverage(question.words, (word) => ((anywhere[word] ?? 0) >= missingBelow ? 1 : 0)),
};
