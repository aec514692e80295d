import { AppError, describeError } from "../errors.ts";

/** Whether a model answers, for the host to see. */
export type ModelState = { readonly kind: "working" } | { readonly kind: "failing"; readonly reason: string };

/** What to tell the host of a request that failed. @param waitMs how long it was waited for */
export function failureReason(error: unknown, waitMs: number): string {
  if (error instanceof AppError) return error.message;
  const isLate = error instanceof DOMException && error.name === "TimeoutError";
  return isLate ? `it did not answer within ${waitMs} ms` : describeError(error);
}
