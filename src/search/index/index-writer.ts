import { contentWord, termOfContentWord } from "../../analysis/analyze.ts";
import type { Language } from "../../analysis/language.ts";
import { languageByCode } from "../../analysis/languages.ts";
import type { Lexicon } from "../../analysis/lexicon/lexicon.ts";
import { humpsOf } from "../../analysis/tokens/humps.ts";
import { Spellings } from "../../analysis/tokens/spellings.ts";
import type { Token } from "../../analysis/tokens/token.ts";
import { scan } from "../../analysis/tokens/tokenizer.ts";
import { defined } from "../../defined.ts";
import { viewersOf } from "../../documents/audience.ts";
import type { Passage, SourceDocument } from "../../documents/document.ts";
import { checksumOf } from "../structures/checksum.ts";
import { addAllPostings } from "./bulk-postings.ts";
import { splitWords } from "./compounds/split-words.ts";
import { ContextWriter } from "./context/context-writer.ts";
import { addPostings, type IndexData } from "./index-data.ts";
import type { IndexedDocument } from "./passage-table.ts";
import { removeDocument } from "./remove-document.ts";
import { traitsOf } from "./traits.ts";

/** Stands for the absence of a word. */
const noWord = -1;

/** A word of the vocabulary with where it stands in a text. */
interface PlacedWord {
  readonly word: number;
  readonly start: number;
}

/** How the words of a document are taken. */
interface Reading {
  readonly language: Language;
  /** Who may see the document; "" for everybody. */
  readonly audience: string;
}

/** A document with its passages, as the index takes it. */
export interface DocumentInput {
  readonly document: SourceDocument;
  readonly passages: readonly Passage[];
  /** Fingerprint of what beside the file's bytes decided how it was read; absent: nothing did. */
  readonly readWith?: string;
}

/**
 * Writes documents into an index in memory, in three steps, for a compound can only be split well when the
 * collection's words are known: `addDocument` for each, then `finish`. Afterwards more documents may follow in the same
 * way. A document is found from `finish` on; it then takes the place of one with the same key. Words that were there before
 * keep their parts: whoever changes an index follows that with `CompoundChanges`.
 */
export class IndexWriter {
  readonly #data: IndexData;
  readonly #lexicon: Lexicon;
  readonly #spellings = new Map<string, Spellings>();
  #firstNewWord: number;
  #firstNewPassage: number;
  #firstNewLine: number;
  #pending: { readonly number: number; readonly document: IndexedDocument }[] = [];

  constructor(data: IndexData, lexicon: Lexicon) {
    this.#data = data;
    this.#lexicon = lexicon;
    this.#firstNewWord = data.vocabulary.size;
    this.#firstNewPassage = data.table.size;
    this.#firstNewLine = data.contexts.size;
  }

  addDocument(input: DocumentInput): void {
    for (const _ of this.addInSteps(input));
  }

  /** `addDocument` in steps of some milliseconds each; between them nothing else may be written to the index. */
  *addInSteps({ document, passages, readWith = "" }: DocumentInput): Generator<void> {
    const number = this.#data.documents.length;
    this.#data.documents.push(undefined);
    const start = this.#data.table.size;
    this.#data.passageRanges.push({ start, end: start + passages.length });
    const audience = this.#data.restrict(number, viewersOf(document.metadata));
    const reading: Reading = { language: languageByCode(document.metadata.language), audience };
    const contexts = new ContextWriter(document, this.#data.contexts, (text) =>
      this.#placedWords(text, reading).map(({ word }) => word),
    );
    for (const [index, passage] of passages.entries()) {
      const text = document.canonicalText.slice(passage.range.start, passage.range.end);
      this.#data.table.add(
        number,
        passage,
        checksumOf(text),
        contexts.linesOf(passage),
        traitsOf(text, passage.kind, passage.headingPath),
      );
      this.#addWords(passage, text, reading);
      this.#data.coverContext(start + index);
      if (index % 16 === 15) yield;
    }
    this.#pending.push({ number, document: indexedDocument(document, readWith) });
  }

  /** Splits new compounds and puts the new passages' terms into the full-text index. */
  finish(): void {
    for (const _ of this.finishInSteps());
  }

  /** `finish` in steps of some milliseconds each; yields how many passages are done. */
  *finishInSteps(): Generator<number> {
    const { vocabulary, table } = this.#data;
    for (const _ of splitWords(vocabulary, this.#lexicon, this.#firstNewWord)) yield 0;
    this.#firstNewWord = vocabulary.size;
    for (const _ of this.#data.countGrams()) yield 0;
    if (this.#firstNewPassage === 0) yield* addAllPostings(this.#data);
    else yield* this.#addPostings();
    this.#firstNewPassage = table.size;
    for (const _ of this.#data.addContextPostings(this.#firstNewLine)) yield table.size;
    this.#firstNewLine = this.#data.contexts.size;
    for (const { number, document } of this.#pending) {
      removeDocument(this.#data, document.metadata.key);
      this.#data.publish(number, document);
    }
    this.#pending = [];
  }

  *#addPostings(): Generator<number> {
    const first = this.#firstNewPassage;
    for (let id = first; id < this.#data.table.size; id++) {
      addPostings(this.#data, id);
      if (id % 16 === 15) yield id + 1 - first;
    }
  }

  #addWords(passage: Passage, text: string, reading: Reading): void {
    const words: number[] = [];
    const sentences: { wordEnd: number; textEnd: number }[] = [];
    const ends = passage.sentences.map((sentence) => sentence.end - passage.range.start);
    let sentence = 0;
    for (const { word, start } of this.#placedWords(text, reading)) {
      while (sentence < ends.length - 1 && start >= (ends[sentence] ?? 0)) {
        sentences.push({ wordEnd: words.length, textEnd: ends[sentence++] ?? 0 });
      }
      words.push(word);
    }
    while (sentence < ends.length) sentences.push({ wordEnd: words.length, textEnd: ends[sentence++] ?? 0 });
    this.#data.forward.add(words, sentences);
    this.#data.countPassage(this.#data.table.size - 1, 1);
  }

  #spellingsOf({ language, audience }: Reading): Spellings {
    const name = `${language.code} ${audience}`;
    const known = this.#spellings.get(name);
    if (known !== undefined) return known;
    const made = new Spellings();
    this.#spellings.set(name, made);
    return made;
  }

  /** The words of a text that are indexed, in its order. */
  #placedWords(text: string, reading: Reading): PlacedWord[] {
    const placed: PlacedWord[] = [];
    const place = (word: number, start: number): void => {
      if (word !== noWord) placed.push({ word, start });
    };
    const spellings = this.#spellingsOf(reading);
    const inNames: Token[] = [];
    const names: Token[] = [];
    // A name is known when the tokens inside it are; what follows waits, so that words are numbered in the text's order.
    const waiting: { readonly start: number; number(): number }[] = [];
    const numberOfWord = (start: number, end: number, hash: number): number => {
      let word = spellings.find(text, start, end, hash);
      if (word === undefined) {
        word = this.#numberOf({ text: text.slice(start, end), kind: "word", start, end }, reading);
        spellings.add(text, start, end, hash, word);
      }
      return word;
    };
    scan(text, {
      word: (start, end, hash) => {
        if (names.length === 0) place(numberOfWord(start, end, hash), start);
        else waiting.push({ start, number: () => numberOfWord(start, end, hash) });
      },
      token: (token) => {
        const { start, end } = token;
        if (token.isInName === true) inNames.push(token);
        else if (token.kind !== "name") {
          if (names.length === 0) place(this.#numberOf(token, reading), start);
          else waiting.push({ start, number: () => this.#numberOf(token, reading) });
        } else if (!isRepeatedMark(token, names)) {
          names.push(token);
          const inside = () => inNames.filter((inner) => inner.start >= start && inner.end <= end);
          waiting.push({ start, number: () => this.#numberOfName(token, inside(), reading) });
        }
      },
    });
    for (const { start, number } of waiting) place(number(), start);
    return placed;
  }

  /**
   * The words of a name are stored like the parts of a compound, and so count less than the same words by themselves.
   */
  #numberOfName(name: Token, inside: readonly Token[], { language, audience }: Reading): number {
    const { vocabulary } = this.#data;
    const { code } = language;
    const terms = inside.flatMap((token) => {
      const word = token.text.length > 1 && /\p{L}/u.test(token.text) ? contentWord(token, language) : undefined;
      return word === undefined ? [] : [termOfContentWord(token, word, language)];
    });
    const parts = [...new Set(terms)].filter((term) => term !== name.text);
    return (
      vocabulary.find(name.text, code, audience, parts) ??
      vocabulary.add({ word: name.text, language: code, term: name.text, parts, isSpelled: true, audience })
    );
  }

  #numberOf(token: Token, { language, audience }: Reading): number {
    const word = contentWord(token, language);
    if (word === undefined) return noWord;
    const { vocabulary } = this.#data;
    const { code } = language;
    const term = termOfContentWord(token, word, language);
    const parts = partsOf(token, term, language);
    return (
      vocabulary.find(word, code, audience, parts) ??
      vocabulary.add({ word, language: code, term, parts, isSpelled: true, audience })
    );
  }
}

/** The terms of a name's words that capitals part; compounds are split when all words are known. */
function partsOf(token: Token, term: string, language: Language): string[] {
  // Hyphenated words have been added one by one already.
  if (token.kind !== "word") return [];
  const terms = humpsOf(token.text).flatMap((text) => {
    const hump: Token = { ...token, text };
    const word = text.length > 1 ? contentWord(hump, language) : undefined;
    return word === undefined ? [] : [termOfContentWord(hump, word, language)];
  });
  return [...new Set(terms)].filter((part) => part !== term);
}

/**
 * Marks without letters can be found but do not count towards a passage's length: a table may be full of ticks and
 * crosses.
 */
function isRepeatedMark({ text }: Token, names: readonly Token[]): boolean {
  return !/[\p{L}\p{N}]/u.test(text) && names.some((name) => name.text === text);
}

function indexedDocument(document: SourceDocument, readWith: string): IndexedDocument {
  const { file, metadata, parser, isPlainText, encoding, fileSha256, textSha256, paragraphs, canonicalText } = document;
  const { gaps } = document;
  return {
    file,
    metadata,
    parser,
    isPlainText,
    encoding,
    fileSha256,
    textSha256,
    readWith,
    paragraphs: paragraphs.length,
    hidden: paragraphs.filter((paragraph) => paragraph.kind === "boilerplate").length,
    headings: paragraphs
      .filter((paragraph) => paragraph.kind === "heading")
      .map((paragraph) => canonicalText.slice(paragraph.range.start, paragraph.range.end).trim()),
    ...defined({ gaps }),
  };
}
