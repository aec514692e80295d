import { languageByCode } from "../../analysis/languages.ts";
import type { LanguageCode } from "../../documents/document.ts";

/** A question that asks for documents rather than a passage: for all of them, or for those about a topic. */
export type BroadQuestion = { readonly kind: "collection" } | { readonly kind: "topic"; readonly topic: string };

/** @returns undefined for all other questions */
export function broadQuestion(question: string, language: LanguageCode): BroadQuestion | undefined {
  const asked = question.trim().replace(/\s+/gu, " ");
  const overviews = languageByCode(language).questions?.overviews;
  if (overviews?.collection.some((pattern) => pattern.test(asked)) === true) return { kind: "collection" };
  for (const pattern of overviews?.topic ?? []) {
    const topic = pattern.exec(asked)?.[1]?.trim();
    if (topic !== undefined && topic !== "") return { kind: "topic", topic };
  }
  return undefined;
}
