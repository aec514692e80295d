import type { LanguageCode, TextRange } from "../documents/document.ts";
import type { NearPassage } from "../meaning/meaning-index.ts";
import type { DocumentFilter, FetchedPassage, PassageIndex, Retrieved } from "../search/passage-index.ts";
import { askedText } from "../search/query/asked-parts.ts";
import type { Query } from "../search/query/concept.ts";
import type { Hit } from "../search/ranking/rank.ts";
import { search } from "../search/search.ts";
import type { Answer, CitedPassage } from "./answer.ts";
import { answeringSentence } from "./choosing/highlight.ts";
import { type DistinctHit, distinctHits } from "./choosing/near-duplicates.ts";
import { sayDifferentThings } from "./choosing/several-sources.ts";
import { withVariety } from "./choosing/variety.ts";
import { formatCitation } from "./citing/citation.ts";
import { fingerprintOf } from "./citing/fingerprint.ts";
import { followUp, ownWordsFirst } from "./follow-up.ts";
import { type AnswerType, answerTypeOf, holdsAnswerType } from "./judging/answer-type.ts";
import { certaintyOf, confidenceOf } from "./judging/confidence.ts";
import { type ConfidenceFeatures, confidenceFeatures } from "./judging/features.ts";
import { heldTo } from "./judging/held-to.ts";
import { abstentionReason, lookedFor, missingWords } from "./judging/looked-for.ts";
import { parseQuestion } from "./question.ts";
import type { AskOptions } from "./service.ts";

/** How many passages an answer shows where nothing else is asked for. */
const defaultAnswerPassages = 3;
/** How far below the passages shown others are looked at for variety. */
const varietyDepth = 12;
/** How many passages go through the second stage of ranking. */
export const candidateLimit = 200;

/** Finds passages that mean what a question means, nearest first; none where no model answers in time. */
export type FindNearest = (question: string, filter: DocumentFilter | undefined) => Promise<readonly NearPassage[]>;

/** An answer with what it was judged by, for evaluation and tuning. */
export interface JudgedAnswer {
  readonly answer: Answer;
  readonly features: ConfidenceFeatures;
}

/**
 * Answers a question from the index.
 * @param languageOf finds a text's language out, where its words speak for one
 * @param nearest finds passages by what the question means, where a model of the host's does
 * @throws AppError `question-empty`, `question-too-long`, `document-changed`
 */
export async function ask(
  index: PassageIndex,
  text: string,
  languageOf: (text: string) => LanguageCode | undefined,
  options: AskOptions = {},
  nearest?: FindNearest,
): Promise<JudgedAnswer> {
  const question = parseQuestion(text);
  const previousQuestion = options.previousQuestion;
  const language =
    options.language ??
    languageOf(question) ??
    (previousQuestion === undefined ? undefined : languageOf(previousQuestion)) ??
    "de";
  const own = index.prepare(question, language);
  const query =
    previousQuestion === undefined
      ? own
      : followUp(own, index.prepare(previousQuestion, languageOf(previousQuestion) ?? language));
  const { hits: ranked, ...retrieved } = await search(index, query, {
    limit: Math.max(candidateLimit, 2 * (options.limit ?? 0)),
    ...(options.filter === undefined ? {} : { filter: options.filter }),
    nearest: (await nearest?.(question, options.filter)) ?? [],
  });
  const ownWords = previousQuestion === undefined ? [] : retrieved.informativeness.slice(0, own.concepts.length);
  const hits = ownWordsFirst(
    ranked.filter((hit) => hit.score > 0),
    ownWords.length,
  );
  const limit = options.limit ?? defaultAnswerPassages;
  const distinct = withVariety(
    distinctHits(hits, limit + varietyDepth, index.isFigure),
    query,
    defaultAnswerPassages,
  ).slice(0, limit);
  const answerType =
    answerTypeOf(askedText(question), language) ??
    // "And in September?" asks for what was asked for before.
    (previousQuestion === undefined
      ? undefined
      : answerTypeOf(previousQuestion, languageOf(previousQuestion) ?? language));
  const passages = await citedPassages(index, distinct, answerType, ownWords);
  const features = confidenceFeatures(query, retrieved, hits, answerTypeShare(answerType, passages[0]));
  const answer = judged(
    { question, language, passages, query, retrieved, features, answerType, best: hits[0] },
    undatedLeftOut(index, options),
  );
  return { answer, features };
}

interface Judgement {
  readonly question: string;
  readonly language: LanguageCode;
  readonly passages: readonly CitedPassage[];
  readonly query: Query;
  readonly retrieved: Retrieved;
  readonly features: ConfidenceFeatures;
  readonly answerType: AnswerType | undefined;
  readonly best: Hit | undefined;
}

function judged(
  { question, language, passages, query, retrieved, features, answerType, best }: Judgement,
  undated: number,
): Answer {
  const words = lookedFor(query, retrieved, best);
  const confidence = passages.length === 0 ? 0 : confidenceOf(features);
  const base = {
    question,
    language,
    confidence,
    lookedFor: words,
    missing: missingWords(words),
    passages,
    // Further down, passages have less and less to do with the question.
    saysDifferentThings: sayDifferentThings(passages.slice(0, defaultAnswerPassages), answerType),
    undatedLeftOut: undated,
  };
  const certainty = passages.length === 0 ? "none" : heldTo(certaintyOf(confidence), best);
  if (certainty !== "none") return { ...base, kind: "answered", certainty };
  const isEmpty = retrieved.candidates.length === 0 && words.some((word) => word.isFound);
  return { ...base, kind: "abstained", certainty, reason: isEmpty ? "no-documents" : abstentionReason(words) };
}

function answerTypeShare(type: AnswerType | undefined, best: CitedPassage | undefined): number {
  if (type === undefined || best === undefined) return 0.5;
  const { start, end } = best.highlight;
  const offset = best.passage.range.start;
  return holdsAnswerType(best.text.slice(start - offset, end - offset), type) ? 1 : 0;
}

async function citedPassages(
  index: PassageIndex,
  distinct: readonly DistinctHit[],
  answerType: AnswerType | undefined,
  ownWords: readonly number[],
): Promise<CitedPassage[]> {
  const ids = distinct.flatMap(({ hit, duplicates }) => [hit.id, ...duplicates.map((duplicate) => duplicate.id)]);
  const fetched = new Map((await index.fetch(ids)).map((passage) => [passage.id, passage]));
  return distinct.flatMap(({ hit, duplicates }) => {
    const passage = fetched.get(hit.id);
    if (passage === undefined) return [];
    const alsoIn = duplicates.flatMap(({ id }) => {
      const duplicate = fetched.get(id);
      return duplicate === undefined ? [] : [formatCitation(duplicate.passage)];
    });
    return [
      cited(passage, hit, alsoIn, answeringSentence(passage, hit.evidence, answerType, ownWords, hit.constraints)),
    ];
  });
}

function cited(fetched: FetchedPassage, hit: Hit, alsoIn: string[], highlight: TextRange): CitedPassage {
  return {
    citation: formatCitation(fetched.passage),
    fingerprint: fingerprintOf(fetched.text),
    file: fetched.document.file,
    metadata: fetched.document.metadata,
    passage: fetched.passage,
    text: fetched.text,
    around: fetched.around,
    highlight,
    score: hit.score,
    signals: hit.signals,
    alsoIn,
  };
}

function undatedLeftOut(index: PassageIndex, { filter }: AskOptions): number {
  if (filter?.from === undefined && filter?.until === undefined) return 0;
  const { from: _from, until: _until, ...others } = filter;
  return index.documents(others).filter((document) => document.metadata.published === undefined).length;
}
