import type { Fundstelle } from "../answering/service.ts";
import type { DocumentFilter } from "../search/passage-index.ts";
import type { Store } from "../store/store.ts";
import { computeInsights } from "./compute-insights.ts";
import type { Insights } from "./insights.ts";

const dayMs = 86_400_000;
/** Grouping compares each question with every group: what is newest counts. */
const mostGrouped = 2000;

/** Which questions to look at. */
export interface InsightsScope {
  /** Undefined: of all servers, for the host. */
  readonly guild: string | undefined;
  readonly days: number;
}

/** The time that a scope spans, in milliseconds since 1970; its end is not part of it. */
export function timeOf({ days }: Pick<InsightsScope, "days">, now: number): { from: number; until: number } {
  return { from: now - days * dayMs, until: now + 1 };
}

/** What can be learned of the last days' questions, as somebody of the server may see the documents. */
export async function collectInsights(
  { store, fundstelle }: { readonly store: Pick<Store, "questions" | "votes">; readonly fundstelle: Fundstelle },
  { guild, days }: InsightsScope,
  now = Date.now(),
): Promise<Insights> {
  const filter: DocumentFilter = guild === undefined ? {} : { audience: guild === "" ? {} : { guild } };
  const { from, until } = timeOf({ days }, now);
  const [questions, votes] = await Promise.all([
    store.questions.between(guild, from, until),
    store.votes.between(guild, from, until),
  ]);
  const documents = fundstelle.sources(filter).map(({ metadata }) => metadata.key);
  const isNamed = namesWithin(documents, fundstelle);
  return computeInsights({
    from,
    until,
    questions: questions.map((question) => ({ ...question, citations: onlyNamed(question.citations, isNamed) })),
    votes: votes.map((vote) => ({ ...vote, citation: onlyNamed(vote.citation, isNamed) })),
    documents,
    group: (texts) => fundstelle.groupAlike(texts.slice(0, mostGrouped), filter),
  });
}

/** Whether a citation is of a document that may be named: one of these, or one that is no longer there. */
function namesWithin(documents: readonly string[], fundstelle: Pick<Fundstelle, "sources">) {
  const seen = new Set(documents);
  const all = fundstelle.sources().map(({ metadata }) => metadata.key);
  const hidden = new Set(all.filter((key) => !seen.has(key)));
  return (citation: string): boolean => !hidden.has(citation.split(":")[0] ?? "");
}

/** @param citations with blanks between */
function onlyNamed(citations: string | null, isNamed: (citation: string) => boolean): string | null {
  const named = citations?.split(" ").filter(isNamed) ?? [];
  return named.length === 0 ? null : named.join(" ");
}
