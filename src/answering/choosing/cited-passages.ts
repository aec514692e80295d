import type { AnswerType } from "../../analysis/rules/questions/asked-rules.ts";
import type { TextRange } from "../../documents/document.ts";
import type { FetchedPassage, PassageIndex } from "../../search/passage-index.ts";
import type { Hit } from "../../search/ranking/rank.ts";
import type { CitedPassage } from "../answer.ts";
import { formatCitation } from "../citing/citation.ts";
import { fingerprintOf, sameWords } from "../citing/fingerprint.ts";
import { headingsOfSentence } from "../citing/sentence-in-statute.ts";
import type { Judgement } from "../judging/judge.ts";
import { answeringSentence } from "./highlight.ts";
import type { DistinctHit } from "./near-duplicates.ts";

/** A passage with its judgement, which only the first passages have. */
export interface PassageWithJudgement {
  readonly cited: CitedPassage;
  readonly judgement: Judgement | undefined;
}

/**
 * Fetches hits, judges the first few, and finds the sentence that answers in each. @param judge judges one passage
 * @param judged how many passages to judge @param ownWords for a follow-up, the informativeness of each of its own
 * words
 * @throws AppError `document-changed`
 */
export async function citedPassages(
  index: PassageIndex,
  distinct: readonly DistinctHit[],
  { answerType, ownWords }: { readonly answerType: AnswerType | undefined; readonly ownWords: readonly number[] },
  judge: (fetched: FetchedPassage, hit: Hit) => Judgement | undefined,
  judged: number,
): Promise<PassageWithJudgement[]> {
  const ids = distinct.flatMap(({ hit, duplicates }) => [hit.id, ...duplicates.map((duplicate) => duplicate.id)]);
  const fetched = new Map((await index.fetch(ids)).map((passage) => [passage.id, passage]));
  return distinct.flatMap(({ hit, duplicates }, rank): PassageWithJudgement[] => {
    const passage = fetched.get(hit.id);
    if (passage === undefined) return [];
    const repeats = duplicates.flatMap(({ id }) => fetched.get(id) ?? []);
    const judgement = rank < judged ? judge(passage, hit) : undefined;
    const highlight = answeringSentence(passage, hit.evidence, answerType, ownWords, hit.constraints);
    return [{ cited: cited(passage, hit, repeats, highlight, judgement), judgement }];
  });
}

function citationOf({ passage }: FetchedPassage): string {
  return formatCitation(passage);
}

function cited(
  fetched: FetchedPassage,
  hit: Hit,
  repeats: readonly FetchedPassage[],
  highlight: TextRange,
  judgement: Judgement | undefined,
): CitedPassage {
  const words = sameWords(fetched.text);
  // If both ways of choosing a sentence agree, it is right in nine of ten passages that answer; if they differ, in
  // half of them.
  const isMarked = judgement === undefined || holds(judgement.sentence, highlight);
  const { passage } = fetched;
  const hasSameWords = (other: FetchedPassage): boolean => sameWords(other.text) === words;
  return {
    citation: formatCitation(fetched.passage),
    fingerprint: fingerprintOf(fetched.text),
    file: fetched.document.file,
    metadata: fetched.document.metadata,
    passage: isMarked ? { ...passage, headingPath: headingsOfSentence(passage, fetched.text, highlight) } : passage,
    text: fetched.text,
    around: fetched.around,
    highlight,
    isMarked,
    score: hit.score,
    signals: hit.signals,
    alsoIn: repeats.filter(hasSameWords).map(citationOf),
    similarIn: repeats.filter((other) => !hasSameWords(other)).map(citationOf),
  };
}

function holds(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
