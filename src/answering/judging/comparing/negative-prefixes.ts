import type { LanguageCode } from "../../../documents/document.ts";

const prefixes: Readonly<Record<LanguageCode, readonly string[]>> = {
  de: ["un", "nicht", "miss", "in", "il", "ir", "im", "a", "dis", "non"],
  en: ["un", "in", "im", "il", "ir", "dis", "non", "a", "mis", "anti"],
};
const leastChars = 4;

/** Whether two words are the same but for a prefix that denies: unlikely and likely. */
export function differByPrefix(a: string, b: string, code: LanguageCode): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= leastChars && (prefixes[code] ?? []).some((prefix) => long === prefix + short);
}
