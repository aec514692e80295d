import { languageByCode } from "../../../analysis/languages.ts";
import type { LanguageCode } from "../../../documents/document.ts";

const leastChars = 4;

/** Whether two words are the same but for a prefix that denies: unlikely and likely. */
export function differByPrefix(a: string, b: string, code: LanguageCode): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < leastChars) return false;
  return languageByCode(code).negation?.prefixes.some((prefix) => long === prefix + short) ?? false;
}
