import { detectLanguage } from "../analysis/detect-language.ts";
import type { Lexicon } from "../analysis/lexicon/lexicon.ts";
import type { AnswerType } from "../analysis/rules/questions/asked-rules.ts";
import { defined } from "../defined.ts";
import type { LanguageCode } from "../documents/document.ts";
import type { NearPassage } from "../meaning/meaning-index.ts";
import { askedEdition } from "../search/editions/asked-edition.ts";
import type { DocumentFilter, PassageIndex, Retrieved } from "../search/passage-index.ts";
import { askedText } from "../search/query/asked-parts.ts";
import type { Query } from "../search/query/concept.ts";
import type { Hit } from "../search/ranking/rank.ts";
import { search } from "../search/search.ts";
import { rankingSettings } from "../search/settings/ranking-settings.ts";
import type { Answer, CitedPassage } from "./answer.ts";
import { citedPassages, type PassageWithJudgement } from "./choosing/cited-passages.ts";
import { distinctHits } from "./choosing/near-duplicates.ts";
import { sayDifferentThings } from "./choosing/several-sources.ts";
import { isOneSided, withVariety } from "./choosing/variety.ts";
import { withWorthFirst } from "./choosing/worth-showing.ts";
import { followUp, ownWordsFirst } from "./conversation/follow-up.ts";
import { answerTypeOf, holdsAnswerType } from "./judging/answer-type.ts";
import { questionView } from "./judging/comparing/question-view.ts";
import { tellingOf } from "./judging/comparing/telling.ts";
import { certaintyOf, confidenceOf, judgedInputs } from "./judging/confidence/confidence.ts";
import { type ConfidenceFeatures, confidenceFeatures, noFeatures } from "./judging/features.ts";
import { heldTo } from "./judging/held-to.ts";
import { type Judgement, judgePassage } from "./judging/judge.ts";
import { abstentionReason, lookedFor, missingWords } from "./judging/looked-for.ts";
import { isOfOtherSubject } from "./judging/other-subject.ts";
import { parseQuestion } from "./question.ts";
import type { AskOptions } from "./service.ts";
import { shownPassages } from "./shown/shown-passages.ts";
import type { SmallTalk } from "./small-talk/phrases.ts";
import { smallTalkOf } from "./small-talk/small-talk.ts";

/** How many passages beyond those shown are considered for variety. */
const varietyDepth = 12;
/** How many passages enter the second stage of ranking. */
export const candidateLimit = 200;

/** A passage of another edition with a smaller share of the best score would not have been shown anyway. */
const leftOutShare = 0.5;

/** Finds passages near a question in meaning, nearest first; none if no model answers in time. */
export type FindNearest = (question: string, filter: DocumentFilter | undefined) => Promise<readonly NearPassage[]>;

/** An answer with the features it was judged by, for evaluation and tuning. */
export interface JudgedAnswer {
  readonly answer: Answer;
  readonly features: ConfidenceFeatures;
  /** Judgements of the first passages, in order; undefined for one without words to compare. */
  readonly judgements: readonly (Judgement | undefined)[];
}

/**
 * Answers a question from the index. @param nearest finds passages by meaning, if the host runs a model for it
 * @throws AppError `question-empty`, `question-too-long`, `document-changed`
 */
export async function ask(
  index: PassageIndex,
  text: string,
  lexicon: Lexicon,
  options: AskOptions = {},
  nearest?: FindNearest,
): Promise<JudgedAnswer> {
  const question = parseQuestion(text);
  const detect = (words: string): LanguageCode | undefined => detectLanguage(words, lexicon);
  const previousQuestion = options.previousQuestion;
  const previousLanguage = previousQuestion === undefined ? undefined : detect(previousQuestion);
  const language = options.language ?? detect(question) ?? previousLanguage ?? index.mainLanguage(options.filter);
  const own = await index.prepare(question, language, options.filter);
  // A question that is nothing but marks, such as "??" or "=>", is looked for literally.
  const talk = own.constraints.some(({ kind }) => kind === "name" || kind === "phrase")
    ? undefined
    : smallTalkOf(question);
  if (talk !== undefined) {
    return { answer: nothingAsked(question, language, talk), features: noFeatures, judgements: [] };
  }
  const prepared =
    previousQuestion === undefined
      ? own
      : followUp(own, await index.prepare(previousQuestion, previousLanguage ?? language, options.filter));
  const {
    hits: ranked,
    query,
    ...retrieved
  } = await search(index, prepared, {
    limit: Math.max(candidateLimit, 2 * (options.limit ?? 0)),
    nearest: (await nearest?.(question, options.filter)) ?? [],
    ...defined({ filter: options.filter, today: options.today }),
  });
  const kept = own.concepts.filter(({ text: word }) => query.concepts.some((concept) => concept.text === word)).length;
  const ownWords = previousQuestion === undefined ? [] : retrieved.informativeness.slice(0, kept);
  const hits = ownWordsFirst(
    ranked.filter((hit) => hit.score > 0 && hit.isSetAside !== true),
    ownWords.length,
  );
  const limit = options.limit ?? shownPassages;
  const distinct = withVariety(distinctHits(hits, limit + varietyDepth, index.isFigure), query, shownPassages).slice(
    0,
    limit,
  );
  const answerType =
    answerTypeOf(askedText(question), language) ??
    // "And in September?" asks for the same kind of thing as the question before it.
    (previousQuestion === undefined ? undefined : answerTypeOf(previousQuestion, previousLanguage ?? language));
  const telling = tellingOf(query, retrieved.informativeness);
  const view = questionView(query, telling, lexicon, rankingSettings.alternatives);
  const passages = await citedPassages(
    index,
    distinct,
    { answerType, ownWords },
    (fetched, hit) => judgePassage(view, fetched, lexicon, hit.constraints),
    shownPassages,
  );
  const features = confidenceFeatures(
    query,
    { ...retrieved, informativeness: telling },
    hits,
    answerTypeShare(answerType, passages[0]?.cited),
  );
  const { answer, judgements } = judged(
    {
      question,
      language,
      passages,
      query,
      retrieved,
      features,
      answerType,
      best: hits[0],
      editionsLeftOut:
        askedEdition(prepared).kind === "current"
          ? ranked.filter((hit) => hit.isSetAside === true && saysAsMuch(hit, hits[0])).length
          : 0,
      isOfOtherSubject: isOfOtherSubject(query, hits, (number) => index.document(number)),
    },
    undatedLeftOut(index, options),
    options.limit === undefined,
  );
  return { answer, features, judgements };
}

interface Judged {
  readonly question: string;
  readonly language: LanguageCode;
  readonly passages: readonly PassageWithJudgement[];
  readonly query: Query;
  readonly retrieved: Retrieved;
  readonly features: ConfidenceFeatures;
  readonly answerType: AnswerType | undefined;
  readonly best: Hit | undefined;
  readonly editionsLeftOut: number;
  readonly isOfOtherSubject: boolean;
}

function judged(
  {
    question,
    language,
    passages: judgedPassages,
    query,
    retrieved,
    features,
    answerType,
    best,
    editionsLeftOut,
    isOfOtherSubject,
  }: Judged,
  undated: number,
  onlyWorthShowing: boolean,
): Omit<JudgedAnswer, "features"> {
  const words = lookedFor(query, retrieved, best);
  const judgement = judgedPassages[0]?.judgement;
  const parts = confidenceOf(features, judgement);
  const confidence = judgedPassages.length === 0 ? 0 : parts.confidence;
  const certainty =
    judgedPassages.length === 0 || isOfOtherSubject
      ? "none"
      : heldTo(certaintyOf(confidence, judgement), query, retrieved.informativeness, best, judgement);
  // Later passages have less and less to do with the question.
  const first = judgedPassages.slice(0, shownPassages);
  const saysDifferentThings = sayDifferentThings(
    first.map(({ cited }) => cited),
    answerType,
  );
  const arranged = withWorthFirst(first, {
    confidence,
    keepsAll: saysDifferentThings || certainty === "none" || (best !== undefined && isOneSided(query, best)),
  });
  const passages = [...arranged.passages, ...judgedPassages.slice(shownPassages)].map(({ cited }) => cited);
  const base = {
    question,
    language,
    confidence,
    lookedFor: words,
    missing: missingWords(words),
    findings: judgement?.findings ?? [],
    passages: onlyWorthShowing ? passages.slice(0, arranged.worthShowing) : passages,
    worthShowing: arranged.worthShowing,
    ...(judgement === undefined ? {} : { reckoning: { ...parts, inputs: judgedInputs(features, judgement) } }),
    saysDifferentThings,
    undatedLeftOut: undated,
    ...(editionsLeftOut === 0 ? {} : { editionsLeftOut }),
  };
  const judgements = arranged.passages.map((passage) => passage.judgement);
  if (certainty !== "none") return { answer: { ...base, kind: "answered", certainty }, judgements };
  const isEmpty = retrieved.candidates.length === 0 && words.some((word) => word.isFound);
  const reason = isEmpty ? "no-documents" : abstentionReason(words);
  return { answer: { ...base, kind: "abstained", certainty, reason }, judgements };
}

function nothingAsked(question: string, language: LanguageCode, talk: SmallTalk): Answer {
  return {
    kind: "abstained",
    certainty: "none",
    reason: talk,
    question,
    language,
    confidence: 0,
    lookedFor: [],
    missing: [],
    findings: [],
    passages: [],
    worthShowing: 0,
    saysDifferentThings: false,
    undatedLeftOut: 0,
  };
}

function answerTypeShare(type: AnswerType | undefined, best: CitedPassage | undefined): number {
  if (type === undefined || best === undefined) return 0.5;
  const { start, end } = best.highlight;
  const offset = best.passage.range.start;
  return holdsAnswerType(best.text.slice(start - offset, end - offset), type) ? 1 : 0;
}

/** Whether a passage of another edition is about as good as the best one, by its score before it was set aside. */
function saysAsMuch({ signals }: Hit, best: Hit | undefined): boolean {
  const own = signals.reduce((sum, { weight, value }) => sum + Math.max(0, weight * value), 0);
  return best !== undefined && own >= leftOutShare * best.score;
}

function undatedLeftOut(index: PassageIndex, { filter }: AskOptions): number {
  if (filter?.from === undefined && filter?.until === undefined) return 0;
  const { from: _from, until: _until, ...others } = filter;
  return index.documents(others).filter((document) => document.metadata.published === undefined).length;
}
