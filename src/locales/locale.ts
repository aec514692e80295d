/** A language that the program speaks with people, apart from the languages that it reads. */
export const locales = ["de", "en"] as const;
export type Locale = (typeof locales)[number];

/** What may decide the language of the interface; what is absent decides nothing. */
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

/** The language to speak with a person: the first clue that names a language that the program speaks. */
export function chooseLocale(clues: LocaleClues, fallback: Locale): Locale {
  return clues.setting ?? spoken(clues.person) ?? spoken(clues.question) ?? spoken(clues.guild) ?? fallback;
}

function spoken(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale === language);
}
