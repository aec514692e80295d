import type { Answer, CitedPassage } from "../../answering/answer.ts";
import type { Messages } from "../../locales/messages.ts";
import { sanitize } from "../text/sanitize.ts";

const indent = "    ";
const nameChars = 18;

/**
 * How an answer's confidence came about: that the first passage is about the matter, times that it says what is asked;
 * under the latter each piece of evidence with what it counts in the log odds. Then what each signal gave each passage.
 */
export function renderReckoning({ reckoning, findings, passages }: Answer, { terminal, answer }: Messages): string {
  if (reckoning === undefined) return terminal.nothingJudged;
  const { confidence, found, says, evidence } = reckoning;
  const spoken = evidence.filter(({ value, weight }) => value * weight !== 0);
  return [
    `${terminal.confidence} ${decimals(confidence)}`,
    `${indent}${terminal.isAbout}  ${decimals(found)}`,
    `${indent}${terminal.saysIt}  ${decimals(says)}`,
    ...spoken.map(({ name, value, weight }) => line(name, value, weight)),
    ...findings.map((finding) => `${indent}  ${sanitize(answer.finding(finding))}`),
    ...passages.flatMap((cited, index) => signalLines(cited, index + 1, terminal.score)),
  ].join("\n");
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
