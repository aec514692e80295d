import { stemmer } from "@orama/stemmers/spanish";
import { stopwords } from "@orama/stopwords/spanish";
import { createPlainLanguage } from "../plain-language.ts";

export const spanish = createPlainLanguage({
  code: "es",
  stem: stemmer,
  stopWords: stopwords,
});
