import { AppError, describeError } from "../errors.ts";

/** Whether a model answers, for the host to see. */
export type ModelState = { readonly kind: "working" } | { readonly kind: "failing"; readonly reason: string };

/** What is known of whether a model answers. */
export interface ModelWatch {
  readonly state: ModelState;
  become(next: ModelState): void;
}

/** @param onState called when the model stops answering and when it answers again, not for every question */
export function watchModel(onState: (state: ModelState) => void): ModelWatch {
  let state: ModelState = { kind: "working" };
  return {
    get state() {
      return state;
    },
    become(next) {
      const isNews = next.kind !== state.kind;
      state = next;
      if (isNews) onState(next);
    },
  };
}

/** What to tell the host of a request that failed. @param waitMs how long it was waited for */
export function failureReason(error: unknown, waitMs: number): string {
  if (error instanceof AppError) return error.message;
  const isLate = error instanceof DOMException && error.name === "TimeoutError";
  return isLate ? `it did not answer within ${waitMs} ms` : describeError(error);
}
