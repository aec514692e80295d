import type { CheckName, ProofState } from "../../answering/proof/proof.ts";

/** Words around citations: proofs, reading on, references. */
export interface CitingMessages {
  readonly states: Record<ProofState, string>;
  /** Which check failed, and what was found instead if that helps. */
  readonly failures: Record<CheckName, (found: string | undefined) => string>;
  readonly notChecked: (names: readonly string[]) => string;
  readonly standsAt: (citation: string) => string;
  readonly standsThereNow: (citation: string) => string;
  readonly didYouMean: (citations: readonly string[]) => string;
  readonly fileHash: (beginning: string) => string;
  readonly quoteHash: (beginning: string) => string;
  /** "3 of 4 citations are proven." */
  readonly summary: (proven: number, total: number) => string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly readOn: (command: string) => string;
}
