import {
  answeringFigures,
  areaUnderCurve,
  expectedCalibrationError,
  type RankingFigures,
  rankingFigures,
  reliability,
  type Share,
  share,
} from "./figures.ts";
import type { Outcome } from "./run.ts";

/** Everything that an evaluation found out, for programs. */
export interface EvaluationReport {
  readonly ranking: Readonly<Record<string, RankingFigures>>;
  readonly answering: Readonly<Record<string, { answered: Share; sure: Share }>>;
  readonly sentence: Share;
  readonly calibration: { readonly error: number; readonly auc: number; readonly bins: ReturnType<typeof reliability> };
  readonly worst: readonly {
    readonly id: string;
    readonly question: string;
    readonly position: number;
    readonly certainty: string;
  }[];
}

export function makeReport(outcomes: readonly Outcome<unknown>[], worst = 15): EvaluationReport {
  const ranking: Record<string, RankingFigures> = {};
  for (const [name, group] of groups(outcomes.filter((outcome) => outcome.judgment.answerable))) {
    ranking[name] = rankingFigures(group);
  }
  const answering: Record<string, { answered: Share; sure: Share }> = {};
  for (const language of [...new Set(outcomes.map(({ judgment }) => judgment.lang))].sort()) {
    const group = outcomes.filter(({ judgment }) => judgment.answerable && judgment.lang === language);
    if (group.length > 0) answering[`answerable, ${language}`] = answeringFigures(group);
  }
  const unanswerable = outcomes.filter((outcome) => !outcome.judgment.answerable);
  const kindOf = ({ judgment }: Outcome<unknown>): string => judgment.note ?? judgment.difficulty;
  for (const kind of [...new Set(unanswerable.map(kindOf))].sort()) {
    answering[`not answerable: ${kind}`] = answeringFigures(unanswerable.filter((outcome) => kindOf(outcome) === kind));
  }
  const points = outcomes.map((outcome) => ({ confidence: outcome.confidence, isRight: outcome.position === 0 }));
  const bins = reliability(points);
  const told = outcomes.filter((outcome) => outcome.isSentenceRight !== undefined);
  return {
    ranking,
    answering,
    sentence: share(told.filter((outcome) => outcome.isSentenceRight).length, told.length),
    calibration: {
      error: expectedCalibrationError(bins),
      auc: areaUnderCurve(
        points.filter((point) => point.isRight).map((point) => point.confidence),
        points.filter((point) => !point.isRight).map((point) => point.confidence),
      ),
      bins,
    },
    worst: [...outcomes]
      .filter((outcome) => outcome.judgment.answerable && outcome.position !== 0)
      .sort((a, b) => rankOf(b) - rankOf(a))
      .slice(0, worst)
      .map(({ judgment, position, certainty }) => ({
        id: judgment.id,
        question: judgment.question,
        position,
        certainty,
      })),
  };
}

function rankOf({ position }: Outcome<unknown>): number {
  return position < 0 ? Number.POSITIVE_INFINITY : position;
}

function groups(outcomes: readonly Outcome<unknown>[]): [string, Outcome<unknown>[]][] {
  const byName = new Map<string, Outcome<unknown>[]>();
  for (const outcome of outcomes) {
    const { lang, difficulty } = outcome.judgment;
    for (const name of [lang, `${lang}, ${difficulty}`]) byName.set(name, [...(byName.get(name) ?? []), outcome]);
  }
  return [...byName].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

/** The report as a text for people. */
export function renderReport(report: EvaluationReport): string {
  const lines = ["ranking                        n   R@1  R@3  R@10  MRR@10 nDCG@10  R@1's 95 % interval"];
  for (const [name, f] of Object.entries(report.ranking)) {
    lines.push(
      `${name.padEnd(28)}${String(f.n).padStart(4)}  ${two(f.recall1)} ${two(f.recall3)} ${two(f.recall10)}   ${three(f.mrr10)}  ${three(f.ndcg10)}    ${interval(f.recall1)}`,
    );
  }
  lines.push("", "answering                                        n  at all  sure  at all's 95 % interval");
  for (const [name, f] of Object.entries(report.answering)) {
    lines.push(
      `${name.padEnd(44)}${String(f.answered.n).padStart(6)}   ${two(f.answered)}   ${two(f.sure)}  ${interval(f.answered)}`,
    );
  }
  lines.push(
    "",
    `answering sentence marked: ${two(report.sentence)} of ${report.sentence.n} ${interval(report.sentence)}`,
  );
  const { error, auc, bins } = report.calibration;
  lines.push("", `confidence: expected calibration error ${three(error)}, AUC ${three(auc)}`);
  lines.push("confidence     n   mean  right");
  for (const bin of bins) {
    if (bin.n === 0) continue;
    const bar = "█".repeat(Math.round(bin.right * 30));
    lines.push(
      `${bin.from.toFixed(1)}–${bin.until.toFixed(1)} ${String(bin.n).padStart(7)}   ${bin.confidence.toFixed(2)}   ${bin.right.toFixed(2)}  ${bar}`,
    );
  }
  if (report.worst.length > 0) lines.push("", "worst questions (rank of the right passage, certainty)");
  for (const { id, question, position, certainty } of report.worst) {
    lines.push(`${(position < 0 ? "—" : String(position + 1)).padStart(4)}  ${certainty.padEnd(9)} ${id}  ${question}`);
  }
  return lines.join("\n");
}

function two({ value }: Share): string {
  return value.toFixed(2);
}

function three(value: number): string {
  return value.toFixed(3);
}

function interval({ low, high }: Share): string {
  return `[${low.toFixed(2)}, ${high.toFixed(2)}]`;
}
