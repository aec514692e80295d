import { stemmer } from "@orama/stemmers/dutch";
import { stopwords } from "@orama/stopwords/dutch";
import { createPlainLanguage } from "../plain-language.ts";

export const dutch = createPlainLanguage({
  code: "nl",
  stem: stemmer,
  stopWords: stopwords,
});
