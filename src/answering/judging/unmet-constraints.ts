import type { CheckedConstraint } from "../../search/constraints/check-passage.ts";
import type { Hit } from "../../search/ranking/rank.ts";
import type { Certainty } from "../answer.ts";

/** A constraint met by less is not met. */
const leastMet = 0.5;
/** Constraints of less weight are hints. */
const tellingWeight = 0.5;

/** What speaks against a passage: what the question fixes to the letter, and the passage lacks or has another thing for. */
export function unmetConstraints({ constraints = [] }: Pick<Hit, "constraints">): readonly CheckedConstraint[] {
  return constraints.filter(({ constraint, met, metAround, isContradicted }) => {
    if (Math.max(met, metAround) >= leastMet) return false;
    if (constraint.kind === "title" || constraint.kind === "changes") return false;
    // Other words may say the same of these: only what speaks against them tells.
    if (constraint.kind === "negation" || constraint.kind === "order" || constraint.kind === "count") {
      return isContradicted && constraint.weight >= tellingWeight;
    }
    return constraint.isHard || isContradicted || constraint.weight >= tellingWeight;
  });
}

/** Nobody is sure of a passage that lacks what the question fixes to the letter; a number of other things is no answer at all. */
export function heldTo(certainty: Certainty, best: Hit | undefined): Certainty {
  if (
    best?.constraints?.some(({ constraint, isContradicted }) => constraint.kind === "count" && isContradicted) === true
  ) {
    return "none";
  }
  const hard = best?.constraints?.filter(({ constraint }) => constraint.isHard) ?? [];
  if (certainty === "none" && hard.length > 0 && hard.every(({ met }) => met === 1)) return "uncertain";
  return certainty === "sure" && best !== undefined && unmetConstraints(best).length > 0 ? "uncertain" : certainty;
}
