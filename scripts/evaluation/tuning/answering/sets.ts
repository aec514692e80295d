import path from "node:path";

/** What a set of judged questions is for: each kind counts as much as the others of it together, however many they are. */
export type SetKind = "seeds" | "real" | "xquad" | "pairs" | "traps";

/** Judged questions on a folder of documents. */
export interface JudgedSet {
  readonly kind: SetKind;
  readonly name: string;
  readonly judgments: string;
  readonly documents: string;
}

/** Questions as they are asked, with the answer's paragraph taken away (`near`), or with its document (`off`). */
export type Mode = "asked" | "near" | "off";

/**
 * How much the kinds of questions count. Questions as people ask them and questions that were written to mislead are
 * weighed so that the confidence is right of both, as far as one number can be.
 */
export const weights: Readonly<Record<SetKind, Partial<Record<Mode, number>>>> = {
  seeds: { asked: 0.5, near: 0.1 },
  real: { asked: 0.8, near: 0.2, off: 0.3 },
  xquad: { asked: 1, near: 0.5, off: 0.6 },
  pairs: { asked: 1 },
  traps: { asked: 1, near: 0.3, off: 0.1 },
};

/** @param argument `kind=judgments:documents`. @throws Error where it has not that form */
export function parseSet(argument: string): JudgedSet {
  const [, kind, judgments, documents] = /^(seeds|real|xquad|pairs|traps)=([^:]+):([^:]+)$/.exec(argument) ?? [];
  if (judgments === undefined || documents === undefined || !isKind(kind)) {
    throw new Error(
      `${argument} is no set. Write kind=judgments.jsonl:documents, kind seeds, real, xquad, pairs or traps.`,
    );
  }
  const parts = documents.split("/").filter((part) => part !== "" && part !== "." && part !== ".." && part !== "seeds");
  // The seeds themselves are told apart by what is asked of them.
  const name = parts.at(-1) ?? path.basename(judgments).replace(/\.jsonl$/u, "");
  return { kind, name: `${kind} ${name}`, judgments, documents };
}

function isKind(text: string | undefined): text is SetKind {
  return text !== undefined && text in weights;
}
