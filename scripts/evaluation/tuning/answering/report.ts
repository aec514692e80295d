import { certaintyOf } from "../../../../src/answering/judging/confidence/confidence.ts";
import type { JudgeModel } from "../../../../src/answering/judging/confidence/model.ts";
import { areaUnderCurve } from "../../../../src/evaluation/figures.ts";
import type { TriedAdditional } from "./additional-passages.ts";
import { calibrated, calibrationErrorOf, type Tried } from "./thresholds.ts";

type Test = (tried: Tried) => boolean;

/** The figures of models on what they were not fitted on. */
export function renderFigures(tried: readonly Tried[], model: JudgeModel): string {
  const groups: [string, Test][] = [
    ["close pairs", ({ example }) => example.kind === "pairs"],
    ["traps", ({ example }) => example.kind === "traps" && example.mode === "asked"],
    ["real collections", ({ example }) => example.kind === "real" && example.mode === "asked"],
    ["seeds", ({ example }) => example.kind === "seeds" && example.mode === "asked"],
    ["XQuAD", ({ example }) => example.kind === "xquad" && example.mode === "asked"],
    ["XQuAD, paragraph away", ({ example }) => example.kind === "xquad" && example.mode === "near"],
    ["XQuAD, article away", ({ example }) => example.kind === "xquad" && example.mode === "off"],
  ];
  const lines = [
    `out of fold; under headings uncertain from ${model.uncertain.headed}, sure from ${model.sure.headed}; bare text ${model.uncertain.bare}, ${model.sure.bare}`,
    "                        answerable: answered sure right | not: close, answered sure | off topic: answered |  AUC",
  ];
  for (const [name, test] of groups) {
    const group = tried.filter(test);
    if (group.length > 0) lines.push(`${name.padEnd(22)} ${row(group, model)}`);
  }
  const pairs = tried.filter(({ example }) => example.kind === "pairs");
  lines.push(`pairs in the right order: ${two(pairsInOrder(pairs))}${byDifficulty(pairs)}`);
  const errors = calibrated.flatMap(({ name, of }) => {
    const group = tried.filter(({ example }) => of(example));
    return group.length === 0 ? [] : [`${name} ${two(calibrationErrorOf(group))}`];
  });
  lines.push(`calibration error: ${errors.join(", ")}`);
  return lines.join("\n");
}

/** How many of the second and third passages that are shown answer. */
export function renderAdditional(tried: readonly TriedAdditional[], least: number): string {
  const told = (["real", "seeds", "xquad"] as const).map((kind) => {
    const all = tried.filter((one) => one.kind === kind);
    const shown = all.filter(({ confidence }) => confidence >= least);
    return `${kind} ${share(shown, ({ isRight }) => isRight)} of ${shown.length} (of all ${all.length} ${share(all, ({ isRight }) => isRight)})`;
  });
  return `additional passages shown that answer, from ${least}: ${told.join("; ")}`;
}

/** One line: what a kind of evidence is worth, by the figures without it or with it alone. */
export function renderReach(tried: readonly Tried[]): string {
  const of = (kind: string): Tried[] =>
    tried.filter(({ example }) => example.kind === kind && example.mode === "asked");
  const [pairs, traps, real] = [of("pairs"), of("traps"), of("real")];
  const areas = `AUC pairs ${two(curve(pairs))}, traps ${two(curve(traps))}, real ${two(curve(real))}`;
  return `${areas}; pairs in order ${two(pairsInOrder(pairs))}${byDifficulty(pairs)}`;
}

function row(group: readonly Tried[], model: JudgeModel): string {
  const answerable = group.filter(({ example }) => example.isAnswerable);
  const others = group.filter(({ example }) => !example.isAnswerable);
  const off = others.filter(({ example }) => example.mode === "off" || /off/u.test(example.difficulty));
  const close = others.filter((one) => !off.includes(one));
  const sure = answerable.filter(isSure(model));
  const cells = [
    `${String(answerable.length).padStart(10)} ${share(answerable, isAnswered(model))}     ${share(answerable, isSure(model))} ${share(sure, ({ example }) => example.isRight)}`,
    `${String(close.length).padStart(10)} ${share(close, isAnswered(model))}     ${share(close, isSure(model))}`,
    `${String(off.length).padStart(10)} ${share(off, isAnswered(model))}   `,
    two(curve(group)),
  ];
  return cells.join(" | ");
}

const isSure =
  (model: JudgeModel): Test =>
  ({ confidence, example }) =>
    certaintyOf(confidence, example, model) === "sure" && !example.hasMismatch;

const isAnswered =
  (model: JudgeModel): Test =>
  ({ confidence, example }) =>
    certaintyOf(confidence, example, model) !== "none";

function curve(group: readonly Tried[]): number {
  const of = (isAnswerable: boolean): number[] =>
    group.filter(({ example }) => example.isAnswerable === isAnswerable).map(({ confidence }) => confidence);
  return areaUnderCurve(of(true), of(false));
}

function pairsInOrder(tried: readonly Tried[]): number {
  const byPair = new Map<string, Tried[]>();
  for (const one of tried) {
    const { pair } = one.example;
    if (pair !== undefined) byPair.set(pair, [...(byPair.get(pair) ?? []), one]);
  }
  let right = 0;
  let all = 0;
  for (const pair of byPair.values()) {
    const yes = pair.find(({ example }) => example.isAnswerable);
    const no = pair.find(({ example }) => !example.isAnswerable);
    if (yes === undefined || no === undefined) continue;
    all++;
    right += yes.confidence > no.confidence ? 1 : yes.confidence === no.confidence ? 0.5 : 0;
  }
  return all === 0 ? 0 : right / all;
}

function byDifficulty(pairs: readonly Tried[]): string {
  const kinds = [...new Set(pairs.map(({ example }) => example.difficulty))].sort();
  return kinds
    .map((kind) => `; ${kind} ${two(pairsInOrder(pairs.filter(({ example }) => example.difficulty === kind)))}`)
    .join("");
}

function share<T>(group: readonly T[], test: (one: T) => boolean): string {
  return group.length === 0 ? " –  " : two(group.filter(test).length / group.length);
}

function two(value: number): string {
  return value.toFixed(2);
}
