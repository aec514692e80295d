import { type FoundName, findNames } from "../../analysis/exact/names.ts";
import { findQuantities, type Quantity } from "../../analysis/exact/quantities.ts";
import { flat } from "../../analysis/flat.ts";
import type { Language } from "../../analysis/language.ts";
import { languageByCode } from "../../analysis/languages.ts";
import { RecentMap } from "../../analysis/recent-map.ts";
import { writingOf } from "../../analysis/writing.ts";

/** A word of a text, function words included. */
export interface ReadWord {
  readonly text: string;
  readonly folded: string;
  readonly stem: string;
  readonly isStopWord: boolean;
  readonly start: number;
  readonly end: number;
  /** Whether a comma, a stop or another sign that parts clauses stands before it. */
  readonly opensClause: boolean;
}

/** Whether a word of a text may stand for one of the question. @param code language of the text */
export type Alike = (asked: ReadWord, found: ReadWord, code: Language["code"]) => boolean;

/** The same word, whatever its ending. */
export const sameStem: Alike = (asked, found) => asked.stem === found.stem || asked.folded === found.folded;

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** A text with all that constraints look for in it; each part is computed on first use. */
export class ReadText {
  readonly text: string;
  readonly language: Language;
  /** Whether it is the title of a whole document. */
  readonly isTitle: boolean;
  #words: readonly ReadWord[] | undefined;
  #names: readonly FoundName[] | undefined;
  #quantities: readonly Quantity[] | undefined;

  constructor(text: string, code: Language["code"], isTitle = false) {
    this.text = text;
    this.isTitle = isTitle;
    this.language = languageByCode(code);
  }

  get words(): readonly ReadWord[] {
    this.#words ??= this.#readWords();
    return this.#words;
  }

  get names(): readonly FoundName[] {
    this.#names ??= findNames(this.text);
    return this.#names;
  }

  get quantities(): readonly Quantity[] {
    this.#quantities ??= findQuantities(this.text);
    return this.#quantities;
  }

  #readWords(): ReadWord[] {
    const { language, text } = this;
    const words: ReadWord[] = [];
    let before = 0;
    for (const match of text.matchAll(wordPattern)) {
      const [written] = match;
      const end = match.index + written.length;
      const { folded, stem, isStopWord } = analyzed(written, language);
      words.push({
        text: written,
        folded,
        stem,
        isStopWord,
        start: match.index,
        end,
        opensClause: words.length === 0 || hasClauseSign(text, before, match.index),
      });
      before = end;
    }
    return words;
  }
}

type AnalyzedWord = Pick<ReadWord, "folded" | "stem" | "isStopWord">;

/** Most words have been read before. */
const analyzedWords = new Map<string, RecentMap<AnalyzedWord>>();

function analyzed(written: string, language: Language): AnalyzedWord {
  const cache = analyzedWords.get(language.code) ?? new RecentMap<AnalyzedWord>(16_384);
  analyzedWords.set(language.code, cache);
  const known = cache.get(written);
  if (known !== undefined) return known;
  const folded = language.fold(written);
  const word = { folded, stem: language.stem(folded), isStopWord: language.isStopWord(folded, writingOf(written)) };
  cache.set(flat(written), word);
  return word;
}

const clauseSigns = new Uint8Array(128);
for (const char of ",;:.!?()|\n") clauseSigns[char.charCodeAt(0)] = 1;

function hasClauseSign(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (clauseSigns[text.charCodeAt(at)] === 1) return true;
  return false;
}
