import { flat } from "./flat.ts";
import type { Language } from "./language.ts";
import { RecentMap } from "./recent-map.ts";
import { termOf } from "./term.ts";
import type { AnalyzedToken, Token } from "./tokens/token.ts";
import { tokenize } from "./tokens/tokenizer.ts";
import { isShouted, writingOf } from "./writing.ts";

/** The analysis of a word as it is written. */
interface AnalyzedWord {
  readonly folded: string;
  readonly stem: string;
  readonly isStopWord: boolean;
}

/** Caches analysed words by language and spelling, since most words of a text have been seen before. */
const words = new Map<string, RecentMap<AnalyzedWord>>();

function wordsOf(code: string): RecentMap<AnalyzedWord> {
  const known = words.get(code);
  if (known !== undefined) return known;
  const made = new RecentMap<AnalyzedWord>(32_768);
  words.set(code, made);
  return made;
}

/** The tokens of a text in one language. Stop words are kept and marked; offsets refer to the text given. */
export function analyze(text: string, language: Language): AnalyzedToken[] {
  const analyzed: AnalyzedToken[] = [];
  const capitalsTell = !isShouted(text);
  for (const token of tokenize(text)) {
    if (isWord(token.kind)) {
      const word = analyzeWord(capitalsTell ? token.text : token.text.toLowerCase(), language);
      if (word.folded !== "") analyzed.push(withAnalysis(token, word));
    } else {
      const folded = foldedFigure(token, language);
      if (folded !== "") analyzed.push(withAnalysis(token, { folded, stem: folded, isStopWord: false }));
    }
  }
  return analyzed;
}

/** Named one by one: copies of objects take several times as long, and every word of every text is one. */
function withAnalysis(token: Token, { folded, stem, isStopWord }: AnalyzedWord): AnalyzedToken {
  const { text, kind, start, end, isInName } = token;
  return isInName === undefined
    ? { text, kind, start, end, folded, stem, isStopWord }
    : { text, kind, start, end, isInName, folded, stem, isStopWord };
}

function analyzeWord(written: string, language: Language): AnalyzedWord {
  const cache = wordsOf(language.code);
  const known = cache.get(written);
  if (known !== undefined) return known;
  const folded = language.fold(written);
  const stem = folded === "" ? "" : language.stem(folded);
  const word = { folded, stem, isStopWord: isStopWord(written, folded, language) };
  cache.set(flat(written), word);
  return word;
}

/** A token as the index keeps it, folded; undefined for stop words and for what folds to nothing. */
export function contentWord(token: Token, language: Language): string | undefined {
  const { text, kind } = token;
  const folded = isWord(kind) ? language.fold(text) : foldedFigure(token, language);
  if (folded === "") return undefined;
  return isWord(kind) && isStopWord(text, folded, language) ? undefined : folded;
}

/** The term that stands for a content word in the index. @param folded what `contentWord` returned */
export function termOfContentWord({ kind }: Token, folded: string, language: Language): string {
  return termOf({ kind, stem: isWord(kind) ? language.stem(folded) : folded }, language.code);
}

/** A name's key is folded as far as its letters may be. */
function foldedFigure({ text, kind }: Token, language: Language): string {
  return kind === "name" ? text : language.fold(text);
}

function isWord(kind: Token["kind"]): boolean {
  return kind === "word" || kind === "joined";
}

function isStopWord(written: string, folded: string, language: Language): boolean {
  if (folded.length > 1 && !language.isStopWord(folded)) return false;
  const writing = writingOf(written);
  return language.isStopWord(folded, writing) || (folded.length === 1 && writing === "small");
}
