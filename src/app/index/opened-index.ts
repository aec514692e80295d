import type { AppError } from "../../errors.ts";
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
  close(): Promise<void>;
}
