import { parseCitation } from "../answering/citing/citation.ts";
import type { Fundstelle } from "../answering/service.ts";
import { AppError } from "../errors.ts";
import type { VoteRow } from "../store/tables.ts";

const snippetChars = 160;

/**
 * Judged questions of what people found helpful: a line of JSON each, as `fundstelle evaluate` reads them. Questions
 * whose words are not kept, and passages that are no longer there, are left out.
 */
export async function renderJudgments(
  fundstelle: Pick<Fundstelle, "lookUp">,
  votes: readonly Pick<VoteRow, "question" | "citation" | "vote">[],
): Promise<readonly string[]> {
  const balance = new Map<string, number>();
  for (const { question, citation, vote } of votes) {
    if (question === null || citation === null) continue;
    const key = JSON.stringify([question, citation]);
    balance.set(key, (balance.get(key) ?? 0) + vote);
  }
  const gold = new Map<string, { readonly doc: string; readonly contains: string }[]>();
  for (const { question, citation, vote } of votes) {
    if (question === null || citation === null || vote < 0) continue;
    const key = JSON.stringify([question, citation]);
    if ((balance.get(key) ?? 0) <= 0) continue;
    balance.delete(key);
    const passage = await passageOf(fundstelle, citation);
    if (passage !== undefined) gold.set(question, [...(gold.get(question) ?? []), passage]);
  }
  return [...gold].map(([question, passages]) => JSON.stringify({ question, gold: passages }));
}

async function passageOf(
  fundstelle: Pick<Fundstelle, "lookUp">,
  citation: string,
): Promise<{ readonly doc: string; readonly contains: string } | undefined> {
  const reference = parseCitation(citation);
  if (reference === undefined) return undefined;
  try {
    const { file, text } = await fundstelle.lookUp(reference);
    const contains = text.length <= snippetChars ? text : text.slice(0, snippetChars).replace(/\s+\S*$/u, "");
    return { doc: file, contains };
  } catch (error) {
    if (error instanceof AppError && (error.code === "citation-unknown" || error.code === "document-changed"))
      return undefined;
    throw error;
  }
}
