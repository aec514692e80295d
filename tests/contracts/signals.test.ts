import path from "node:path";
import { describe, expect, it } from "vitest";
import { readForEvaluation, readJudgments } from "../../scripts/evaluation/evaluation-setup.ts";
import { candidateLimit } from "../../src/answering/ask.ts";
import { seededRandom } from "../../src/evaluation/perturb.ts";
import type { Candidate, PassageIndex } from "../../src/search/passage-index.ts";
import type { Query } from "../../src/search/query/concept.ts";
import { rank } from "../../src/search/ranking/rank.ts";
import { type Signal, signals } from "../../src/search/ranking/signals.ts";
import { indexed } from "../support/indexed.ts";
import { queryOf } from "../support/invented-query.ts";
import { noEvidence } from "../support/no-evidence.ts";
import { root } from "../support/program.ts";

interface Asked {
  readonly query: Query;
  readonly candidates: readonly Candidate[];
  /** The passages that answer the question. */
  readonly right: ReadonlySet<number>;
}

/** A collection whose judged questions are answered by the ids of its passages. */
async function askedOf(
  folder: string,
  files: readonly string[],
): Promise<{ readonly index: PassageIndex; readonly asked: readonly Asked[] }> {
  const { documents, lexicon } = await readForEvaluation(folder);
  const { index } = indexed(documents, lexicon);
  const texts = new Map(
    await Promise.all(
      documents.map(async ({ document }) => {
        const fetched = await index.fetch(index.passagesOf(document.metadata.key));
        return [document.file, fetched] as const;
      }),
    ),
  );
  const asked = files
    .flatMap(readJudgments)
    .filter(({ answerable }) => answerable)
    .map(async ({ question, lang, gold }): Promise<Asked> => {
      const query = index.prepare(question, lang);
      const { candidates } = await index.retrieve(query, { limit: candidateLimit });
      const right = gold.flatMap(({ doc, contains }) =>
        (texts.get(doc) ?? []).filter(({ text }) => text.includes(contains)).map(({ id }) => id),
      );
      return { query, candidates, right: new Set(right) };
    });
  return { index, asked: await Promise.all(asked) };
}

const judgments = path.join(root, "tests", "judgments");
const handbookOf = (name: string) => {
  const folder = path.join(root, "tests", "fixtures", name);
  return askedOf(path.join(folder, "documents"), [path.join(folder, "questions.jsonl")]);
};
/** News, a handbook with headings and lists, and one that says with a number what its other sentences only speak of. */
const collections = await Promise.all([
  askedOf(
    path.join(root, "seeds"),
    ["seeds.jsonl", "seeds-second.jsonl"].map((file) => path.join(judgments, file)),
  ),
  handbookOf("workshop"),
  handbookOf("print-shop"),
]);

/** The mean of 1/position of the first right passage over all judged questions. */
function meanReciprocalRank(used: readonly Signal[]): number {
  const gains = collections.flatMap(({ index, asked }) =>
    asked.map(({ query, candidates, right }) => {
      const at = rank(candidates, query, index.document, used).findIndex(({ id }) => right.has(id));
      return at < 0 ? 0 : 1 / (at + 1);
    }),
  );
  return gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
}

/** Whether the answers to the judged questions are worse without the signal. */
function isEarned(signal: Signal, among: readonly Signal[]): boolean {
  return meanReciprocalRank(among) > meanReciprocalRank(among.filter((other) => other !== signal));
}

describe("signals", () => {
  it("have names of their own", () => {
    expect(new Set(signals.map(({ name }) => name)).size).toBe(signals.length);
  });

  it("have no room for one that is made up", () => {
    const random = seededRandom(1);
    const trials = Array.from({ length: 10 }, () => {
      const values = Float32Array.from({ length: 1_000 }, random);
      const score: Signal["score"] = ({ id, evidence }) => (evidence.terms === 0 ? 0 : (values[id % 1_000] ?? 0));
      return meanReciprocalRank([...signals, { name: "made up", weight: 0.2, score }]);
    });
    expect(trials.reduce((sum, gain) => sum + gain, 0) / trials.length).toBeLessThan(meanReciprocalRank(signals));
  });
});

/** Without a model of the host's, meaning is 0 everywhere and has tests of its own. */
describe.each(signals.filter(({ name }) => name !== "meaning"))("$name as a signal", (signal) => {
  it("has a weight, and the judged questions are answered worse without it", () => {
    expect(signal.weight).toBeGreaterThan(0);
    expect(isEarned(signal, signals)).toBe(true);
  });

  it("is a number that is never negative, the same each time", () => {
    for (const { index, asked } of collections) {
      for (const { query, candidates } of asked) {
        for (const candidate of candidates) {
          const score = signal.score(candidate, query, index.document(candidate.document));
          expect(Number.isFinite(score) && score >= 0).toBe(true);
          expect(signal.score(candidate, query, index.document(candidate.document))).toBe(score);
        }
      }
    }
  });

  it("is 0 where nothing is asked and a passage holds nothing of it", () => {
    for (const { index, asked } of collections) {
      for (const { candidates } of asked.slice(0, 5)) {
        for (const candidate of candidates) {
          const empty = { ...candidate, evidence: noEvidence };
          expect(signal.score(empty, queryOf(), index.document(candidate.document))).toBe(0);
        }
      }
    }
  });

  it("tells some passages from others", () => {
    const scores = collections.flatMap(({ index, asked }) =>
      asked.flatMap(({ query, candidates }) =>
        candidates.map((candidate) => signal.score(candidate, query, index.document(candidate.document))),
      ),
    );
    expect(new Set(scores).size).toBeGreaterThan(1);
  });
});
