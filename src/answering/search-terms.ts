import { analyze } from "../analysis/analyze.ts";
import { languageByCode } from "../analysis/languages.ts";
import { termOf } from "../analysis/term.ts";
import { defined } from "../defined.ts";
import type { LanguageCode, TextRange } from "../documents/document.ts";
import type { DocumentFilter, FetchedPassage, PassageIndex } from "../search/passage-index.ts";
import type { Query } from "../search/query/concept.ts";
import type { Hit } from "../search/ranking/rank.ts";
import { search } from "../search/search.ts";
import { candidateLimit } from "./ask.ts";
import { trimmed } from "./choosing/highlight.ts";
import { formatCitation } from "./citing/citation.ts";
import { fingerprintOf } from "./citing/fingerprint.ts";
import { parseQuestion } from "./question.ts";
import type { SearchHit, SearchPage } from "./service.ts";

/** The approximate length of a snippet, in characters. */
const snippetChars = 200;
/** Words that match only a weaker alternative are not marked. */
const markedWeight = 0.4;

export interface SearchTermsOptions {
  readonly limit?: number;
  readonly offset?: number;
  readonly filter?: DocumentFilter;
  readonly language?: LanguageCode;
}

/** Plain keyword search: every passage that holds one of the terms, best first, a page of them at a time. */
export async function searchTerms(
  index: PassageIndex,
  text: string,
  detect: (text: string) => LanguageCode | undefined,
  { limit = 10, offset = 0, filter, language: given }: SearchTermsOptions = {},
): Promise<SearchPage> {
  const terms = parseQuestion(text);
  const language = given ?? detect(terms) ?? index.mainLanguage(filter);
  const query = await index.prepare(terms, language, filter);
  const retrieved = await search(index, query, {
    limit: Math.max(candidateLimit, offset + limit),
    ...defined({ filter }),
  });
  const hits = retrieved.hits.filter((hit) => hit.evidence.terms > 0);
  const shown = hits.slice(offset, offset + limit);
  const fetched = new Map((await index.fetch(shown.map((hit) => hit.id))).map((passage) => [passage.id, passage]));
  return {
    terms,
    language,
    hits: shown.flatMap((hit) => {
      const passage = fetched.get(hit.id);
      return passage === undefined ? [] : [searchHit(passage, hit, query)];
    }),
    total: retrieved.total > retrieved.candidates.length ? retrieved.total : hits.length,
    offset,
    suggestions: query.concepts.flatMap((concept) => concept.correctedTo ?? []),
  };
}

function searchHit(fetched: FetchedPassage, hit: Hit, query: Query): SearchHit {
  const highlights = matches(fetched, query);
  return {
    citation: formatCitation(fetched.passage),
    fingerprint: fingerprintOf(fetched.text),
    file: fetched.document.file,
    metadata: fetched.document.metadata,
    passage: fetched.passage,
    text: fetched.text,
    snippet: snippetAround(fetched, highlights),
    highlights,
    score: hit.score,
    signals: hit.signals,
    fields: hit.evidence.details.fields().map(({ field, terms }) => ({ field, terms: terms / hit.evidence.terms })),
  };
}

/** The words of a passage that stand for a word of the query, in the canonical text. */
function matches({ passage, text, document }: FetchedPassage, query: Query): TextRange[] {
  const marked = new Set<string>();
  for (const concept of query.concepts) {
    for (const alternative of concept.alternatives)
      if (alternative.weight >= markedWeight) marked.add(alternative.term);
  }
  const code = document.metadata.language;
  return analyze(text, languageByCode(code))
    .filter((token) => token.kind !== "joined" && !token.isStopWord && marked.has(termOf(token, code)))
    .map((token) => ({ start: token.start + passage.range.start, end: token.end + passage.range.start }));
}

/** About `snippetChars` characters around the first match, cut at spaces. */
function snippetAround({ passage, text }: FetchedPassage, highlights: readonly TextRange[]): TextRange {
  const offset = passage.range.start;
  const first = (highlights[0]?.start ?? offset) - offset;
  let start = Math.max(0, first - Math.floor(snippetChars / 3));
  let end = Math.min(text.length, start + snippetChars);
  start = Math.max(0, Math.min(start, end - snippetChars));
  while (start > 0 && start < first && !/\s/.test(text.charAt(start - 1))) start++;
  while (end < text.length && end > first && !/\s/.test(text.charAt(end))) end--;
  if (end <= first) end = Math.min(text.length, start + snippetChars);
  return trimmed(text, { start: start + offset, end: end + offset }, offset);
}
