import type { CheckedConstraint } from "../../search/constraints/check-passage.ts";
import type { Constraint } from "../../search/constraints/constraint.ts";
import { asking } from "../../search/constraints/subjects/titles.ts";
import type { Query } from "../../search/query/concept.ts";
import type { Hit } from "../../search/ranking/rank.ts";
import type { Certainty } from "../answer.ts";
import type { FindingKind } from "./evidence/evidence-kind.ts";
import { metBy } from "./features.ts";
import type { Judgement } from "./judge.ts";
import { tellingWeight, unmetConstraints } from "./unmet-constraints.ts";

/** What is met by so much stands there to the letter. */
const wholly = 0.9;
/** How much of what else is asked the passage must have. */
const leastOfTheRest = 0.7;
/** All of it, but for what is hardly a word. */
const allOfTheRest = 0.95;
/** Of what is in its title alone. */
const leastBelowTitle = 0.4;
/** Where so much of the kind asked for is missing, the passage says nothing of it. */
const noneOfKind = 0.65;
/** Findings that something is not told; others say that something else is. */
const lacks: ReadonlySet<FindingKind> = new Set(["word-missing", "no-place", "no-person", "no-name"]);
/** Where hardly a word could be of the kind asked for, having all the others says nothing. */
const noneAtAll = 0.8;
/**
 * The tier of an answer, held to what the question fixes to the letter. Nobody is sure of a passage that lacks it; a number
 * of other things is no answer at all; and a passage that has all of it, and the other words, is told at least as uncertain.
 * @param informativeness of each concept of the query
 */
export function heldTo(
  certainty: Certainty,
  query: Query,
  informativeness: readonly number[],
  best: Hit | undefined,
  judgement: Judgement | undefined,
): Certainty {
  if (best === undefined) return certainty;
  const checked = best.constraints ?? [];
  if (checked.some(({ constraint, isContradicted }) => constraint.kind === "count" && isContradicted)) return "none";
  const isUnmet = unmetConstraints(checked).length > 0;
  if (certainty === "none") {
    const isTold =
      isHeld(checked, query, informativeness, best, judgement) ||
      (!isUnmet && hasAll(query, informativeness, best, judgement));
    return isTold ? "uncertain" : "none";
  }
  return certainty === "sure" && isUnmet ? "uncertain" : certainty;
}

/** What is met of each concept, and in full of a compound whose words stand apart. */
function metAlsoApart(
  { concepts }: Query,
  met: (concept: number) => number,
  { compounds }: Judgement,
): (concept: number) => number {
  return (at) => {
    const concept = concepts[at];
    return concept !== undefined && compounds.has(concept) ? 1 : met(at);
  };
}

/** What is met of each concept; everyday words that are no names of things need not be: one gets back what is paid back. */
function metOrEveryday({ concepts }: Query, met: (concept: number) => number): (concept: number) => number {
  return (at) => {
    return concepts[at]?.isEveryday === true && concepts.some((_, other) => other !== at && met(other) >= wholly)
      ? 1
      : met(at);
  };
}

/** Whether the passage has every word that is asked about, and nothing speaks against its being what is asked. */
function hasAll(
  query: Query,
  informativeness: readonly number[],
  best: Hit,
  judgement: Judgement | undefined,
): boolean {
  if (judgement === undefined || judgement.findings.some(({ what }) => !lacks.has(what))) return false;
  return (
    judgement.evidence.missingKind < noneAtAll &&
    restOf([], query, informativeness, metOrEveryday(query, metAlsoApart(query, metBy(best), judgement))) >=
      allOfTheRest
  );
}

function isHeld(
  checked: readonly CheckedConstraint[],
  query: Query,
  informativeness: readonly number[],
  best: Hit,
  judgement: Judgement | undefined,
): boolean {
  const hard = checked.filter(({ constraint }) => constraint.isHard);
  if (hard.length > 0 && hard.every(({ met }) => met === 1)) return true;
  if (unmetConstraints(checked).length > 0) return false;
  if (checked.some(({ constraint, metAround }) => constraint.kind === "title" && metAround === 1)) return true;
  const telling = checked.filter(({ constraint }) => tells(constraint));
  const rest = restOf(telling, query, informativeness, metBy(best));
  if (hard.length > 0) return hard.every(({ metAround }) => metAround >= wholly) && rest >= leastBelowTitle;
  const first = telling[0];
  if (first === undefined || rest < leastOfTheRest || (judgement?.evidence.missingKind ?? 0) >= noneOfKind)
    return false;
  return first.sentences.some((_, at) => telling.every(({ sentences }) => (sentences[at] ?? 0) >= wholly));
}

/** Whether what meets it is hardly there by accident. */
function tells({ kind, isHard, weight }: Constraint): boolean {
  if (isHard) return true;
  return (kind === "name" || kind === "number" || kind === "negation" || kind === "order") && weight >= tellingWeight;
}

/** How much of what the question asks beside these constraints the passage has, from 0 to 1. */
function restOf(
  telling: readonly CheckedConstraint[],
  { concepts }: Query,
  informativeness: readonly number[],
  met: (concept: number) => number,
): number {
  let sum = 0;
  let total = 0;
  concepts.forEach(({ text, start, end }, concept) => {
    if (
      asking.has(text.toLowerCase()) ||
      telling.some(({ constraint }) => start < constraint.end && end > constraint.start)
    )
      return;
    const weight = informativeness[concept] ?? 0;
    total += weight;
    sum += weight * Math.min(1, met(concept));
  });
  return total === 0 ? 1 : sum / total;
}
