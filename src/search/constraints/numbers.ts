import { compareQuantities } from "../../analysis/exact/compare.ts";
import type { Quantity } from "../../analysis/exact/quantities.ts";
import type { Constraint } from "./constraint.ts";
import type { ReadText } from "./read-text.ts";

/** Numbers with what they count: amounts, times, places in a row. */
export function numberConstraints(question: ReadText): Constraint[] {
  return question.quantities.map(
    (asked): Constraint => ({
      kind: "number",
      start: asked.start,
      end: asked.end,
      weight: weightOf(asked),
      passageWeight: weightOf(asked),
      isHard: false,
      isNeutral: false,
      find: (text) =>
        text.quantities.flatMap((found) => {
          const comparison = compareQuantities(asked, found);
          if (comparison.kind === "apart") return [];
          const share = comparison.kind === "same" ? comparison.share : -1;
          return [{ start: found.start, end: found.end, share }];
        }),
    }),
  );
}

/**
 * Measures, times and numbered things stand next to their number, whereas a text may express a bare number or a year in
 * other ways.
 */
function weightOf({ unit, kind, literal }: Quantity): number {
  if (unit !== undefined || kind === "time" || kind === "row") return 0.8;
  return literal === "" ? 0.25 : 0.4;
}
