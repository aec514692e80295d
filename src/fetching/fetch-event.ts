import type { AppError } from "../errors.ts";

/** What happened to one page or file that was to be fetched. */
export type FetchEvent =
  | {
      readonly kind: FetchedKind;
      /** As it was named or listed. */
      readonly address: string;
      /** Path below the documents' folder, where there is one. */
      readonly file: string | undefined;
    }
  | { readonly kind: "failed"; readonly address: string; readonly error: AppError }
  /** A limit was reached; so many were not looked at. */
  | { readonly kind: "stopped"; readonly limit: "pages" | "size" | "time"; readonly left: number };

/**
 * `edited`: somebody changed the file, which stays; `taken`: somebody's own file has its name; `gone`: no longer there;
 * `removed`: no longer there, nor here; `forbidden`: by robots.txt; `no-document`: no format reads it; `double`: it leads to
 * a page that was fetched already.
 */
export type FetchedKind =
  | "new"
  | "changed"
  | "unchanged"
  | "edited"
  | "taken"
  | "gone"
  | "removed"
  | "forbidden"
  | "no-document"
  | "double";

/** Limits of one run. */
export interface FetchLimits {
  readonly mostPages: number;
  /** Of one page or file. */
  readonly mostBytes: number;
  /** Of all that is fetched in one run. */
  readonly mostBytesInAll: number;
  readonly mostMinutes: number;
}
