import * as z from "zod";
import type { Passage } from "../../documents/document.ts";
import { type ContextField, contextFields, linesAround } from "../index/context/context-index.ts";
import type { IndexData } from "../index/index-data.ts";
import { packTraits } from "../index/traits.ts";

const range = z.object({ start: z.number(), end: z.number() });
const place = z.object({ range, bytes: range });

/** A line around a passage, with its words. */
const storedLine = z.object({
  /** Its number in the document. */
  line: z.number(),
  field: z.enum(contextFields),
  /** Numbers of its words among those of the passage. */
  words: z.string(),
});

/**
 * A passage as the cluster keeps it: where it stands, and its words with what they stand for, so that it can be read
 * without knowing any other. Lists are written as one string each, which takes a fraction of the time to read.
 */
export const storedPassage = z.object({
  paragraph: z.number(),
  lastParagraph: z.number().optional(),
  part: z.string().optional(),
  kind: z.enum(["text", "caption", "table", "code"]),
  isRecognised: z.literal(true).optional(),
  range,
  bytes: range,
  headingPath: z.array(z.string()),
  page: z.number().optional(),
  lastPage: z.number().optional(),
  anchor: z.string().optional(),
  context: z.object({
    title: place.optional(),
    headings: z.array(place),
    leadIns: z.array(place),
    tableHead: place.optional(),
    question: place.optional(),
  }),
  checksum: z.number(),
  /** Of the lines that are shown with it: lead-ins, then the head of the table and the question, if any. */
  lineChecksums: z.array(z.number()),
  traits: z.number(),
  /** Its distinct words and those of the lines around it, a line each: the word, its term, the terms of its parts. */
  words: z.string(),
  /** Numbers of its words among these, in the order of the text. */
  text: z.string(),
  sentenceWordEnds: z.string(),
  sentenceTextEnds: z.string(),
  lines: z.array(storedLine),
});
export type StoredPassage = z.infer<typeof storedPassage>;

/** Distinct words of one passage, numbered as they come. */
class WordList {
  readonly #numbers = new Map<number, number>();
  readonly #lines: string[] = [];
  readonly #data: IndexData;

  constructor(data: IndexData) {
    this.#data = data;
  }

  numbersOf(words: Uint32Array): string {
    return Array.from(words, (word) => this.#numberOf(word)).join(" ");
  }

  get text(): string {
    return this.#lines.join("\n");
  }

  #numberOf(word: number): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const { vocabulary } = this.#data;
    const number = this.#lines.length;
    this.#numbers.set(word, number);
    this.#lines.push([vocabulary.word(word), vocabulary.plainTerm(word), ...vocabulary.plainParts(word)].join("\t"));
    return number;
  }
}

/**
 * A passage of an index in memory as the cluster keeps it.
 * @param firstLine number of the first context line of its document there
 */
export function storedPassageOf(data: IndexData, id: number, firstLine: number): StoredPassage {
  const { table, forward, contexts } = data;
  const { documentKey: _, ...passage } = table.passage(id, "");
  const { words, sentenceWordEnds, sentenceTextEnds } = forward.passage(id);
  const around = table.contextOf(id);
  const list = new WordList(data);
  const text = list.numbersOf(words);
  const lines = linesAround(data, id).map(({ field, line }) => ({
    line: line - firstLine,
    field,
    words: list.numbersOf(contexts.words(line)),
  }));
  const shown = [...contexts.chain(around.leadIn), around.tableHead, around.question].filter((line) => line > 0);
  return {
    ...passage,
    headingPath: [...passage.headingPath],
    context: mutable(contexts.placesOf(around)),
    checksum: table.columns.checksum.at(id),
    lineChecksums: shown.map((line) => contexts.line(line).checksum),
    traits: packTraits(table.traitsOf(id)),
    words: list.text,
    text,
    sentenceWordEnds: sentenceWordEnds.join(" "),
    sentenceTextEnds: sentenceTextEnds.join(" "),
    lines,
  };
}

function mutable({ headings, leadIns, ...rest }: Passage["context"]): StoredPassage["context"] {
  return { ...rest, headings: [...headings], leadIns: [...leadIns] };
}

/** One word of a stored passage. */
export interface StoredWord {
  readonly word: string;
  readonly term: string;
  readonly parts: readonly string[];
}

/** The distinct words of a stored passage, by their numbers. */
export function wordsOf({ words }: Pick<StoredPassage, "words">): StoredWord[] {
  if (words === "") return [];
  return words.split("\n").map((line) => {
    const [word = "", term = "", ...parts] = line.split("\t");
    return { word, term, parts };
  });
}

/** A list of numbers that was written as one string. */
export function numbersOf(text: string): number[] {
  return text === "" ? [] : text.split(" ").map(Number);
}

/** A line around a stored passage, with the numbers of its words. */
export interface StoredLine {
  readonly line: number;
  readonly field: ContextField;
  readonly words: readonly number[];
}

export function linesOf({ lines }: Pick<StoredPassage, "lines">): StoredLine[] {
  return lines.map(({ line, field, words }) => ({ line, field, words: numbersOf(words) }));
}
