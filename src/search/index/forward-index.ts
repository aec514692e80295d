import { GrowingUint32Array } from "../structures/growing-array.ts";

/** The words of one passage: numbers of the vocabulary, stop words left out, in the order of the text. */
export interface PassageWords {
  readonly words: Uint32Array;
  /** For each sentence, how many of `words` stand before its end. */
  readonly sentenceWordEnds: Uint32Array;
  /** For each sentence, its end in UTF-16 code units from the passage's start. */
  readonly sentenceTextEnds: Uint32Array;
}

/**
 * Which words each passage holds, for the second stage of ranking. Takes four bytes per word and eight per sentence.
 */
export class ForwardIndex {
  readonly words: GrowingUint32Array;
  readonly wordOffsets: GrowingUint32Array;
  readonly sentenceWordEnds: GrowingUint32Array;
  readonly sentenceTextEnds: GrowingUint32Array;
  readonly sentenceOffsets: GrowingUint32Array;

  /** @param columns taken over; absent: an empty index */
  constructor(columns?: Record<ForwardColumn, GrowingUint32Array>) {
    const column = (name: ForwardColumn): GrowingUint32Array => columns?.[name] ?? new GrowingUint32Array();
    this.words = column("words");
    this.wordOffsets = column("wordOffsets");
    this.sentenceWordEnds = column("sentenceWordEnds");
    this.sentenceTextEnds = column("sentenceTextEnds");
    this.sentenceOffsets = column("sentenceOffsets");
    if (columns === undefined) {
      this.wordOffsets.push(0);
      this.sentenceOffsets.push(0);
    }
  }

  /** Adds the next passage. */
  add(words: Iterable<number>, sentences: Iterable<{ readonly wordEnd: number; readonly textEnd: number }>): void {
    for (const word of words) this.words.push(word);
    this.wordOffsets.push(this.words.length);
    for (const sentence of sentences) {
      this.sentenceWordEnds.push(sentence.wordEnd);
      this.sentenceTextEnds.push(sentence.textEnd);
    }
    this.sentenceOffsets.push(this.sentenceWordEnds.length);
  }

  /** How many words the passage has: its length for ranking. */
  length(id: number): number {
    return this.wordOffsets.at(id + 1) - this.wordOffsets.at(id);
  }

  passage(id: number): PassageWords {
    const sentenceStart = this.sentenceOffsets.at(id);
    const sentenceEnd = this.sentenceOffsets.at(id + 1);
    return {
      words: this.words.view(this.wordOffsets.at(id), this.wordOffsets.at(id + 1)),
      sentenceWordEnds: this.sentenceWordEnds.view(sentenceStart, sentenceEnd),
      sentenceTextEnds: this.sentenceTextEnds.view(sentenceStart, sentenceEnd),
    };
  }
}

export const forwardColumns = [
  "words",
  "wordOffsets",
  "sentenceWordEnds",
  "sentenceTextEnds",
  "sentenceOffsets",
] as const;
export type ForwardColumn = (typeof forwardColumns)[number];
