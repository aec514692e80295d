import { AppError, describeError } from "../../errors.ts";
import type { Messages } from "../../locales/messages.ts";
import { remedyOf } from "../../locales/remedy.ts";
import { sanitize } from "../text/sanitize.ts";

/**
 * What went wrong and what helps, on one line. In another language than English the error's own words stand in
 * brackets, for they name the thing.
 */
export function renderError(thrown: unknown, messages: Messages): string {
  const own = describeError(thrown);
  const code = thrown instanceof AppError ? thrown.code : "internal";
  const translated = messages.errors[code];
  const what = translated === undefined ? own : `${translated.what} (${own.replace(/\.$/, "")})`;
  return sanitize(`${what} ${thrown instanceof AppError ? remedyOf(thrown, messages) : ""}`)
    .replace(/\s+/g, " ")
    .trim();
}
