import type { CheckedConstraint } from "../../search/constraints/check-passage.ts";
import type { Hit } from "../../search/ranking/rank.ts";

/** A constraint met by less is not met. */
const leastMet = 0.5;
/** Constraints of less weight are hints. */
const tellingWeight = 0.5;

/** What speaks against a passage: what the question fixes to the letter, and the passage lacks or has another thing for. */
export function unmetConstraints({ constraints = [] }: Pick<Hit, "constraints">): readonly CheckedConstraint[] {
  return constraints.filter(({ constraint, met, metAround, isContradicted }) => {
    if (Math.max(met, metAround) >= leastMet) return false;
    if (constraint.kind === "negation" || constraint.kind === "order") {
      return isContradicted && constraint.weight >= tellingWeight;
    }
    return constraint.isHard || isContradicted || constraint.weight >= tellingWeight;
  });
}
