import { stemmer } from "@orama/stemmers/french";
import { stopwords } from "@orama/stopwords/french";
import { createPlainLanguage } from "../plain-language.ts";

export const french = createPlainLanguage({
  code: "fr",
  stem: stemmer,
  stopWords: stopwords,
  documents: {
    quotationMarks: [
      ["« ", " »"],
      ["“", "”"],
    ],
  },
  elision: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/iu,
});
