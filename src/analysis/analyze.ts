import type { Language } from "./language.ts";
import type { AnalyzedToken } from "./token.ts";
import { tokenize } from "./tokenizer.ts";

/** A text as the tokens of one language, stop words marked and kept: offsets are those of the text given. */
export function analyze(text: string, language: Language): AnalyzedToken[] {
  const analyzed: AnalyzedToken[] = [];
  for (const token of tokenize(text)) {
    const folded = language.fold(token.text);
    if (folded === "") continue;
    const isWord = token.kind === "word" || token.kind === "joined";
    analyzed.push({
      ...token,
      folded,
      stem: isWord ? language.stem(folded) : folded,
      isStopWord: isWord && (language.isStopWord(folded) || (folded.length === 1 && !/\p{Lu}/u.test(token.text))),
    });
  }
  return analyzed;
}
