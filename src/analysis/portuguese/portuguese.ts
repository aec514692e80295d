import { stemmer } from "@orama/stemmers/portuguese";
import { stopwords } from "@orama/stopwords/portuguese";
import { createPlainLanguage } from "../plain-language.ts";

export const portuguese = createPlainLanguage({
  code: "pt",
  stem: stemmer,
  stopWords: stopwords,
});
