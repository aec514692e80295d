import type { LanguageCode } from "../document.ts";

/** The language of a tag such as `de-AT` or `en_GB`, by its code of ISO 639-1; undefined for what is no such tag. */
export function parseLanguageTag(tag: string | null | undefined): LanguageCode | undefined {
  return /^([a-z]{2})(?:$|[-_])/i.exec(tag?.trim() ?? "")?.[1]?.toLowerCase();
}
