import type { ReadingGap } from "../documents/document.ts";
import type { AppError } from "../errors.ts";

/** What happens while an index is opened, built or updated, for progress displays and logs. */
export type IndexEvent =
  /** A document that cannot be read and is left out. */
  | { readonly kind: "skipped"; readonly file: string; readonly error: AppError }
  /** A document that is not wholly read, or whose encoding had to be guessed. */
  | { readonly kind: "incomplete"; readonly file: string; readonly gaps: readonly ReadingGap[] }
  /** A document stays restricted to these servers, as `was` once was, though `sources.json` does not say so any more. */
  | {
      readonly kind: "kept-restricted";
      readonly file: string;
      readonly guilds: readonly string[];
      readonly was: string;
    }
  /** What was extracted of a document differed from its fingerprint, or was gone. */
  | { readonly kind: "text-damaged"; readonly file: string; readonly isRepaired: boolean }
  /** The index on disk is damaged and not used. */
  | { readonly kind: "damaged"; readonly reason: string }
  /**
   * An index of an earlier version, or one that lacks most documents, answers until a new one is built. `leftOut` of
   * its documents have changed since and are left out until then.
   */
  | { readonly kind: "outdated"; readonly leftOut: number }
  /** The new index answers from now on. */
  | { readonly kind: "replaced" }
  | { readonly kind: "building"; readonly documents: number }
  /** Another document is read. */
  | { readonly kind: "read"; readonly documents: number; readonly of: number }
  /** All documents are read; so many passages are in the full-text index. */
  | { readonly kind: "indexed"; readonly passages: number; readonly of: number }
  | { readonly kind: "built"; readonly passages: number }
  /** The index could not be written to disk and is in memory only. */
  | { readonly kind: "not-kept"; readonly error: AppError }
  /** Documents were added, changed or removed, and the index is up to date again. */
  | ({ readonly kind: "changed" } & ChangedFiles)
  /** Progress of the vectors: how many documents have theirs. */
  | { readonly kind: "vectors"; readonly documents: number; readonly of: number }
  /** A model does not answer, so passages are found by words alone, or answers go out without its verdict. */
  | { readonly kind: "model-failing"; readonly purpose: ModelPurpose; readonly reason: string }
  | { readonly kind: "model-working"; readonly purpose: ModelPurpose }
  /** The folder cannot be searched for changes at the moment; the index stays as it is. */
  | { readonly kind: "not-updated"; readonly error: AppError };

/** What the host's model is used for. */
export type ModelPurpose = "finding" | "judging";

/** Files below the documents' folder. */
export interface ChangedFiles {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}
