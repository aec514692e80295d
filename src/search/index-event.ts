import type { AppError } from "../errors.ts";

/** What happens while an index is opened or built, for whoever waits for it. */
export type IndexEvent =
  /** A document that cannot be read and is left out. */
  | { readonly kind: "skipped"; readonly file: string; readonly error: AppError }
  /** What is on disk is not served. */
  | { readonly kind: "damaged"; readonly reason: string }
  | { readonly kind: "building"; readonly documents: number }
  /** Another document is read. */
  | { readonly kind: "read"; readonly documents: number; readonly of: number }
  | { readonly kind: "built"; readonly passages: number }
  /** The index could not be kept on disk: it is in memory only. */
  | { readonly kind: "not-kept"; readonly error: AppError };
