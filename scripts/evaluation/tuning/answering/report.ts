import { furtherConfidence } from "../../../../src/answering/choosing/worth-showing.ts";
import type { JudgeModel } from "../../../../src/answering/judging/judge.ts";
import { areaUnderCurve } from "../../../../src/evaluation/figures.ts";
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
    `out of fold; uncertain from ${model.uncertain}, sure from ${model.sure}`,
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
  lines.push(`further passages shown that answer: ${further(tried, model)}`);
  return lines.join("\n");
}

/** One line: what a kind of evidence is worth, by the figures without it or with it alone. */
export function renderReach(tried: readonly Tried[]): string {
  const pairs = tried.filter(({ example }) => example.kind === "pairs");
  const traps = tried.filter(({ example }) => example.kind === "traps" && example.mode === "asked");
  return `pairs ${two(pairsInOrder(pairs))}, AUC ${two(curve(pairs))}, traps ${two(curve(traps))}${byDifficulty(pairs)}`;
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
  ({ sure }: JudgeModel): Test =>
  ({ confidence, example }) =>
    confidence >= sure && !example.hasMismatch;

const isAnswered =
  ({ uncertain }: JudgeModel): Test =>
  ({ confidence }) =>
    confidence >= uncertain;

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

function further(tried: readonly Tried[], model: JudgeModel): string {
  return (["real", "seeds", "xquad"] as const)
    .map((kind) => {
      const all = tried
        .filter(({ example }) => example.kind === kind && example.isAnswerable)
        .flatMap(({ example, confidence }) =>
          example.further.map(({ features, isRight }) => ({
            isShown: furtherConfidence({ ...features, doubt: 1 - confidence }, model) >= model.further.least,
            isRight,
          })),
        );
      const shown = all.filter(({ isShown }) => isShown);
      const right = shown.filter(({ isRight }) => isRight).length;
      return `${kind} ${two(right / Math.max(1, shown.length))} of ${shown.length} (of all ${all.length} ${two(all.filter(({ isRight }) => isRight).length / Math.max(1, all.length))})`;
    })
    .join("; ");
}

function share(group: readonly Tried[], test: Test): string {
  return group.length === 0 ? " –  " : two(group.filter(test).length / group.length);
}

function two(value: number): string {
  return value.toFixed(2);
}
