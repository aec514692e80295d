import type { Language } from "../../analysis/language.ts";
import type { FetchedPassage } from "../passage-index.ts";
import type { Constraint, ConstraintMatch } from "./constraint.ts";
import { ReadText } from "./read-text.ts";

/** How well a passage meets one constraint. */
export interface CheckedConstraint {
  readonly constraint: Constraint;
  /** From 0 to 1: how well the passage's own words meet it. */
  readonly met: number;
  /** The same for the title, the headings and the lines that lead up to the passage. */
  readonly metAround: number;
  /** Whether the passage has something else in its place. */
  readonly isContradicted: boolean;
  /** By sentence, from −1 (another thing in its place) to 1. */
  readonly sentences: Float32Array;
}

/** A line around a passage; `isTitle`: it is the title of a whole document. */
interface LineAround {
  readonly text: string;
  readonly isTitle: boolean;
}

/** Titles and headings, which many passages share: each is read once for a question. */
export class ReadAround {
  readonly #constraints: readonly Constraint[];
  readonly #found = new Map<string, readonly (readonly ConstraintMatch[])[]>();

  constructor(constraints: readonly Constraint[]) {
    this.#constraints = constraints;
  }

  /** What a line has of each constraint. */
  find({ text, isTitle }: LineAround, code: Language["code"]): readonly (readonly ConstraintMatch[])[] {
    const key = `${isTitle} ${code} ${text}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const read = new ReadText(text, code, isTitle);
    const found = this.#constraints.map((one) => (one.where === "passage" ? [] : one.find(read)));
    this.#found.set(key, found);
    return found;
  }
}

/**
 * How well a passage meets everything that the question wants to the letter.
 * @param around what has been read around other passages, for the same constraints
 */
export function checkPassage(
  passage: FetchedPassage,
  constraints: readonly Constraint[],
  around: ReadAround = new ReadAround(constraints),
): CheckedConstraint[] {
  const { language } = passage.document.metadata;
  const own = new ReadText(passage.text, language);
  const lines = aroundOf(passage).map((line) => around.find(line, language));
  return constraints.map((constraint, index) => {
    const findings = constraint.where === "around" ? [] : constraint.find(own);
    const found = lines.flatMap((line) => line[index] ?? []);
    const met = best(findings);
    const metAround = best(found);
    return {
      constraint,
      met,
      metAround,
      isContradicted: met <= 0 && metAround <= 0 && [...findings, ...found].some(({ share }) => share < 0),
      sentences: bySentence(passage, findings),
    };
  });
}

/** The text around a passage: its document's title and file, the headings above it, the lines that lead up to it. */
function aroundOf({ document, passage, around }: FetchedPassage): LineAround[] {
  const { title } = document.metadata;
  const file = document.file.replace(/^.*\//u, "").replace(/\.[^.]+$/u, "");
  const path = passage.headingPath.filter((heading) => heading !== title);
  const wholePaths = path.length > 1 ? [path.join(" "), path.slice(-2).join(" ")] : [];
  const below = path.length > 0 ? [`${title} ${path.at(-1)}`] : [];
  const lines = [...around.leadIns, around.tableHead, around.question].filter((line) => line !== undefined);
  return [
    ...[title, file, file.replaceAll(/[-_]+/gu, " ")].map((text) => ({ text, isTitle: true })),
    ...[...path, ...wholePaths, ...below, ...lines].map((text) => ({ text, isTitle: false })),
  ];
}

function best(findings: readonly ConstraintMatch[]): number {
  return findings.reduce((largest, { share }) => Math.max(largest, share), 0);
}

function bySentence({ passage }: FetchedPassage, findings: readonly ConstraintMatch[]): Float32Array {
  const shares = new Float32Array(passage.sentences.length);
  const offset = passage.range.start;
  for (const { start, share } of findings) {
    const index = passage.sentences.findIndex((sentence) => start + offset < sentence.end);
    if (index < 0) continue;
    const before = shares[index] ?? 0;
    // A match counts for more than something else in its place.
    if (before <= 0 ? share > before || (before === 0 && share < 0) : share > before) shares[index] = share;
  }
  // Next to what is asked for, a similar thing is something else.
  const isThere = shares.some((share) => share >= surelyMet);
  return isThere ? shares.map((share) => (share > 0 && share < hardlyMet ? -share : share)) : shares;
}

const surelyMet = 0.9;
const hardlyMet = 0.5;

/** A sentence's share of everything that a question fixes: what is looked for, less what stands in its place. */
export function exactShare(checked: readonly CheckedConstraint[], sentence: number): number {
  return checked.reduce((sum, { constraint, sentences }) => {
    const isTold = sentences.some((share) => share < 0);
    return sum + constraint.weight * (isTold ? toldBonus : heldBonus) * (sentences[sentence] ?? 0);
  }, 0);
}

/**
 * The bonus of a sentence with what the question fixes to the letter, and the penalty of one with something else in its
 * place.
 */
const toldBonus = 1.5;
/**
 * The bonus if no sentence has anything else in its place: neighbouring sentences may well be about the same thing
 * then.
 */
const heldBonus = 0.4;

/** The factor for a passage that has nothing else in their place. */
const neutralShare = 0.5;
/** The factor for a passage that has them in its title or headings only. */
export const aroundShare = 0.9;

/** From 0 to 1: how well a passage meets a constraint overall. */
export function shareOf({ constraint, met, metAround, isContradicted }: CheckedConstraint): number {
  if (constraint.where === "around" && metAround > 0) return metAround;
  if (met > 0 || metAround > 0) return Math.max(met, aroundShare * metAround);
  return constraint.isNeutral && !isContradicted ? neutralShare : 0;
}
