import type { Language } from "./language.ts";
import { RecentMap } from "./recent-map.ts";
import type { AnalyzedToken } from "./token.ts";
import { tokenize } from "./tokenizer.ts";

/** What a language makes of a word as it is written. */
interface AnalyzedWord {
  readonly folded: string;
  readonly stem: string;
  readonly isStopWord: boolean;
}

/** Most words of a text were met before: by language and spelling. */
const words: Record<Language["code"], RecentMap<AnalyzedWord>> = {
  de: new RecentMap(32_768),
  en: new RecentMap(32_768),
};

/** A text as the tokens of one language, stop words marked and kept: offsets are those of the text given. */
export function analyze(text: string, language: Language): AnalyzedToken[] {
  const analyzed: AnalyzedToken[] = [];
  for (const { text: written, kind, start, end } of tokenize(text)) {
    if (kind === "word" || kind === "joined") {
      const { folded, stem, isStopWord } = analyzeWord(written, language);
      if (folded !== "") analyzed.push({ text: written, kind, start, end, folded, stem, isStopWord });
    } else {
      const folded = language.fold(written);
      if (folded !== "") analyzed.push({ text: written, kind, start, end, folded, stem: folded, isStopWord: false });
    }
  }
  return analyzed;
}

function analyzeWord(written: string, language: Language): AnalyzedWord {
  const known = words[language.code].get(written);
  if (known !== undefined) return known;
  const folded = language.fold(written);
  const isCapitalised = /^\p{Lu}/u.test(written);
  const isStopWord = language.isStopWord(folded, isCapitalised) || (folded.length === 1 && !isCapitalised);
  const word = { folded, stem: folded === "" ? "" : language.stem(folded), isStopWord };
  words[language.code].set(written, word);
  return word;
}
