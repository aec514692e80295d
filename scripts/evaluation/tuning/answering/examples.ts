import { ask, type JudgedAnswer } from "../../../../src/answering/ask.ts";
import { type AdditionalFeatures, additionalFeatures } from "../../../../src/answering/choosing/worth-showing.ts";
import type { ConfidenceFeatures } from "../../../../src/answering/judging/features.ts";
import type { EvidenceValues } from "../../../../src/answering/judging/judge.ts";
import type { LanguageCode } from "../../../../src/documents/document.ts";
import type { Judgment } from "../../../../src/evaluation/judgments.ts";
import type { FetchedPassage, PassageIndex } from "../../../../src/search/passage-index.ts";
import { type OpenCollection, openCollection, readForEvaluation, readJudgments } from "../../evaluation-setup.ts";
import { type JudgedSet, type Mode, type SetKind, weights } from "./sets.ts";

/** A question that was asked, with all that its answer is judged by. */
export interface Example {
  readonly set: string;
  readonly kind: SetKind;
  readonly mode: Mode;
  /** What is left out together when models are tried on what they have not seen: a collection, or an article. */
  readonly fold: string;
  readonly id: string;
  /** Of the same pair are two questions that differ in little. */
  readonly pair: string | undefined;
  readonly difficulty: string;
  readonly question: string;
  readonly language: LanguageCode;
  readonly isAnswerable: boolean;
  readonly isRight: boolean;
  readonly features: ConfidenceFeatures;
  readonly evidence: EvidenceValues;
  readonly hasMismatch: boolean;
  readonly isUnderHeading: boolean;
  /** Other passages that may be shown beside the first. Their doubt is to be set by the confidence. */
  readonly additional: readonly { readonly features: AdditionalFeatures; readonly isRight: boolean }[];
}

/** Asks every question of the sets, and once more with its answer taken away where that mode has a weight. */
export async function readExamples(sets: readonly JudgedSet[], log: (line: string) => void): Promise<Example[]> {
  const examples: Example[] = [];
  const opened = new Map<string, OpenCollection>();
  for (const set of sets) {
    const collection = opened.get(set.documents) ?? openCollection(await readForEvaluation(set.documents));
    opened.set(set.documents, collection);
    const judgments = readJudgments(set.judgments);
    const articles = new Map(judgments.flatMap(({ pair, gold }) => (pair && gold[0] ? [[pair, gold[0].doc]] : [])));
    for (const mode of ["asked", "near", "off"] as const) {
      if (weights[set.kind][mode] === undefined) continue;
      // Half of the questions lose their paragraph, the other half their document.
      const step = weights[set.kind].off === undefined || mode === "asked" ? 1 : 2;
      const asked = judgments
        .filter(({ answerable }) => mode === "asked" || answerable)
        .filter((_, index) => index % step === (mode === "off" ? 1 : 0));
      for (const judgment of asked) {
        const answer = await askWithout(collection, judgment, mode);
        const example = exampleOf(set, mode, judgment, answer, articles.get(judgment.pair ?? ""));
        if (example !== undefined) examples.push(example);
      }
      log(`${set.name}, ${mode}: ${asked.length} questions`);
    }
  }
  return examples;
}

async function askWithout(collection: OpenCollection, { question, gold }: Judgment, mode: Mode): Promise<JudgedAnswer> {
  const { index, lexicon, documents } = collection;
  const isGold = (file: string): boolean => gold.some(({ doc }) => doc === file);
  if (mode === "off") {
    const keys = documents.flatMap(({ document }) => (isGold(document.file) ? [] : [document.metadata.key]));
    return ask(index, question, lexicon, { limit: 10, filter: { keys } });
  }
  if (mode === "asked") return ask(index, question, lexicon, { limit: 10 });
  const hidden = new Set(
    documents
      .filter(({ document }) => isGold(document.file))
      .flatMap(({ document: { metadata, canonicalText, paragraphs } }) =>
        paragraphs
          .filter(({ range }) => holdsGold(canonicalText.slice(range.start, range.end), gold))
          .map(({ number }) => `${metadata.key}:${number}`),
      ),
  );
  const withheld = withholding(index, ({ passage, text }) => {
    const last = passage.lastParagraph ?? passage.paragraph;
    for (let number = passage.paragraph; number <= last; number++) {
      if (hidden.has(`${passage.documentKey}:${number}`)) return true;
    }
    return holdsGold(text, gold);
  });
  return ask(withheld, question, lexicon, { limit: 10 });
}

/** A paragraph that answers has hardly more passages. */
const mostHidden = 20;

/** The index without some passages, so that others rank first. */
function withholding(index: PassageIndex, isHidden: (passage: FetchedPassage) => boolean): PassageIndex {
  return {
    ...index,
    async retrieve(query, options) {
      const retrieved = await index.retrieve(query, { ...options, limit: options.limit + mostHidden });
      const fetched = await index.fetch(retrieved.candidates.map(({ id }) => id));
      const hidden = new Set(fetched.filter(isHidden).map(({ id }) => id));
      const candidates = retrieved.candidates.filter(({ id }) => !hidden.has(id)).slice(0, options.limit);
      return { ...retrieved, candidates };
    },
  };
}

function exampleOf(
  { kind, name }: JudgedSet,
  mode: Mode,
  judgment: Judgment,
  { answer, features, judgements }: JudgedAnswer,
  article: string | undefined,
): Example | undefined {
  const passages = judgements.flatMap((judgement, index) => {
    const cited = answer.passages[index];
    return judgement === undefined || cited === undefined ? [] : [{ cited, judgement }];
  });
  const [first, ...others] = passages;
  if (first === undefined) return undefined;
  const isRight = ({ file, text }: { file: string; text: string }): boolean =>
    mode === "asked" && judgment.gold.some((gold) => gold.doc === file && holdsGold(text, [gold]));
  const document = judgment.gold[0]?.doc ?? article ?? first.cited.file;
  return {
    set: name,
    kind,
    mode,
    fold: kind === "real" ? name : `${kind === "pairs" ? "xquad" : kind} ${document}`,
    id: judgment.id,
    pair: judgment.pair ?? undefined,
    difficulty: judgment.note ?? judgment.difficulty,
    question: judgment.question,
    language: answer.language,
    isAnswerable: mode === "asked" && judgment.answerable,
    isRight: isRight(first.cited),
    features,
    evidence: first.judgement.evidence,
    hasMismatch: first.judgement.hasMismatch,
    isUnderHeading: first.judgement.isUnderHeading,
    additional: others.flatMap((additional) => {
      if (additional.judgement.hasMismatch) return [];
      const compared = additionalFeatures(first, additional, 1);
      return compared === undefined ? [] : [{ features: compared, isRight: isRight(additional.cited) }];
    }),
  };
}

function holdsGold(text: string, gold: Judgment["gold"]): boolean {
  const squashed = squash(text);
  return gold.some(({ contains }) => squashed.includes(squash(contains)));
}

function squash(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
