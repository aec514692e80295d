import { analyze } from "../analysis/analyze.ts";
import { languageOf } from "../analysis/languages.ts";
import type { Lexicon } from "../analysis/lexicon/lexicon.ts";
import { termOf } from "../analysis/term.ts";
import type { Passage, SourceDocument } from "../documents/document.ts";
import { checksumOf } from "./checksum.ts";
import { addPostings, type IndexData } from "./index-data.ts";
import type { IndexedDocument } from "./passage-table.ts";
import { removeDocument } from "./remove-document.ts";
import { splitWords } from "./split-word.ts";

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
 * way. A document is found from `finish` on; it then takes the place of one with the same key. A word keeps the parts it
 * was given when it first came, until `compacted` splits every word anew.
 */
export class IndexWriter {
  readonly #data: IndexData;
  readonly #lexicon: Lexicon;
  #firstNewWord: number;
  #firstNewPassage: number;
  #pending: { readonly number: number; readonly document: IndexedDocument }[] = [];

  constructor(data: IndexData, lexicon: Lexicon) {
    this.#data = data;
    this.#lexicon = lexicon;
    this.#firstNewWord = data.vocabulary.size;
    this.#firstNewPassage = data.table.size;
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
    for (const [index, passage] of passages.entries()) {
      const text = document.canonicalText.slice(passage.range.start, passage.range.end);
      this.#data.table.add(number, passage, checksumOf(text));
      this.#addWords(passage, text, document.metadata.language);
      if (index % 16 === 15) yield;
    }
    this.#pending.push({ number, document: indexedDocument(document, readWith) });
  }

  /** Splits new compounds and puts the new passages' terms into the full-text index. */
  finish(): void {
    for (const step of this.finishInSteps()) if (step < 0) throw new Error("unreachable: progress is never negative");
  }

  /** `finish` in steps of some milliseconds each; yields how many passages are done. */
  *finishInSteps(): Generator<number> {
    const { vocabulary, table } = this.#data;
    for (const _ of splitWords(vocabulary, this.#lexicon, this.#firstNewWord)) yield 0;
    this.#firstNewWord = vocabulary.size;
    const first = this.#firstNewPassage;
    for (; this.#firstNewPassage < table.size; this.#firstNewPassage++) {
      const id = this.#firstNewPassage;
      addPostings(this.#data, id);
      if (id % 16 === 15) yield id + 1 - first;
    }
    for (const { number, document } of this.#pending) {
      removeDocument(this.#data, document.metadata.key);
      this.#data.publish(number, document);
    }
    this.#pending = [];
  }

  #addWords(passage: Passage, text: string, code: "de" | "en"): void {
    const language = languageOf(code);
    const words: number[] = [];
    const sentences: { wordEnd: number; textEnd: number }[] = [];
    const ends = passage.sentences.map((sentence) => sentence.end - passage.range.start);
    let sentence = 0;
    const tokens = analyze(text, language)
      .filter((token) => !token.isStopWord)
      .sort((a, b) => a.start - b.start || a.end - b.end);
    for (const token of tokens) {
      while (sentence < ends.length - 1 && token.start >= (ends[sentence] ?? 0)) {
        sentences.push({ wordEnd: words.length, textEnd: ends[sentence++] ?? 0 });
      }
      words.push(
        this.#data.vocabulary.find(token.folded, code) ??
          this.#data.vocabulary.add({ word: token.folded, language: code, term: termOf(token, code), parts: [] }),
      );
    }
    while (sentence < ends.length) sentences.push({ wordEnd: words.length, textEnd: ends[sentence++] ?? 0 });
    this.#data.forward.add(words, sentences);
    this.#data.countPassage(this.#data.table.size - 1, 1);
  }
}

function indexedDocument(document: SourceDocument, readWith: string): IndexedDocument {
  const { file, metadata, parser, isPlainText, encoding, fileSha256, textSha256, paragraphs, canonicalText } = document;
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
  };
}
