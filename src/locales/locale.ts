/** Languages of the interface, as opposed to languages of documents and questions. */
export const locales = ["de", "en"] as const;
export type Locale = (typeof locales)[number];

/** Whatever may decide the language of the interface. */
export interface LocaleClues {
  /** Set by whoever runs the program. */
  readonly setting?: Locale | undefined;
  /** The person's language as a platform tells it, such as `de`, `en-GB` or `fr`. */
  readonly person?: string | undefined;
  /** The code of the question's language, where the person's is not known. */
  readonly question?: string | undefined;
  /** The server's language as a platform tells it. */
  readonly guild?: string | undefined;
}

/** The interface's language for a person: the first clue that names a language the interface has. */
export function chooseLocale(clues: LocaleClues, fallback: Locale): Locale {
  return clues.setting ?? spoken(clues.person) ?? spoken(clues.question) ?? spoken(clues.guild) ?? fallback;
}

function spoken(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale === language);
}
