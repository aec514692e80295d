import { languageCodes } from "../../../analysis/languages.ts";
import { contextColumns } from "../../index/context/context-table.ts";
import { forwardColumns } from "../../index/forward-index.ts";
import type { IndexData } from "../../index/index-data.ts";
import { passageColumns } from "../../index/passage-table.ts";
import type { Vocabulary } from "../../index/vocabulary.ts";
import { ByteBuffer } from "./byte-buffer.ts";
import { entryBytesFor, largestOf, packColumn } from "./columns.ts";
import { formatVersion, type IndexHeader, sections, type VocabularyColumn } from "./index-sections.ts";
import type { SealedBlock } from "./sealed-blocks.ts";

/** A block ends at this size, or at this many strings or lists: a few milliseconds of work for the reader. */
const blockBytes = 1 << 16;
const blockEntries = 1 << 12;
const columnEntries = 1 << 15;
/** Strings of a block are joined by a character that is no part of any word. */
export const stringSeparator = "\0";

/**
 * The blocks of an index, one after the other, each valid until the next is asked for:
 *
 *     header        JSON: how many of everything, and name, length and bytes per entry of each column
 *     documents …   JSON, in several blocks where there are many
 *     sectionNames … JSON
 *     columns …     one after the other, each in as many blocks as it needs:
 *                   passages (kind, paragraph, range, …), forward index, context lines, words of the vocabulary
 *     terms …       strings with "\0" between them; the first one is term 1
 *     stems …       for each term    │ s │ n │ gap × n │ n │ gap × n │ …      numbers of seven bits a byte
 *                                      │   └────┬────┘ for each of s slots: n ids, each as its distance from the one
 *                                      │        └ before; slot 1 has the passages with the term once, slot 2 twice, …
 *                                      └ slots
 *     parts …       the same for parts of compounds
 *     words …       strings with "\0" between them
 *     end           empty: without it the file is not complete
 *
 * The same index gives the same bytes. It must have no gaps where documents were removed (`compacted` leaves none), and must not change meanwhile.
 * The posting lists of terms that were not put into FlexSearch are empty.
 */
export function* encodeIndex(data: IndexData): Generator<SealedBlock> {
  const { terms, numbers } = yield* numberTerms(data.vocabulary);
  const columns = [...dataColumns(data), ...(yield* vocabularyOf(data.vocabulary, numbers))];
  const header: IndexHeader = {
    format: formatVersion,
    documents: data.documents.length,
    sectionNames: data.table.sectionNames.length,
    terms: terms.length,
    words: data.vocabulary.size,
    sums: data.sums,
    columns: columns.map(({ name, values }) => ({
      name,
      length: values.length,
      bytes: entryBytesFor(largestOf(values)),
    })),
  };
  yield json(sections.header, header);
  yield* jsonBlocks(sections.documents, documentEntries(data));
  yield* jsonBlocks(sections.sectionNames, data.table.sectionNames);
  for (const { values } of columns) yield* columnBlocks(values);
  yield* stringBlocks(sections.terms, terms.length, (id) => terms[id] ?? "");
  yield* postingBlocks(sections.stems, terms, (term) => data.stems.stored(term));
  yield* postingBlocks(sections.parts, terms, (term) => data.parts.stored(term));
  yield* stringBlocks(sections.words, data.vocabulary.size, (id) => data.vocabulary.storedWord(id));
  yield { kind: sections.end, content: new Uint8Array(0) };
}

interface NamedColumn {
  readonly name: string;
  readonly values: Uint32Array;
}

/** Yields an empty block so that long work gives way now and then; the writer leaves it out. */
const pause: SealedBlock = { kind: 0, content: new Uint8Array(0) };
const entriesAPause = 1 << 14;

/**
 * Every term under a number from 1 on, by the first word that has it; 0 is no term. `numbers`: by the vocabulary's own.
 */
function* numberTerms(vocabulary: Vocabulary): Generator<SealedBlock, { terms: string[]; numbers: Uint32Array }> {
  const terms: string[] = [];
  const numbers = new Uint32Array(vocabulary.termCount);
  const add = (number: number): void => {
    const term = vocabulary.termAt(number);
    if ((numbers[number] ?? 0) > 0 || term === "") return;
    terms.push(term);
    numbers[number] = terms.length;
  };
  for (let id = 0; id < vocabulary.size; id++) {
    add(vocabulary.termNumber(id));
    for (const part of vocabulary.partNumbers(id)) add(part);
    if (id % entriesAPause === 0) yield pause;
  }
  return { terms, numbers };
}

/** The columns that there are; the document of a passage follows from the documents' passage counts. */
function dataColumns({ table, forward, contexts }: IndexData): NamedColumn[] {
  return [
    ...passageColumns
      .filter((name) => name !== "document")
      .map((name) => ({ name, values: table.columns[name].view() })),
    ...forwardColumns.map((name) => ({ name, values: forward[name].view() })),
    ...contextColumns.map((name) => ({ name, values: contexts.columns[name].view() })),
  ];
}

function* vocabularyOf(vocabulary: Vocabulary, numbers: Uint32Array): Generator<SealedBlock, NamedColumn[]> {
  const { size } = vocabulary;
  let parts = 0;
  for (let id = 0; id < size; id++) parts += vocabulary.partNumbers(id).length;
  yield pause;
  const columns: Record<VocabularyColumn, Uint32Array> = {
    wordLanguage: new Uint32Array(size),
    wordTerm: new Uint32Array(size),
    wordPassages: new Uint32Array(size),
    wordParts: new Uint32Array(size),
    partTerms: new Uint32Array(parts),
  };
  let next = 0;
  for (let id = 0; id < size; id++) {
    const partNumbers = vocabulary.partNumbers(id);
    columns.wordLanguage[id] = languageCodes.indexOf(vocabulary.language(id));
    columns.wordTerm[id] = numbers[vocabulary.termNumber(id)] ?? 0;
    columns.wordPassages[id] = vocabulary.passageCount(id);
    columns.wordParts[id] = partNumbers.length;
    for (const part of partNumbers) columns.partTerms[next++] = numbers[part] ?? 0;
    if (id % entriesAPause === 0) yield pause;
  }
  return Object.entries(columns).map(([name, values]) => ({ name, values }));
}

function* documentEntries(data: IndexData): Generator<unknown> {
  let expected = 0;
  for (const [number, document] of data.documents.entries()) {
    const range = data.passageRanges[number];
    if (document === undefined || range === undefined || range.start !== expected) {
      throw new Error("An index with gaps cannot be written: it must be compacted first.");
    }
    expected = range.end;
    yield { document, passages: range.end - range.start };
  }
}

function json(kind: number, value: unknown): SealedBlock {
  return { kind, content: Buffer.from(JSON.stringify(value)) };
}

function* jsonBlocks(kind: number, entries: Iterable<unknown>): Generator<SealedBlock> {
  let group: unknown[] = [];
  for (const entry of entries) {
    group.push(entry);
    if (group.length < 200) continue;
    yield json(kind, group);
    group = [];
  }
  if (group.length > 0) yield json(kind, group);
}

function* columnBlocks(values: Uint32Array): Generator<SealedBlock> {
  const size = entryBytesFor(largestOf(values));
  for (let start = 0; start < values.length; start += columnEntries) {
    yield { kind: sections.columns, content: packColumn(values.subarray(start, start + columnEntries), size) };
  }
}

function* stringBlocks(kind: number, length: number, at: (index: number) => string): Generator<SealedBlock> {
  let group: string[] = [];
  let chars = 0;
  for (let index = 0; index < length; index++) {
    const text = at(index);
    group.push(text);
    chars += text.length + 1;
    if (chars < blockBytes && group.length < blockEntries && index < length - 1) continue;
    yield { kind, content: Buffer.from(group.join(stringSeparator)) };
    group = [];
    chars = 0;
  }
}

function* postingBlocks(
  kind: number,
  terms: readonly string[],
  listOf: (term: string) => readonly (readonly number[] | undefined)[] | undefined,
): Generator<SealedBlock> {
  const bytes = new ByteBuffer();
  for (const [index, term] of terms.entries()) {
    const list = listOf(term) ?? [];
    bytes.put(list.length);
    for (let slot = 0; slot < list.length; slot++) {
      const ids = list[slot] ?? [];
      bytes.put(ids.length);
      let before = 0;
      for (const id of ids) {
        bytes.put(id - before);
        before = id;
      }
    }
    if (bytes.length >= blockBytes || index % blockEntries === blockEntries - 1) yield { kind, content: bytes.take() };
  }
  if (bytes.length > 0) yield { kind, content: bytes.take() };
}
