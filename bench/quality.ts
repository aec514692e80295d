/** How well engines find what people judged right, so that nobody wins by answering badly. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Judgment, parseJudgments } from "../src/evaluation/judgments.ts";
import { writePassages } from "./corpus-files.ts";
import { EngineClient, GaveUp } from "./engine-client.ts";
import type { Engine } from "./engines/engine.ts";
import { type BenchCollection, measureBuild } from "./measure.ts";
import { type PassageText, readPassages } from "./passages-file.ts";
import type { Quality, Report } from "./results.ts";

interface JudgedSet {
  readonly name: string;
  readonly folder: string;
  readonly judgments: string;
}

/** The first one that is there is used. */
const sets: readonly JudgedSet[] = [
  {
    name: "XQuAD, German questions, by paragraph",
    folder: "../shared/gold/xquad",
    judgments: "../shared/gold/xquad.jsonl",
  },
  {
    name: "the judged questions on the seeds, German ones, by paragraph",
    folder: "seeds",
    judgments: "tests/judgments/seeds.jsonl",
  },
];

export async function measureQuality(
  engines: readonly Engine[],
  work: string,
  program: string,
  report: (line: string) => void,
): Promise<NonNullable<Report["quality"]>> {
  const set = sets.find(({ folder, judgments }) => existsSync(folder) && existsSync(judgments));
  if (set === undefined) throw new Error("There is no set of judged questions.");
  const judgments = parseJudgments(await readFile(set.judgments, "utf8"), set.judgments).filter(
    ({ lang, answerable }) => lang === "de" && answerable,
  );
  const passagesFile = join(work, "judged.jsonl");
  await writePassages(set.folder, passagesFile);
  const passages: PassageText[] = [];
  for await (const passage of readPassages(passagesFile)) passages.push(passage);
  const collection: BenchCollection = {
    documentsFolder: set.folder,
    passages: passagesFile,
    work,
    program,
    limitMs: 600_000,
  };
  const measured: Quality[] = [];
  for (const engine of engines) {
    const found = await answers(engine, collection, judgments);
    const quality =
      typeof found === "string"
        ? { engine: engine.key, recallAt1: 0, mrrAt10: 0, gaveUp: found }
        : { engine: engine.key, ...figuresOf(judgments, found, passages), gaveUp: null };
    report(
      `${engine.name}: R@1 ${quality.recallAt1.toFixed(3)}, MRR@10 ${quality.mrrAt10.toFixed(3)} ${quality.gaveUp ?? ""}`,
    );
    measured.push(quality);
  }
  return { set: set.name, questions: judgments.length, engines: measured };
}

async function answers(
  engine: Engine,
  collection: BenchCollection,
  judgments: readonly Judgment[],
): Promise<number[][] | string> {
  const { job, entry } = await measureBuild(engine, collection, judgments[0]?.question ?? "");
  if (entry.gaveUp !== null) return entry.gaveUp;
  const client = new EngineClient(collection.program, job);
  try {
    await client.ready();
    const questions = judgments.map(({ question }) => question);
    return (
      await client.round({
        questions,
        budgetMs: Number.MAX_SAFE_INTEGER,
        atOnce: 1,
        withText: false,
        withIds: true,
        withStages: false,
      })
    ).ids;
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
    return error.message;
  } finally {
    await client.close();
  }
}

/**
 * A hit is any passage of a paragraph that holds one of the judged snippets; passages of one paragraph count once.
 * @param found numbers of passages, best first, by question
 */
export function figuresOf(
  judgments: readonly Pick<Judgment, "gold">[],
  found: readonly (readonly number[])[],
  passages: readonly PassageText[],
): { recallAt1: number; mrrAt10: number } {
  const paragraphs = new Map<string, string>();
  for (const { place, text } of passages) paragraphs.set(place, `${paragraphs.get(place) ?? ""}${text} `);
  let first = 0;
  let reciprocal = 0;
  judgments.forEach(({ gold }, question) => {
    const places = [...new Set((found[question] ?? []).map((id) => passages[id]?.place ?? ""))];
    const position = places.findIndex((place) =>
      gold.some(({ doc, contains }) => place.startsWith(`${doc}:`) && (paragraphs.get(place) ?? "").includes(contains)),
    );
    if (position === 0) first++;
    if (position >= 0 && position < 10) reciprocal += 1 / (position + 1);
  });
  return { recallAt1: first / judgments.length, mrrAt10: reciprocal / judgments.length };
}
