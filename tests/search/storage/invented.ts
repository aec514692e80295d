import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import type { LanguageCode, Passage, TextPlace } from "../../../src/documents/document.ts";
import { sentencesOf } from "../../../src/documents/passages/sentences.ts";
import { createFlexSearchIndex } from "../../../src/search/flexsearch-index.ts";
import { compacted } from "../../../src/search/index/compact.ts";
import { IndexData } from "../../../src/search/index/index-data.ts";
import { type DocumentInput, IndexWriter } from "../../../src/search/index/index-writer.ts";
import { search } from "../../../src/search/search.ts";

export const lexicon = createLexicon(emptyLexicon());

/** A document whose paragraphs are separated by blank lines; `# …` is a heading, and `…:` opens the next one. */
export function inventedDocument(key: string, text: string, language: LanguageCode = "de"): DocumentInput {
  const passages: Passage[] = [];
  let headingPath: string[] = [];
  let paragraph = 0;
  let start = 0;
  let headings: TextPlace[] = [];
  let leadIn: TextPlace | undefined;
  for (const block of text.split("\n\n")) {
    paragraph++;
    const range = { start, end: start + block.length };
    start = range.end + 2;
    const byteStart = Buffer.byteLength(text.slice(0, range.start));
    const bytes = { start: byteStart, end: byteStart + Buffer.byteLength(block) };
    if (block.startsWith("# ")) {
      headingPath = [block.slice(2)];
      headings = [{ range, bytes }];
      continue;
    }
    passages.push({
      documentKey: key,
      paragraph,
      kind: "text",
      range,
      bytes,
      sentences: sentencesOf(block, language, range.start),
      headingPath,
      context: { headings, leadIns: leadIn === undefined ? [] : [leadIn] },
    });
    leadIn = block.endsWith(":") ? { range, bytes } : undefined;
  }
  const sha256 = createHash("sha256").update(text).digest("hex");
  return {
    document: {
      file: `${key}.txt`,
      metadata: { key, title: `About ${key}`, titleSource: "described", language },
      parser: { name: "text", version: 1 },
      isPlainText: true,
      encoding: "utf-8",
      canonicalText: text,
      fileSha256: sha256,
      textSha256: sha256,
      paragraphs: [],
    },
    passages,
  };
}

export function builtIndex(documents: readonly DocumentInput[]): IndexData {
  const data = new IndexData();
  const writer = new IndexWriter(data, lexicon);
  for (const document of documents) writer.addDocument(document);
  writer.finish();
  return data;
}

export function compactedAtOnce(data: IndexData): IndexData {
  const steps = compacted(data, lexicon);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

export const harbour = inventedDocument(
  "hafen",
  [
    "# Der Hafen von Nordersiel",
    "Der Hafen von Nordersiel wurde 1887 gebaut. Seine Hafenmauer ist 640 Meter lang und schützt die Fischerboote vor den Herbststürmen.",
    "Im Jahr 2019 sanken die Fangquoten für Hering. Viele Fischer verkauften ihre Boote, andere fuhren Touristen zu den Seehundbänken hinaus.",
    "# Die Werft",
    "Die Werft beschäftigte einst 300 Leute. Heute repariert sie Segelboote; am 3. Mai 2021 lief der letzte Neubau vom Stapel.",
  ].join("\n\n"),
);

export const bees = inventedDocument(
  "bienen",
  [
    "Ein Bienenvolk zählt im Sommer bis zu 50.000 Tiere. Die Königin legt täglich etwa 1.500 Eier.",
    "Der Honig wird im Juli geschleudert. Ein Volk gibt im Jahr rund 20 Kilogramm Honig, wenn die Lindenblüte gut war.",
    "Gegen die Varroamilbe hilft Ameisensäure. Die Behandlung beginnt nach der Honigernte.",
  ].join("\n\n"),
);

export const lighthouse = inventedDocument(
  "lighthouse",
  [
    "The lighthouse keeper of Skerry Point wrote a diary for forty years. He noted every storm and every ship that passed.",
    "In 1962 the lamp became electric. The keeper retired, and the diary came to the library of Nordersiel.",
  ].join("\n\n"),
  "en",
);

export const inventedCollection: readonly DocumentInput[] = [bees, harbour, lighthouse];

export const inventedQuestions = [
  "Wie lang ist die Hafenmauer von Nordersiel?",
  "Wann wurde der Hafen gebaut?",
  "Was hilft gegen die Milbe?",
  "Wie viele Eier legt die Königin?",
  "Wer kaufte Boote der Fischer?",
  "Was geschah am 3. Mai 2021?",
  "Wie viel Honig gibt ein Volk?",
  "Wann ist die Ernte?",
  "Who wrote a diary?",
  "Wann wurde die Lampe elektrisch?",
];

export interface Found {
  readonly document: string;
  readonly paragraph: number;
  readonly score: number;
}

/** What an index finds for a question, best first; ids left out, for they differ between equal indexes. */
export async function findings(data: IndexData, question: string, language: LanguageCode = "de"): Promise<Found[]> {
  const index = createFlexSearchIndex(data, lexicon, {
    read: () => Promise.reject(new Error("No text is read for ranking.")),
  });
  const { hits } = await search(index, { ...index.prepare(question, language), constraints: [] }, { limit: 50 });
  return hits.map(({ id, document, score }) => ({
    document: data.documents[document]?.metadata.key ?? "",
    paragraph: data.table.columns.paragraph.at(id),
    score,
  }));
}

export async function allFindings(data: IndexData): Promise<Found[][]> {
  const all: Found[][] = [];
  for (const question of inventedQuestions) {
    all.push(await findings(data, question, /^(Who|When|What) /.test(question) ? "en" : "de"));
  }
  return all;
}

/** A folder of its own for a test, and how to remove it. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "index-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
