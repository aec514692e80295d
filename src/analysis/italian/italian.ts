import { stemmer } from "@orama/stemmers/italian";
import { stopwords } from "@orama/stopwords/italian";
import { createPlainLanguage } from "../plain-language.ts";

export const italian = createPlainLanguage({
  code: "it",
  stem: stemmer,
  stopWords: stopwords,
  elision: /^(?:[cdlmnstv]|un|all|dall|dell|nell|sull|quell|quest|bell|sant)['’](?=\p{L})/iu,
});
