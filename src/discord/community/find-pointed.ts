import { parseCitation } from "../../answering/citing/citation.ts";
import type { Fundstelle, LookedUp } from "../../answering/service.ts";
import { AppError } from "../../errors.ts";
import type { DocumentFilter } from "../../search/passage-index.ts";
import type { PointerRow } from "../../store/tables.ts";

/** A passage that somebody has pointed to for a question. */
export interface Pointed {
  readonly id: string;
  readonly passage: LookedUp;
}

/** @returns undefined if nobody has pointed to one, or if it is no longer there or not to be seen here */
export async function findPointed(
  fundstelle: Pick<Fundstelle, "paraphraseOf" | "lookUp">,
  question: string,
  pointers: readonly PointerRow[],
  filter: DocumentFilter,
): Promise<Pointed | undefined> {
  if (pointers.length === 0) return undefined;
  const asked = pointers.map((pointer) => pointer.question);
  const pointer = pointers[(await fundstelle.paraphraseOf(question, asked, filter)) ?? -1];
  const reference = pointer === undefined ? undefined : parseCitation(pointer.citation);
  if (pointer === undefined || reference === undefined) return undefined;
  try {
    return { id: pointer.id, passage: await fundstelle.lookUp(reference, { filter }) };
  } catch (error) {
    if (error instanceof AppError && (error.code === "citation-unknown" || error.code === "document-changed"))
      return undefined;
    throw error;
  }
}
