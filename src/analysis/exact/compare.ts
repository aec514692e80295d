import type { Quantity } from "./quantities.ts";

/**
 * How a number of a text compares with the one asked for. `same`: with how much certainty; `other`: a different one in
 * its place; `apart`: unrelated.
 */
export type QuantityComparison =
  | { readonly kind: "same"; readonly share: number }
  | { readonly kind: "other" | "apart" };

const apart: QuantityComparison = { kind: "apart" };
const other: QuantityComparison = { kind: "other" };
const same = (share: number): QuantityComparison => ({ kind: "same", share });

/** Compares a number of a text with the one asked for. */
export function compareQuantities(asked: Quantity, found: Quantity): QuantityComparison {
  if (asked.kind === "time" || found.kind === "time") return compareTimes(asked, found);
  const isEqual = asked.readings.some((reading) => found.readings.includes(reading)) && !areVersions(asked, found);
  if (asked.unit !== undefined) {
    if (found.unit === undefined) return isEqual && found.kind !== "row" ? same(0.3) : apart;
    if (found.unit.name === asked.unit.name) return isEqual ? same(1) : other;
    return found.unit.kind === asked.unit.kind && isEqual ? other : apart;
  }
  if (asked.kind === "row") {
    if (found.kind === "count")
      return isEqual && found.unit === undefined && isNumbered(asked, found) ? same(0.6) : apart;
    return isEqual ? same(1) : other;
  }
  if (found.kind === "row") {
    if (asked.kind === "either") return isEqual ? same(1) : other;
    return isEqual ? same(0.5) : apart;
  }
  if (isEqual)
    return same(isNumbered(asked, found) || found.kind === "either" ? 1 : found.unit === undefined ? 0.7 : 0.4);
  return isNumbered(asked, found) || (asked.kind === "either" && found.kind === "either") ? other : apart;
}

/** Times twelve hours apart differ if both say which half of the day they mean, and may be the same if one does not. */
function compareTimes(asked: Quantity, found: Quantity): QuantityComparison {
  if (asked.kind !== found.kind) {
    const isWritten = asked.literal !== "" && asked.literal === found.literal && found.unit === undefined;
    return isWritten ? same(0.7) : apart;
  }
  const [a = 0] = asked.readings;
  const [b = 0] = found.readings;
  if (a === b) return same(1);
  if (Math.abs(a - b) === 720 && !(asked.isHalfKnown === true && found.isHalfKnown === true)) return same(0.4);
  return other;
}

/** Figures with a point and no unit may be versions, for which 1.10 is not 1.1. */
function areVersions(asked: Quantity, found: Quantity): boolean {
  const isPointed = ({ literal, unit }: Quantity): boolean => unit === undefined && literal.includes(".");
  return isPointed(asked) && isPointed(found) && asked.literal !== found.literal;
}

/** Whether both number the same thing: Zimmer 12 and Zimmer 1, 2. Stock and 12. Stock. */
function isNumbered(asked: Quantity, found: Quantity): boolean {
  return (asked.before !== "" && asked.before === found.before) || (asked.after !== "" && asked.after === found.after);
}
