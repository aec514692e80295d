import type { LanguageCode } from "../document.ts";

/** The language of a tag such as `de-AT` or `en_GB`; undefined for all others. */
export function languageOf(tag: string | null | undefined): LanguageCode | undefined {
  const code = /^(de|en)(?:$|[-_])/i.exec(tag?.trim() ?? "")?.[1]?.toLowerCase();
  return code === "de" || code === "en" ? code : undefined;
}
