import { languageCodes, unknownLanguage } from "../../../analysis/languages.ts";
import { viewersOf } from "../../../documents/audience.ts";
import { ContextTable, contextColumnsOf } from "../../index/context/context-table.ts";
import type { ForwardColumn } from "../../index/forward-index.ts";
import { ForwardIndex } from "../../index/forward-index.ts";
import { IndexData } from "../../index/index-data.ts";
import { PassageTable, passageColumnsOf } from "../../index/passage-table.ts";
import { Vocabulary } from "../../index/vocabulary.ts";
import { GrowingUint32Array } from "../../structures/growing-array.ts";
import { type Pause, pauseWhenDue, runWithPauses } from "../pause.ts";
import { ByteReader } from "./byte-buffer.ts";
import { unpackColumn } from "./columns.ts";
import { stringSeparator } from "./encode-index.ts";
import {
  documentsSchema,
  formatVersion,
  headerSchema,
  type IndexHeader,
  sections,
  stringsSchema,
} from "./index-sections.ts";
import { type BlockReader, DamagedError } from "./sealed-blocks.ts";

/**
 * Reads what `encodeIndex` wrote, block after block, giving way to other work in between.
 * @throws DamagedError, or what a parser throws, where the bytes are not such an index
 */
export async function decodeIndex(reader: BlockReader, pause: Pause = pauseWhenDue()): Promise<IndexData> {
  const read = new SectionReader(reader, pause);
  const header = headerSchema.parse(read.json(await read.block(sections.header)));
  const documents = await readEntries(read, sections.documents, header.documents, (value) =>
    documentsSchema.parse(value),
  );
  const sectionNames = await readEntries(read, sections.sectionNames, header.sectionNames, (value) =>
    stringsSchema.parse(value),
  );
  const columns = await readColumns(read, header);
  const document = new Uint32Array(roomFor(header.sums.passages));
  const data = new IndexData(
    tableOf(columns, document, header),
    forwardOf(columns.named),
    new Vocabulary(),
    isOlder(header) && !columns.has("contextStart")
      ? new ContextTable()
      : new ContextTable(contextColumnsOf(columns.named)),
  );
  data.table.restoreSectionNames(sectionNames);
  let start = 0;
  for (const [number, entry] of documents.entries()) {
    const end = start + entry.passages;
    document.fill(number, start, end);
    data.passageRanges.push({ start, end });
    data.restrict(number, viewersOf(entry.document.metadata));
    data.publish(number, entry.document);
    start = end;
    if (number % 4096 === 4095) await pause();
  }
  if (start !== header.sums.passages) throw new DamagedError("The documents' passages do not add up.");
  Object.assign(data.sums, header.sums);
  const terms = await readStrings(read, sections.terms, header.terms);
  await readPostings(read, sections.stems, terms, (term, list) => data.stems.restore(term, list));
  await readPostings(read, sections.parts, terms, (term, list) => data.parts.restore(term, list));
  await readWords(read, header.words, terms, columns.named, data);
  await countRestricted(data, pause);
  await runWithPauses(data.countGrams(), pause);
  await indexContext(data, pause);
  await read.block(sections.end);
  if ((await reader.next()) !== undefined) throw new DamagedError("Something follows the end of the index.");
  return data;
}

/** Blocks of the kind that must come now. */
class SectionReader {
  readonly #reader: BlockReader;
  readonly #pause: Pause;

  constructor(reader: BlockReader, pause: Pause) {
    this.#reader = reader;
    this.#pause = pause;
  }

  async block(kind: number): Promise<Uint8Array> {
    await this.#pause();
    const block = await this.#reader.next();
    if (block?.kind !== kind) throw new DamagedError(`Section ${kind} is incomplete.`);
    return block.content;
  }

  json(content: Uint8Array): unknown {
    return JSON.parse(textOf(content));
  }
}

async function readEntries<T>(
  read: SectionReader,
  kind: number,
  count: number,
  parse: (value: unknown) => T[],
): Promise<T[]> {
  const entries: T[] = [];
  while (entries.length < count) {
    const before = entries.length;
    for (const entry of parse(read.json(await read.block(kind)))) entries.push(entry);
    if (entries.length === before) throw new DamagedError(`Section ${kind} has an empty block.`);
  }
  if (entries.length !== count) throw new DamagedError(`Section ${kind} has too many entries.`);
  return entries;
}

interface Columns {
  has(name: string): boolean;
  /** @throws DamagedError where there is none */
  named(name: string): GrowingUint32Array;
}

/** Whether an earlier version wrote the index, in which case later additions are empty. */
function isOlder({ format }: IndexHeader): boolean {
  return format < formatVersion;
}

async function readColumns(read: SectionReader, header: IndexHeader): Promise<Columns> {
  const columns = new Map<string, GrowingUint32Array>();
  for (const { name, length, bytes } of header.columns) {
    const values = new Uint32Array(roomFor(length));
    for (let filled = 0; filled < length; ) {
      const content = await read.block(sections.columns);
      const count = content.length / bytes;
      if (!Number.isInteger(count) || count === 0 || filled + count > length) {
        throw new DamagedError(`Column ${name} has not the length that the header says.`);
      }
      unpackColumn(content, bytes, values, filled);
      filled += count;
    }
    columns.set(name, GrowingUint32Array.from(values, length));
  }
  return {
    has: (name) => columns.has(name),
    named: (name) => {
      const column = columns.get(name);
      if (column === undefined) throw new DamagedError(`Column ${name} is missing.`);
      return column;
    },
  };
}

/** Spare capacity saves copying a column at the first update. Memory that is never written to costs nothing. */
function roomFor(length: number): number {
  return Math.ceil(length * 1.5) + 64;
}

function tableOf(columns: Columns, document: Uint32Array, header: IndexHeader): PassageTable {
  const { passages } = header.sums;
  const column = (name: string): GrowingUint32Array => {
    if (isOlder(header) && !columns.has(name)) {
      return GrowingUint32Array.from(new Uint32Array(roomFor(passages)), passages);
    }
    const found = columns.named(name);
    if (found.length !== passages) throw new DamagedError(`Column ${name} has not one entry a passage.`);
    return found;
  };
  return new PassageTable(
    passageColumnsOf((name) => (name === "document" ? GrowingUint32Array.from(document, passages) : column(name))),
  );
}

function forwardOf(named: Columns["named"]): ForwardIndex {
  const column = (name: ForwardColumn): GrowingUint32Array => named(name);
  return new ForwardIndex({
    words: column("words"),
    wordOffsets: column("wordOffsets"),
    sentenceWordEnds: column("sentenceWordEnds"),
    sentenceTextEnds: column("sentenceTextEnds"),
    sentenceOffsets: column("sentenceOffsets"),
  });
}

/** The context index is not written down: making it takes less time than reading it would. */
async function indexContext(data: IndexData, pause: Pause): Promise<void> {
  for (let id = 0; id < data.table.size; id++) {
    data.coverContext(id, true);
    if (id % 64 === 63) await pause();
  }
  await runWithPauses(data.addContextPostings(0), pause);
}

/** What is restricted to some servers is in the sums that are written down, and is counted by itself as well. */
async function countRestricted(data: IndexData, pause: Pause): Promise<void> {
  if (data.restricted.size === 0) return;
  for (let id = 0; id < data.table.size; id++) {
    data.countRestricted(id);
    if (id % 256 === 255) await pause();
  }
}

async function readStrings(read: SectionReader, kind: number, count: number): Promise<string[]> {
  const strings: string[] = [];
  while (strings.length < count) {
    for (const text of textOf(await read.block(kind)).split(stringSeparator)) strings.push(text);
  }
  if (strings.length !== count) throw new DamagedError(`Section ${kind} has too many entries.`);
  return strings;
}

async function readPostings(
  read: SectionReader,
  kind: number,
  terms: readonly string[],
  restore: (term: string, list: (number[] | undefined)[]) => void,
): Promise<void> {
  for (let term = 0; term < terms.length; ) {
    const bytes = new ByteReader(await read.block(kind));
    for (; !bytes.isAtEnd; term++) {
      const list = readList(bytes);
      if (list !== undefined) restore(terms[term] ?? "", list);
    }
  }
}

function readList(bytes: ByteReader): (number[] | undefined)[] | undefined {
  const slots = bytes.next();
  if (slots === 0) return undefined;
  // Millions of lists have a single slot: a growing array would take three times the memory.
  if (slots === 1) return [readIds(bytes)];
  const list = new Array<number[] | undefined>(slots);
  for (let slot = 0; slot < slots; slot++) list[slot] = readIds(bytes);
  return list;
}

function readIds(bytes: ByteReader): number[] | undefined {
  const count = bytes.next();
  if (count === 0) return undefined;
  let id = bytes.next();
  if (count === 1) return [id];
  const ids = new Array<number>(count);
  ids[0] = id;
  for (let i = 1; i < count; i++) {
    id += bytes.next();
    ids[i] = id;
  }
  return ids;
}

async function readWords(
  read: SectionReader,
  count: number,
  terms: readonly string[],
  named: Columns["named"],
  { vocabulary }: IndexData,
): Promise<void> {
  const languages = named("wordLanguage");
  const termNumbers = named("wordTerm");
  const passages = named("wordPassages");
  const partCounts = named("wordParts");
  const partTerms = named("partTerms");
  // Number 0 is no term.
  vocabulary.restoreTerms(["", ...terms]);
  let nextPart = 0;
  while (vocabulary.size < count) {
    for (const text of textOf(await read.block(sections.words)).split(stringSeparator)) {
      const id = vocabulary.size;
      const term = termNumbers.at(id);
      const parts = Array.from({ length: partCounts.at(id) }, () => partTerms.at(nextPart++));
      // A word and its term share one string where they are equal.
      const word = text === vocabulary.termAt(term) ? vocabulary.termAt(term) : text;
      vocabulary.restore(
        { word, term, parts, language: languageCodes[languages.at(id)] ?? unknownLanguage.code },
        passages.at(id),
      );
    }
  }
  if (vocabulary.size !== count) throw new DamagedError("The vocabulary has too many words.");
}

function textOf(content: Uint8Array): string {
  return Buffer.from(content.buffer, content.byteOffset, content.length).toString("utf8");
}
