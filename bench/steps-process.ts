/** How long the event loop is held: every step of building, loading, updating and answering, timed. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { analyze } from "../src/analysis/analyze.ts";
import { detectLanguage } from "../src/analysis/detect-language.ts";
import { languageByCode } from "../src/analysis/languages.ts";
import { createLexicon } from "../src/analysis/lexicon/create-lexicon.ts";
import type { Lexicon } from "../src/analysis/lexicon/lexicon.ts";
import { readLexicon } from "../src/analysis/lexicon/read-lexicon.ts";
import { candidateLimit } from "../src/answering/ask.ts";
import { distinctHits } from "../src/answering/choosing/near-duplicates.ts";
import { passagesOf } from "../src/documents/passages/passages.ts";
import { createDocument } from "../src/documents/read-document.ts";
import { createFlexSearchIndex, type FlexSearchIndex } from "../src/search/flexsearch-index.ts";
import { IndexData } from "../src/search/index/index-data.ts";
import { type DocumentInput, IndexWriter } from "../src/search/index/index-writer.ts";
import type { TextStore } from "../src/search/index/texts/text-store.ts";
import { search } from "../src/search/search.ts";
import { createFileWriter } from "../src/search/storage/file-writing.ts";
import { IndexStore } from "../src/search/storage/index-store.ts";
import { openIndex } from "../src/search/storage/open-index.ts";
import { writeIndex } from "../src/search/storage/write-index.ts";
import { betweenTurns } from "./between-turns.ts";
import { readFolder } from "./reading/reading-steps.ts";
import { cpuMsSince, quietest, type StepFigures, type StepsReport, StepTimer } from "./steps-figures.ts";

const jobSchema = z.object({
  /** The text of each document. */
  documents: z.array(z.string()),
  /** More texts of the same kind. */
  unseen: z.array(z.string()),
  questions: z.array(z.string()),
  updates: z.number(),
  /** One to read, of documents of all formats; absent: none is read. */
  folder: z.string().optional(),
  longestAllowedMs: z.number(),
});
export type StepsJob = z.infer<typeof jobSchema>;

const repetitions = 3;
const stamp = { analyzerFingerprint: "bench", documentsFingerprint: "0" };
const lexicon = createLexicon(readLexicon());
const files = createFileWriter();

process.once("message", (message) => {
  measure(jobSchema.parse(message)).then(
    (report) => {
      process.send?.(report);
      process.disconnect();
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
});

async function measure(job: StepsJob): Promise<StepsReport> {
  const folder = await mkdtemp(join(tmpdir(), "fundstelle-steps-"));
  try {
    // First, as after a start: no garbage of other work is collected meanwhile.
    const read =
      job.folder === undefined
        ? undefined
        : await readFolder(job.folder, join(folder, "index-of-folder"), { lexicon, allowedMs: job.longestAllowedMs });
    const readings: StepFigures[] = [];
    const additions: StepFigures[] = [];
    const finishings: StepFigures[] = [];
    let data = new IndexData();
    for (let i = 0; i < repetitions; i++) {
      const built = await build(job.documents);
      data = built.data;
      readings.push(built.reading);
      additions.push(built.adding);
      finishings.push(built.finishing);
    }
    const writing = await repeated("writing the index", () => writeIndex(folder, data, stamp, files));
    const loading = await repeated("loading the index", () => openIndex(folder, stamp));
    const answering: StepFigures[] = [];
    const preparing: StepFigures[] = [];
    const beginning: StepFigures[] = [];
    for (let i = 0; i < repetitions; i++) {
      answering.push(await answer(data, job));
      preparing.push(getReady(data, job));
      beginning.push(await begin(data, job));
    }
    const analysisMbPerSecond = analysisSpeed(job.unseen);
    const updating = await update(join(folder, "updates"), job);
    const steps = [readings, additions, finishings, writing, loading, preparing, beginning, answering].flatMap(
      (figures) => quietest(figures) ?? [],
    );
    return {
      passages: data.sums.passages,
      steps: [...steps, updating.figures, ...(read === undefined ? [] : [read.figures])],
      ...(read === undefined ? {} : { tooLong: read.tooLong }),
      analysisMbPerSecond,
      updates: updating.memory,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function input(text: string, number: number, version = 0): Promise<DocumentInput> {
  const name = `document-${number}`;
  const bytes = Buffer.from(
    version === 0 ? text : `${text}\n\nDies ist die Fassung ${version} des Dokuments, und sie sagt dasselbe.\n`,
  );
  const document = await createDocument(bytes, `${name}.txt`, { key: name, detectLanguage: () => "de" });
  return { document, passages: passagesOf(document) };
}

async function build(
  texts: readonly string[],
): Promise<{ data: IndexData; reading: StepFigures; adding: StepFigures; finishing: StepFigures }> {
  const reading = new StepTimer("reading a document");
  const adding = new StepTimer("building: a document's words");
  const finishing = new StepTimer("building: compounds and postings");
  const data = new IndexData();
  const writer = new IndexWriter(data, lexicon);
  for (const [number, text] of texts.entries()) {
    const from = performance.now();
    const cpuFrom = process.cpuUsage();
    const read = await input(text, number);
    reading.add(performance.now() - from, cpuMsSince(cpuFrom));
    timeSteps(writer.addInSteps(read), adding);
  }
  timeSteps(writer.finishInSteps(), finishing);
  return { data, reading: reading.figures, adding: adding.figures, finishing: finishing.figures };
}

function timeSteps(steps: Iterator<unknown>, timer: StepTimer): void {
  while (timer.run(() => steps.next()).done !== true);
}

async function answer(data: IndexData, { questions, documents }: StepsJob): Promise<StepFigures> {
  const timer = new StepTimer("answering: from the question to the ranked passages");
  const index = createFlexSearchIndex(data, lexicon, textsOf(documents));
  index.prepare(questions[0] ?? "", "de");
  for (const question of questions) await answerOnce(index, lexicon, question, timer);
  return timer.figures;
}

async function answerOnce(index: FlexSearchIndex, known: Lexicon, question: string, timer: StepTimer): Promise<void> {
  const from = performance.now();
  const cpuFrom = process.cpuUsage();
  const query = index.prepare(question, detectLanguage(question, known) ?? "de");
  const { hits } = await search(index, query, { limit: candidateLimit });
  distinctHits(hits, 10);
  timer.add(performance.now() - from, cpuMsSince(cpuFrom));
}

/** As fast as a file that the system keeps in memory. */
function textsOf(documents: readonly string[]): TextStore {
  return {
    read: ({ metadata: { key } }, ranges) => {
      const bytes = Buffer.from(documents[Number(key.replace("document-", ""))] ?? "");
      return Promise.resolve(ranges.map(({ start, end }) => bytes.toString("utf8", start, end)));
    },
  };
}

/** What is made ready after a start, with a lexicon that nobody has asked yet. */
function getReady(data: IndexData, { documents }: StepsJob): StepFigures {
  const timer = new StepTimer("getting ready after a start");
  const index = createFlexSearchIndex(data, createLexicon(readLexicon()), textsOf(documents));
  timeSteps(index.warmUp(), timer);
  timeSteps(index.warmUpRest(), timer);
  return timer.figures;
}

/** Questions that come so soon after a start that what only some of them need is not ready yet. */
async function begin(data: IndexData, { questions, documents }: StepsJob): Promise<StepFigures> {
  const timer = new StepTimer("answering at once after a start: English, and misspelt");
  for (const question of ["Which hospital did the minister visit last week?", ...questions.slice(0, 3).map(misspelt)]) {
    const freshLexicon = createLexicon(readLexicon());
    const index = createFlexSearchIndex(data, freshLexicon, textsOf(documents));
    for (const _ of index.warmUp());
    await answerOnce(index, freshLexicon, question, timer);
  }
  return timer.figures;
}

/** Every word of some length with two letters swapped. */
function misspelt(question: string): string {
  return question.replace(/\p{L}{5,}/gu, (word) => word.slice(0, 2) + word.charAt(3) + word.charAt(2) + word.slice(4));
}

async function repeated(what: string, work: () => Promise<unknown>): Promise<StepFigures[]> {
  const figures: StepFigures[] = [];
  for (let i = 0; i < repetitions; i++) {
    const timer = new StepTimer(what);
    await betweenTurns(timer, work);
    figures.push(timer.figures);
  }
  return figures;
}

/** Of texts that were not analysed before, though most of their words were. */
function analysisSpeed(texts: readonly string[]): number {
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const cpuFrom = process.cpuUsage();
  for (const text of texts) analyze(text, languageByCode("de"));
  return (megabytes * 1000) / cpuMsSince(cpuFrom);
}

const updatedDocuments = 100;
const passagesOfUpdated = 5;

/** Changes documents of a small collection over and over, on disk as well. */
async function update(
  folder: string,
  { documents, updates }: StepsJob,
): Promise<{ figures: StepFigures; memory: StepsReport["updates"] }> {
  const texts = documents
    .slice(0, updatedDocuments)
    .map((text) => text.split("\n\n").slice(0, passagesOfUpdated).join("\n\n"));
  const data = new IndexData();
  const writer = new IndexWriter(data, lexicon);
  for (const [number, text] of texts.entries()) writer.addDocument(await input(text, number));
  writer.finish();
  const store = new IndexStore(
    { data, documentsFingerprint: "0", journalBytes: 0 },
    { folder, files, lexicon, analyzerFingerprint: stamp.analyzerFingerprint },
  );
  await store.compact();
  const memory = [await memoryAfter(0)];
  const timer = new StepTimer("updating a document, and compacting");
  const batch = Math.ceil(updates / 10);
  for (let first = 1; first <= updates; first += batch) {
    const last = Math.min(updates, first + batch - 1);
    await betweenTurns(timer, async () => {
      for (let i = first; i <= last; i++) {
        const number = i % texts.length;
        const added = [await input(texts[number] ?? "", number, i % 7)];
        await store.update({ added, removed: [], documentsFingerprint: String(i) });
      }
      await store.settled();
    });
    // The collection that this forces is no step of the program's.
    memory.push(await memoryAfter(last));
  }
  return { figures: timer.figures, memory };
}

async function memoryAfter(updates: number): Promise<StepsReport["updates"][number]> {
  await setTimeout(20);
  globalThis.gc?.();
  await setTimeout(20);
  const { heapUsed, rss } = process.memoryUsage();
  return { updates, heapMb: heapUsed / (1 << 20), residentMb: rss / (1 << 20) };
}
