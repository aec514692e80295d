import type { AppError } from "../../errors.ts";
import type { IndexDamage } from "../../search/cluster/checking/check-rows.ts";
import type { PassageIndex } from "../../search/passage-index.ts";

/** The index of a collection, wherever it is kept, in step with the documents. */
export interface OpenedIndex {
  /**
   * How it came about. `loaded`: it was there; `updated`: it was there, and documents had changed; `outdated`: it was
   * there and does not fit, and a new one is being built; `built`: it was built and kept; `in-memory`: it was built or
   * changed, and could not be kept.
   */
  readonly index: "loaded" | "updated" | "outdated" | "built" | "in-memory";
  /** Asked anew each time, since it may be replaced. */
  passages(): PassageIndex;
  /** Resolves when questions need not wait for anything that is being prepared. */
  ready(): Promise<void>;
  /**
   * Looks for changes of the documents.
   * @param files whose bytes may have changed; absent: any
   * @returns why that cannot be done, if so
   */
  refresh(files?: ReadonlySet<string>): Promise<AppError | undefined>;
  /** Another one whenever the documents in the index are others. */
  fingerprint(): string;
  /**
   * Compares all that is kept of it elsewhere with what was written there, and builds it anew where that differs. What
   * was read when it was opened has been compared by then.
   */
  check(): AsyncGenerator<CheckedIndex>;
  close(): Promise<void>;
}

/** What was found of an index that is not as it was written, and at the end whether there is a new one. */
export type CheckedIndex =
  | { readonly kind: "damaged"; readonly damage: IndexDamage }
  | { readonly kind: "repaired"; readonly isRepaired: boolean };
