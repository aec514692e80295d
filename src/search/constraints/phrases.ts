import { type Constraint, type ConstraintMatch, hardWeight } from "./constraint.ts";
import { ReadText, type ReadWord } from "./read-text.ts";
import { runs } from "./subjects/small-words.ts";

const quotations = [
  /[„“”"]([^„“”"]{2,200})[“”"]/gu,
  /[»«]([^»«]{2,200})[«»]/gu,
  /[‚‘]([^‚‘’]{2,200})[‘’]/gu,
  /[‹›]([^‹›]{2,200})[›‹]/gu,
  /(?<![\p{L}\p{N}])'([^']{2,200})'(?![\p{L}\p{N}])/gu,
  /`([^`]{2,200})`/gu,
];

/** The value of quoted words that are all there, but not in the quoted order. */
const scattered = -0.6;

/** Words in quotation marks: they stand together, in their order, with their small words. */
export function phraseConstraints(question: ReadText): Constraint[] {
  const found: Constraint[] = [];
  for (const pattern of quotations) {
    for (const match of question.text.matchAll(pattern)) {
      const [written, quoted = ""] = match;
      const start = match.index + 1;
      const end = match.index + written.length - 1;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const words = new ReadText(quoted, question.language.code).words;
      // One word in quotation marks is a word; small ones are looked for as they stand.
      if (words.length === 0 || (words.length === 1 && words[0]?.isStopWord === false)) continue;
      found.push(phraseConstraint(words, start, end));
    }
  }
  return found;
}

/** @param words in their order, as the question has them */
export function phraseConstraint(words: readonly ReadWord[], start: number, end: number): Constraint {
  const content = words.filter((word) => !word.isStopWord);
  return {
    kind: "phrase",
    start,
    end,
    weight: 1,
    passageWeight: hardWeight,
    isHard: true,
    isNeutral: false,
    find: (text) => {
      if (content.length === 0) return runs(words, text);
      const places = runsOf(words, text);
      if (places.length > 0) return places;
      const all = content.map((word) => text.words.find((other) => other.stem === word.stem));
      const first = all[0];
      return content.length > 1 && first !== undefined && all.every((word) => word !== undefined)
        ? [{ start: first.start, end: first.end, share: scattered }]
        : [];
    },
  };
}

/** Where the words stand one after the other. */
function runsOf(words: readonly ReadWord[], text: ReadText): ConstraintMatch[] {
  const found: ConstraintMatch[] = [];
  const folded = words.map((word) => text.language.fold(word.text));
  text.words.forEach((first, at) => {
    if (first.folded !== folded[0]) return;
    const run = text.words.slice(at, at + words.length);
    if (run.length < words.length || !run.every((word, index) => word.folded === folded[index])) return;
    found.push({ start: first.start, end: run.at(-1)?.end ?? first.end, share: 1 });
  });
  return found;
}
