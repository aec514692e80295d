import type { LanguageCode } from "./language.ts";
import { languages } from "./languages.ts";
import type { AnalyzedToken } from "./tokens/token.ts";

/** Stems of the first language are terms as they are. */
const unmarked = languages[0].code;

/**
 * The term under which a token is indexed. Numbers, dates and names with marks have the same term in every language.
 * Stems of all languages but the first carry a prefix, so that "die" and "gift" in an English document are not the German
 * words.
 */
export function termOf(token: Pick<AnalyzedToken, "kind" | "stem">, code: LanguageCode): string {
  const isSameEverywhere = token.kind === "number" || token.kind === "date" || token.kind === "name";
  return isSameEverywhere ? token.stem : stemTerm(token.stem, code);
}

/** The term of a stem of the given language. */
export function stemTerm(stem: string, code: LanguageCode): string {
  return code === unmarked || isDigits(stem) ? stem : `${code}:${stem}`;
}

function isDigits(stem: string): boolean {
  const first = stem.charCodeAt(0);
  return first >= 48 && first <= 57 && /^[\d.:-]+$/.test(stem);
}
