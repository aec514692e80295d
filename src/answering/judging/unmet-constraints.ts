import type { CheckedConstraint } from "../../search/constraints/check-passage.ts";

/** Below this value a constraint counts as not met. */
const leastMet = 0.5;
/** Constraints of less weight are hints. */
export const tellingWeight = 0.5;

/** What speaks against a passage: what the question fixes to the letter, and the passage lacks or has another thing for. */
export function unmetConstraints(checked: readonly CheckedConstraint[]): readonly CheckedConstraint[] {
  return checked.filter(({ constraint, met, metAround, isContradicted }) => {
    if (Math.max(met, metAround) >= leastMet) return false;
    if (constraint.kind === "title" || constraint.kind === "changes") return false;
    // Other words may say the same of these: only what speaks against them tells.
    if (constraint.kind === "negation" || constraint.kind === "order" || constraint.kind === "count") {
      return isContradicted && constraint.weight >= tellingWeight;
    }
    return constraint.isHard || isContradicted || constraint.weight >= tellingWeight;
  });
}
