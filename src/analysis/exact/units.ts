import { foldCase } from "../folding.ts";
import { languages } from "../languages.ts";
import type { UnitName } from "../rules/quantity-rules.ts";

/** What a unit measures: two units of one kind exclude each other. */
export type UnitKind =
  | "money"
  | "share"
  | "length"
  | "mass"
  | "volume"
  | "span"
  | "pressure"
  | "power"
  | "speed"
  | "data"
  | "heat";

/** A unit with every way of writing it, folded: signs, abbreviations, the words of all languages. */
export interface MeasurementUnit {
  readonly name: UnitName;
  readonly kind: UnitKind;
  readonly writings: readonly string[];
}

/** Signs and abbreviations of all languages; words are each language's own. */
const signs: readonly (readonly [kind: UnitKind, name: UnitName, signs: string])[] = [
  ["money", "EUR", "€ eur"],
  ["money", "USD", "$ usd us$"],
  ["money", "GBP", "£ gbp"],
  ["money", "CHF", "chf"],
  ["money", "JPY", "¥ jpy"],
  ["money", "INR", "₹ inr"],
  ["money", "cent", "ct"],
  ["share", "percent", "%"],
  ["share", "permille", "‰"],
  ["length", "mm", "mm"],
  ["length", "cm", "cm"],
  ["length", "m", "m"],
  ["length", "km", "km"],
  ["length", "mile", "mi"],
  ["length", "inch", ""],
  ["length", "foot", "ft"],
  ["mass", "mg", "mg"],
  ["mass", "g", "g"],
  ["mass", "kg", "kg"],
  ["mass", "t", "t"],
  ["volume", "ml", "ml"],
  ["volume", "l", "l"],
  ["span", "ms", "ms"],
  ["span", "s", "s"],
  ["span", "min", "min"],
  ["span", "h", "h"],
  ["span", "day", ""],
  ["span", "week", ""],
  ["span", "month", ""],
  ["span", "year", ""],
  ["pressure", "bar", "bar"],
  ["power", "w", "w"],
  ["power", "kw", "kw"],
  ["power", "kwh", "kwh"],
  ["power", "v", "v"],
  ["power", "a", "a"],
  ["speed", "km/h", "km/h kmh kph"],
  ["data", "kb", "kb"],
  ["data", "mb", "mb"],
  ["data", "gb", "gb"],
  ["data", "tb", "tb"],
  ["heat", "°c", "°c"],
];

export const units: readonly MeasurementUnit[] = signs.map(([kind, name, written]) => {
  const words = languages.flatMap(({ quantities }) => quantities?.units[name]?.split(" ") ?? []);
  return { name, kind, writings: [...new Set([...written.split(" ").filter((sign) => sign !== ""), ...words])] };
});

const byWriting = new Map(
  units.flatMap((entry) => entry.writings.map((writing): [string, MeasurementUnit] => [writing, entry])),
);

/** @param folded a word or a sign as it stands behind a figure, lower case without umlauts */
export function unitOf(folded: string): MeasurementUnit | undefined {
  return byWriting.get(folded);
}

/** Single letters that are units where they are written so; others, and these in the other case, are names: 5G, 12a, A4. */
const letterUnits: ReadonlySet<string> = new Set(["g", "m", "l", "t", "h", "W", "V"]);

/** Whether letters written close behind a figure are a unit: 10kg, 25m, 200W. */
export function isUnitSuffix(written: string): boolean {
  return written.length === 1 ? letterUnits.has(written) : unitOf(foldCase(written)) !== undefined;
}
