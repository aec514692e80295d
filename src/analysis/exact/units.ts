import { foldCase } from "../folding.ts";

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

/** A unit with every way of writing it, folded: signs, abbreviations, German and English words. */
export interface MeasurementUnit {
  readonly name: string;
  readonly kind: UnitKind;
  readonly writings: readonly string[];
}

function unit(kind: UnitKind, name: string, writings: string): MeasurementUnit {
  return { name, kind, writings: writings.split(" ") };
}

export const units: readonly MeasurementUnit[] = [
  unit("money", "EUR", "€ eur euro euros"),
  unit("money", "USD", "$ usd us$ dollar dollars dollarn"),
  unit("money", "GBP", "£ gbp pfund pound pounds"),
  unit("money", "CHF", "chf franken sfr francs"),
  unit("money", "JPY", "¥ jpy yen"),
  unit("money", "INR", "₹ inr rupien rupees rupie rupee"),
  unit("money", "cent", "ct cent cents"),
  unit("share", "percent", "% prozent percent vh"),
  unit("share", "permille", "‰ promille permille"),
  unit("length", "mm", "mm millimeter millimetern millimetre millimetres millimeters"),
  unit("length", "cm", "cm zentimeter zentimetern centimetre centimetres centimeter centimeters"),
  unit("length", "m", "m meter metern metre metres meters"),
  unit("length", "km", "km kilometer kilometern kilometre kilometres kilometers"),
  unit("length", "mile", "mi meile meilen mile miles"),
  unit("length", "inch", "zoll inch inches"),
  unit("length", "foot", "ft fuss foot feet"),
  unit("mass", "mg", "mg milligramm milligram milligrams"),
  unit("mass", "g", "g gramm gram grams gramme"),
  unit("mass", "kg", "kg kilo kilos kilogramm kilogram kilograms"),
  unit("mass", "t", "t tonne tonnen tonnes ton tons"),
  unit("volume", "ml", "ml milliliter millilitre millilitres"),
  unit("volume", "l", "l liter litern litre litres liters"),
  unit("span", "ms", "ms millisekunde millisekunden millisecond milliseconds"),
  unit("span", "s", "s sek sekunde sekunden sec second seconds"),
  unit("span", "min", "min minute minuten minutes mins"),
  unit("span", "h", "h std stunde stunden hour hours hrs"),
  unit("span", "day", "tag tage tagen day days"),
  unit("span", "week", "woche wochen week weeks"),
  unit("span", "month", "monat monate monaten month months"),
  unit("span", "year", "jahr jahre jahren year years"),
  unit("pressure", "bar", "bar"),
  unit("power", "w", "w watt watts"),
  unit("power", "kw", "kw kilowatt kilowatts"),
  unit("power", "kwh", "kwh kilowattstunde kilowattstunden"),
  unit("power", "v", "v volt volts"),
  unit("power", "a", "a ampere amp amps"),
  unit("speed", "km/h", "km/h kmh kph stundenkilometer"),
  unit("data", "kb", "kb kilobyte kilobytes"),
  unit("data", "mb", "mb megabyte megabytes"),
  unit("data", "gb", "gb gigabyte gigabytes"),
  unit("data", "tb", "tb terabyte terabytes"),
  unit("heat", "°c", "°c grad celsius degrees"),
];

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
