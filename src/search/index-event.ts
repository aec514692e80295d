import type { ReadingGap } from "../documents/document.ts";
import type { AppError } from "../errors.ts";

/** What happens while an index is opened or built, for whoever waits for it. */
export type IndexEvent =
  /** A document that cannot be read and is left out. */
  | { readonly kind: "skipped"; readonly file: string; readonly error: AppError }
  /** A document that is not wholly read, or whose encoding had to be guessed. */
  | { readonly kind: "incomplete"; readonly file: string; readonly gaps: readonly ReadingGap[] }
  /** What is on disk is not served. */
  | { readonly kind: "damaged"; readonly reason: string }
  /**
   * An index that an earlier version made, or that most documents are missing in, answers until a new one is built; so
   * many of its documents are no longer what it knows, and are left out until then.
   */
  | { readonly kind: "outdated"; readonly leftOut: number }
  /** The new one answers from now on. */
  | { readonly kind: "replaced" }
  | { readonly kind: "building"; readonly documents: number }
  /** Another document is read. */
  | { readonly kind: "read"; readonly documents: number; readonly of: number }
  /** All documents are read; so many passages are in the full-text index. */
  | { readonly kind: "indexed"; readonly passages: number; readonly of: number }
  | { readonly kind: "built"; readonly passages: number }
  /** The index could not be kept on disk: it is in memory only. */
  | { readonly kind: "not-kept"; readonly error: AppError }
  /** Documents came, changed or went, and the index has followed. */
  | ({ readonly kind: "changed" } & ChangedFiles)
  /** So many documents have the vectors of the model that is set. */
  | { readonly kind: "vectors"; readonly documents: number; readonly of: number }
  /** A model does not answer: the words alone find passages, or answers go out without its verdict. */
  | { readonly kind: "model-failing"; readonly purpose: ModelPurpose; readonly reason: string }
  | { readonly kind: "model-working"; readonly purpose: ModelPurpose }
  /** Changes cannot be looked at for now: the index stays what it is. */
  | { readonly kind: "not-updated"; readonly error: AppError };

/** What a model of the host's is asked for. */
export type ModelPurpose = "finding" | "judging";

/** Files below the documents' folder. */
export interface ChangedFiles {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}
