import type { Lexicon } from "../../../analysis/lexicon/lexicon.ts";
import { aroundShare, type CheckedConstraint, exactShare } from "../../../search/constraints/check-passage.ts";
import { unmetConstraints } from "../unmet-constraints.ts";
import { coverage, type JudgedPassage, type PassageView, passageView, type SentenceView } from "./passage-view.ts";
import type { QuestionView } from "./question-view.ts";
import { candidatesIn, type SlotFiller } from "./slot.ts";

/** A question beside a passage: what every kind of evidence looks at. */
export interface Comparison {
  readonly question: QuestionView;
  readonly passage: PassageView;
  /** The sentence that answers best, and its position in the passage. */
  readonly best: SentenceView;
  readonly at: number;
  /** Per word of the question, how well the best sentence, its neighbours and the headings meet it. */
  readonly near: readonly number[];
  /** The same for the whole passage. */
  readonly anywhere: readonly number[];
  /** Words of the best sentence that may be what is asked for. */
  readonly candidates: readonly SlotFiller[];
  /** What the question fixes to the letter, as its words, and the passage has not. */
  readonly unmet: readonly { readonly text: string; readonly weight: number }[];
  readonly lexicon: Lexicon;
}

/** What a neighbouring sentence's or a heading's word counts when the best sentence is chosen. */
const neighbourShare = 0.6;
const typeBonus = 0.12;
/** What it counts that a sentence has what is fixed to the letter: less than the words that it shares. */
const exactBonus = 0.5;

/**
 * @param checked what the question fixes to the letter, as the passage has it
 * @returns undefined where the passage has no sentence
 */
export function compare(
  question: QuestionView,
  judged: JudgedPassage,
  lexicon: Lexicon,
  checked: readonly CheckedConstraint[] = [],
): Comparison | undefined {
  const passage = withExactlyMet(passageView(question, judged, lexicon), question, checked);
  const metAt = (sentence: number, word: number): number => passage.sentences[sentence]?.met[word] ?? 0;
  const around = (at: number, word: number): number =>
    Math.max(
      passage.contextMet[word] ?? 0,
      metAt(at - 2, word),
      metAt(at - 1, word),
      metAt(at + 1, word),
      // The head of a table says what its rows are about.
      passage.isTable ? metAt(0, word) : 0,
    );
  let best: { at: number; sentence: SentenceView; candidates: SlotFiller[]; score: number } | undefined;
  passage.sentences.forEach((sentence, at) => {
    const candidates = candidatesIn(sentence, question.asked, passage);
    const own = coverage(question.words, (word) => sentence.met[word] ?? 0);
    const together = coverage(question.words, (word) =>
      Math.max(sentence.met[word] ?? 0, neighbourShare * around(at, word)),
    );
    const most = candidates.reduce((value, candidate) => Math.max(value, candidate.value), 0);
    const score = own + together + typeBonus * 2 * most + exactBonus * exactShare(checked, at);
    if (best === undefined || score > best.score) best = { at, sentence, candidates, score };
  });
  if (best === undefined) return undefined;
  const { at, sentence, candidates } = best;
  return {
    question,
    passage,
    best: sentence,
    at,
    near: question.words.map((_, word) => Math.max(sentence.met[word] ?? 0, around(at, word), metAt(at + 2, word))),
    anywhere: question.words.map((_, word) =>
      passage.sentences.reduce((most, { met }) => Math.max(most, met[word] ?? 0), passage.contextMet[word] ?? 0),
    ),
    candidates,
    unmet: unmetConstraints(checked).map(({ constraint: { start, end, weight } }) => ({
      text: question.text.slice(start, end),
      weight,
    })),
    lexicon,
  };
}

/** Names, numbers and phrases are met where they stand to the letter, however they are written. */
function withExactlyMet(
  passage: PassageView,
  { words }: QuestionView,
  checked: readonly CheckedConstraint[],
): PassageView {
  const written = checked.filter(
    ({ constraint: { kind } }) => kind === "name" || kind === "number" || kind === "phrase",
  );
  if (written.length === 0) return passage;
  const raised = (met: readonly number[], shareIn: (one: CheckedConstraint) => number): number[] =>
    words.map(({ concept }, word) =>
      written.reduce(
        (most, one) =>
          one.constraint.start <= concept.start && concept.end <= one.constraint.end
            ? Math.max(most, shareIn(one))
            : most,
        met[word] ?? 0,
      ),
    );
  return {
    ...passage,
    sentences: passage.sentences.map((sentence, at) => ({
      ...sentence,
      met: raised(sentence.met, ({ sentences }) => sentences[at] ?? 0),
    })),
    contextMet: raised(passage.contextMet, ({ metAround }) => aroundShare * metAround),
  };
}

/** The weight of a word relative to the question's weightiest word, from 0 to 1. */
export function salience({ words }: QuestionView, word: number): number {
  const most = words.reduce((largest, { weight }) => Math.max(largest, weight), 0);
  return most === 0 ? 0 : (words[word]?.weight ?? 0) / most;
}
