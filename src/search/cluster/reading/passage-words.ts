import type { NumberedWords } from "../../ranking/evidence/evidence.ts";
import type { StoredPassage } from "../stored-passage.ts";
import { linesOf, numbersOf, wordsOf } from "../stored-passage.ts";

/** A passage whose words have the numbers of this process. */
export interface NumberedPassage {
  readonly words: Uint32Array;
  readonly sentenceWordEnds: Uint32Array;
  readonly sentenceTextEnds: Uint32Array;
  readonly lines: readonly {
    readonly line: number;
    readonly field: StoredPassage["lines"][number]["field"];
    readonly words: Uint32Array;
  }[];
}

/** The words that were read with passages so far, each under a number of its own. */
export class PassageWords implements NumberedWords {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #wordTerms: number[] = [];
  readonly #wordParts: Uint32Array[] = [];
  readonly #terms: string[] = [];
  readonly #termNumbers = new Map<string, number>();
  /** A word with other parts is another word here. */
  readonly partsRevision = 0;

  get size(): number {
    return this.#words.length;
  }

  word(id: number): string {
    return this.#words[id] ?? "";
  }

  term(id: number): string {
    return this.termAt(this.#wordTerms[id] ?? -1);
  }

  termAt(number: number): string {
    return this.#terms[number] ?? "";
  }

  partNumbers(id: number): Uint32Array {
    return this.#wordParts[id] ?? noParts;
  }

  /** Gives a passage's words their numbers. */
  number(passage: StoredPassage): NumberedPassage {
    const numbers = passage.words === "" ? [] : passage.words.split("\n").map((line) => this.#numberOf(line));
    const here = (number: number): number => numbers[number] ?? 0;
    return {
      words: Uint32Array.from(numbersOf(passage.text), here),
      sentenceWordEnds: Uint32Array.from(numbersOf(passage.sentenceWordEnds)),
      sentenceTextEnds: Uint32Array.from(numbersOf(passage.sentenceTextEnds)),
      lines: linesOf(passage).map(({ line, field, words }) => ({ line, field, words: Uint32Array.from(words, here) })),
    };
  }

  /** @param line a word with its term and parts, as stored: whoever has other parts is another word */
  #numberOf(line: string): number {
    const known = this.#numbers.get(line);
    if (known !== undefined) return known;
    const [stored] = wordsOf({ words: line });
    const id = this.#words.length;
    this.#words.push(stored?.word ?? "");
    this.#wordTerms.push(this.#termNumber(stored?.term ?? ""));
    this.#wordParts.push(Uint32Array.from(stored?.parts ?? [], (part) => this.#termNumber(part)));
    this.#numbers.set(line, id);
    return id;
  }

  #termNumber(term: string): number {
    const known = this.#termNumbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#terms.push(term);
    this.#termNumbers.set(term, number);
    return number;
  }
}

const noParts = new Uint32Array(0);
