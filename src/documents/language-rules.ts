import { alternatives as alternativesOf, languages } from "../analysis/languages.ts";

/** What a language knows of documents. */
export type DocumentRules = NonNullable<(typeof languages)[number]["documents"]>;

/** Of every language that knows something of documents, in their order. */
export const documentRules: readonly DocumentRules[] = languages.flatMap(({ documents }) => documents ?? []);

/** What all languages say of something. */
export function saidByAll<T>(pick: (rules: DocumentRules) => readonly T[] | undefined): readonly T[] {
  return documentRules.flatMap((rules) => pick(rules) ?? []);
}

/** Alternatives of a regular expression, those of all languages. */
export function alternatives(pick: (rules: DocumentRules) => string | undefined): string {
  return alternativesOf(({ documents }) => (documents === undefined ? undefined : pick(documents)));
}

/** Alternatives for a word of bylines. */
export function inBylines(name: keyof NonNullable<DocumentRules["bylines"]>): string {
  return alternatives(({ bylines }) => bylines?.[name]);
}
