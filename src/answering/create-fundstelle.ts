import { detectLanguage } from "../analysis/detect-language.ts";
import type { Lexicon } from "../analysis/lexicon/lexicon.ts";
import { defined } from "../defined.ts";
import type { LanguageCode } from "../documents/document.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import { ask, type FindNearest } from "./ask.ts";
import { answerBroadly } from "./broad/answer-broadly.ts";
import type { AskPassages } from "./broad/overview.ts";
import type { Catalogue } from "./citing/catalogue.ts";
import { lookUp, requirePassage } from "./citing/look-up.ts";
import { groupAlike, paraphraseOf } from "./grouping/group-alike.ts";
import { verify } from "./proof/verify.ts";
import { readPage } from "./read-page.ts";
import { searchTerms } from "./search-terms.ts";
import type { Fundstelle } from "./service.ts";
import { withStanding } from "./standing.ts";
import { referenceData } from "./styles/reference-data.ts";
import { suggestCitations, suggestQuestions, suggestSources } from "./suggest.ts";

/** The parts that answering needs. */
export interface FundstelleParts {
  /** Called for each request, so that the index can be replaced while questions are being answered. */
  readonly index: () => PassageIndex;
  readonly lexicon: Lexicon;
  readonly catalogue: Catalogue;
  /** Absent: passages are found by words alone. */
  readonly nearest?: FindNearest;
}

export function createFundstelle({ index, lexicon, catalogue, nearest }: FundstelleParts): Fundstelle {
  const detect = (text: string): LanguageCode | undefined => detectLanguage(text, lexicon);
  return {
    ask: async (question, options) => {
      // All questions of one message are answered from the same index.
      const passages = index();
      const askOne: AskPassages = async (one, more) => (await ask(passages, one, lexicon, more, nearest)).answer;
      const answer = await answerBroadly(passages, askOne, detect, question, options);
      return { ...answer, passages: answer.passages.map(withStanding(passages, options)) };
    },
    search: async (terms, options) => {
      const page = await searchTerms(index(), terms, detect, options);
      return { ...page, hits: page.hits.map(withStanding(index(), options)) };
    },
    lookUp: async (reference, options) =>
      withStanding(index(), options)(await lookUp(index(), catalogue, reference, options)),
    sources: (filter) =>
      index()
        .documents(filter)
        .map(({ file, metadata, paragraphs, hidden, gaps }) => ({
          file,
          metadata,
          passages: index().passagesOf(metadata.key).length,
          paragraphs,
          hidden,
          ...defined({ gaps }),
        }))
        .map(withStanding(index(), filter === undefined ? {} : { filter })),
    read: async (key, options) => withStanding(index(), options)(await readPage(index(), catalogue, key, options)),
    verify: (claims, options) => verify(index(), catalogue, claims, options),
    reference: async (reference, options) =>
      referenceData(await requirePassage(index(), catalogue, reference, options?.filter)),
    suggestQuestions: (typed, options) => suggestQuestions(index(), typed, options),
    suggestCitations: (typed, options) => suggestCitations(index(), typed, options),
    suggestSources: (typed, options) => suggestSources(index(), typed, options),
    groupAlike: (questions, filter) => groupAlike(index(), questions, detect, filter),
    paraphraseOf: (question, others, filter) => paraphraseOf(index(), question, others, detect, filter),
    detectLanguage: detect,
    statistics: () => index().statistics(),
  };
}
