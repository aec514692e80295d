import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { readLexicon } from "../../../src/analysis/lexicon/read-lexicon.ts";
import { createApp } from "../../../src/app.ts";
import type { ExactKind, Round } from "./rounds.ts";

/** How a kind was answered. */
export interface ExactFigures {
  readonly name: string;
  /** How many questions were asked, how many found their own document first, and how many of these were answered. */
  readonly asked: number;
  readonly first: number;
  readonly answered: number;
  /** How many questions on a neighbour were asked, and how many were told as sure. */
  readonly neighbours: number;
  readonly sure: number;
  /** What went wrong, in words. */
  readonly failures: readonly string[];
}

/**
 * Asks the program made-up rounds of a kind.
 * @param rounds how many collections are made
 * @param seed of what is made up
 */
export async function askExactly(kind: ExactKind, rounds: number, seed: number): Promise<ExactFigures> {
  const sum = { asked: 0, first: 0, answered: 0, neighbours: 0, sure: 0 };
  const failures: string[] = [];
  for (const round of fc.sample(kind.rounds, { numRuns: rounds, seed })) {
    const folder = mkdtempSync(path.join(tmpdir(), "fundstelle-exactly-"));
    try {
      await askRound(round, folder, sum, failures);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { name: kind.name, ...sum, failures };
}

const lexicon = readLexicon();

interface Counts {
  asked: number;
  first: number;
  answered: number;
  neighbours: number;
  sure: number;
}

async function askRound(round: Round, folder: string, sum: Counts, failures: string[]): Promise<void> {
  const seedsFolder = path.join(folder, "seeds");
  mkdirSync(seedsFolder);
  round.documents.forEach((text, at) => {
    writeFileSync(path.join(seedsFolder, fileOf(at)), `${text}\n`);
  });
  const app = await createApp({ seedsFolder, indexFolder: path.join(folder, "index") }, { lexicon });
  try {
    for (const { text, document } of round.questions) {
      const { passages, certainty } = await app.fundstelle.ask(text);
      sum.asked++;
      const isFirst = passages[0]?.file === fileOf(document);
      if (isFirst) sum.first++;
      if (isFirst && certainty !== "none") sum.answered++;
      if (!isFirst || certainty === "none") {
        failures.push(
          `${text} | ${certainty}: ${passages[0]?.text ?? "nothing"} | asked for: ${round.documents[document]}`,
        );
      }
    }
    for (const text of round.neighbours) {
      const { passages, certainty } = await app.fundstelle.ask(text);
      sum.neighbours++;
      if (certainty !== "sure") continue;
      sum.sure++;
      failures.push(`${text} | sure: ${passages[0]?.text ?? "nothing"} | stands nowhere`);
    }
  } finally {
    await app.close();
  }
}

/** Names of files say what a document is about, so that these say nothing. */
const names = ["anna", "bodo", "carl", "dora", "emil", "fritz", "gerd", "hanna", "ida"];

function fileOf(at: number): string {
  return `${names[at] ?? "more"}.md`;
}
