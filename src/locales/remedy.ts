import type { Messages } from "./messages.ts";

/** The parts of an error that its remedy in another language needs. */
export interface RemediableError {
  readonly code: string;
  readonly remedy: string;
  /** What the remedy lists. */
  readonly listed: readonly string[];
}

/** What helps against an error: in the reader's words where there are any, else in the error's own. */
export function remedyOf({ code, remedy, listed }: RemediableError, { errors, locale }: Messages): string {
  const own = errors[code]?.remedy;
  if (typeof own !== "function") return own ?? remedy;
  return own(new Intl.ListFormat(locale, { type: "disjunction" }).format(listed));
}
