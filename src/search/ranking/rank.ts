import type { CheckedConstraint } from "../constraints/check-passage.ts";
import type { IndexedDocument } from "../index/passage-table.ts";
import type { Candidate } from "../passage-index.ts";
import type { Query } from "../query/concept.ts";
import { bestFirst } from "./in-order.ts";
import { signals as programSignals, type Signal } from "./signals.ts";

/** What one signal gave a hit: `score` as a share of the largest among the candidates, times `weight`. */
export interface SignalShare {
  readonly name: string;
  readonly weight: number;
  /** From 0 to 1. */
  readonly value: number;
}

/** A candidate with its score and the explanation, whose shares add up to the score. */
export interface Hit extends Candidate {
  readonly score: number;
  readonly signals: readonly SignalShare[];
  /**
   * How well it meets what the question wants to the letter; absent where that is nothing, or where it was not read.
   */
  readonly constraints?: readonly CheckedConstraint[];
  /** Present where another edition answers that the question asks for. */
  readonly isSetAside?: true;
}

/**
 * Orders candidates by the weighted sum of the signals, each divided by its largest value; equal ones by where they stand.
 * @param documentAt the document of a candidate's number
 * @param signals those of the program where absent
 */
export function rank(
  candidates: readonly Candidate[],
  query: Query,
  documentAt: (number: number) => IndexedDocument,
  signals: readonly Signal[] = programSignals,
): Hit[] {
  const columns = signals.map((signal) => {
    const values = candidates.map((candidate) => signal.score(candidate, query, documentAt(candidate.document)));
    const largest = values.reduce((a, b) => Math.max(a, b), 0);
    return { signal, values: values.map((value) => (largest === 0 ? 0 : value / largest)) };
  });
  return candidates
    .map((candidate, index): Hit => {
      const shares = columns.map(({ signal: { name, weight }, values }) => ({
        name,
        weight,
        value: values[index] ?? 0,
      }));
      return {
        ...candidate,
        score: shares.reduce((sum, share) => sum + share.weight * share.value, 0),
        signals: shares,
      };
    })
    .sort(bestFirst(documentAt));
}
