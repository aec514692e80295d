import type { EntryRules } from "../rules/entry-rules.ts";

/** How English entries of the lists of words are read. */
export const englishEntries: EntryRules = {
  // US is folded as USA is, where it is written with capitals.
  keysOf: (headword) => (headword.startsWith("us ") ? [headword, `usa ${headword.slice(3)}`] : [headword]),
};
