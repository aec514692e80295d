import type { Answer, CitedPassage } from "../../answering/answer.ts";
import type { Messages } from "../../locales/messages.ts";
import { sanitize } from "../text/sanitize.ts";

const indent = "    ";
const nameChars = 24;
/** Less changes no confidence that anybody sees. */
const leastTold = 0.005;

/**
 * How an answer's confidence came about: that the first passage is about the matter, and what each thing that the judge
 * looked at adds to the log odds, the weightiest first. Then what each signal gave each passage.
 */
export function renderReckoning({ reckoning, findings, passages }: Answer, { terminal, answer }: Messages): string {
  if (reckoning === undefined) return terminal.nothingJudged;
  const { confidence, found, inputs } = reckoning;
  const spoken = inputs
    .filter(({ adds }) => Math.abs(adds) >= leastTold)
    .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds));
  return [
    `${terminal.confidence} ${decimals(confidence)}`,
    `${indent}${terminal.isAbout}  ${decimals(found)}`,
    `${indent}${terminal.saysIt}`,
    ...spoken.map(
      ({ name, value, usual, adds }) =>
        `${indent}  ${name.padEnd(nameChars)} ${signed(adds)}  ${decimals(value)} (${terminal.usually} ${decimals(usual)})`,
    ),
    ...findings.map((finding) => `${indent}  ${sanitize(answer.finding(finding))}`),
    ...passages.flatMap((cited, index) => signalLines(cited, index + 1, terminal.score)),
  ].join("\n");
}

function signed(value: number): string {
  return `${value < 0 ? "" : "+"}${decimals(value)}`;
}

function signalLines({ citation, score, signals }: CitedPassage, number: number, label: string): string[] {
  return [
    `[${number}] ${sanitize(citation)}: ${label} ${decimals(score)}`,
    ...signals.map(({ name, value, weight }) => line(name, value, weight)),
  ];
}

/** `missingKind       -0.97 = -0.97 × 1.00`: what it adds, its weight, and its value. */
function line(name: string, value: number, weight: number): string {
  return `${indent}  ${name.padEnd(nameChars)} ${decimals(weight * value)} = ${weight} × ${decimals(value)}`;
}

/** The same in every language, for these figures are read by programs too. */
function decimals(value: number): string {
  return value.toFixed(2);
}
