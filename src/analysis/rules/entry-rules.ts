/** How entries of a language's lists of words are read, where its stems alone do not tell. */
export interface EntryRules {
  /** Under which keys a headword is found. @param headword folded, its words joined by spaces */
  keysOf?(headword: string): readonly string[];
  /** What a translation into this language is known by: `warnen` of "warnen vor". */
  knownBy?(translation: string): string;
  /**
   * The forms of an irregular verb, alone and with every prefix that gives a known infinitive.
   * @param infinitive of the verb without prefix
   * @param forms its irregular forms, participle included
   * @param isKnown whether a folded word is known to the lexicon
   * @returns one list of folded forms a verb, the infinitive first
   */
  prefixedForms?(infinitive: string, forms: readonly string[], isKnown: (folded: string) => boolean): string[][];
}
