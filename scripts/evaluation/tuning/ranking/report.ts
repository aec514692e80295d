import { type Share, share } from "../../../../src/evaluation/figures.ts";
import type { PreparedQuestion } from "./positions.ts";

const head = "                                n   R@1  R@3  R@10  R@1's 95 % interval";

/** Shares of questions whose right passage is among the first one, three and ten: by set, and by difficulty of the real ones. */
export function renderPositions(questions: readonly PreparedQuestion[], positions: Int16Array): string {
  const lines = [head];
  const line = (name: string, test: (question: PreparedQuestion) => boolean): void => {
    const own = [...positions].filter((_, at) => questions[at] !== undefined && test(questions[at]));
    if (own.length > 0) lines.push(row(name, own));
  };
  for (const group of distinct(questions.map(({ group }) => group))) line(group, (one) => one.group === group);
  const real = questions.filter(({ kind }) => kind === "real");
  if (real.length > 0) {
    line("real, all", ({ kind }) => kind === "real");
    for (const difficulty of distinct(real.map(({ judgment }) => judgment.difficulty)).sort()) {
      line(`real, ${difficulty}`, ({ kind, judgment }) => kind === "real" && judgment.difficulty === difficulty);
    }
  }
  return lines.join("\n");
}

function row(name: string, positions: readonly number[]): string {
  const within = (k: number): Share =>
    share(positions.filter((position) => position >= 0 && position < k).length, positions.length);
  const [one, three, ten] = [within(1), within(3), within(10)];
  const values = [one, three, ten].map(({ value }) => value.toFixed(2)).join(" ");
  return `${name.padEnd(28)} ${String(positions.length).padStart(4)}  ${values}   [${one.low.toFixed(2)}, ${one.high.toFixed(2)}]`;
}

/** How much a person has to read: the mean length of first passages, by what kind of set. */
export function renderReading(questions: readonly PreparedQuestion[], firstChars: Int32Array): string {
  const means = distinct(questions.map(({ kind }) => kind)).map((kind) => {
    const own = [...firstChars].filter((_, at) => questions[at]?.kind === kind);
    return `${kind} ${Math.round(own.reduce((sum, chars) => sum + chars, 0) / own.length)}`;
  });
  return `characters of the first passage: ${means.join(", ")}`;
}

/** How many questions more, or fewer, have their passage first, and among the first three, by what kind of set. */
export function renderDifference(
  questions: readonly PreparedQuestion[],
  before: Int16Array,
  after: Int16Array,
): string {
  return distinct(questions.map(({ kind }) => kind))
    .map((kind) => {
      const count = (positions: Int16Array, k: number): number =>
        questions.filter((question, at) => question.kind === kind && isWithin(positions[at], k)).length;
      const [first, three] = [1, 3].map((k) => signed(count(after, k) - count(before, k)));
      return `${kind} ${first} ${three}`;
    })
    .join("   ");
}

function isWithin(position: number | undefined, k: number): boolean {
  return position !== undefined && position >= 0 && position < k;
}

function signed(value: number): string {
  return (value > 0 ? `+${value}` : String(value)).padStart(3);
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
