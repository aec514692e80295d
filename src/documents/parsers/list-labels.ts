/** The ways of counting that word processors and web pages share, by the names that Office files have for them. */
export type NumberFormat =
  | "decimal"
  | "decimalZero"
  | "lowerLetter"
  | "upperLetter"
  | "lowerGreek"
  | "lowerRoman"
  | "upperRoman"
  | "ordinal"
  | "none"
  | "bullet";

const greek = "αβγδεζηθικλμνξοπρστυφχψω";
const romans: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** A number as a list shows it; in figures where the format cannot count so. */
export function formatListNumber(format: string, number: number): string {
  switch (format) {
    case "lowerLetter":
      return letters(number);
    case "upperLetter":
      return letters(number).toUpperCase();
    case "lowerGreek":
      return number >= 1 && number <= greek.length ? greek.charAt(number - 1) : String(number);
    case "lowerRoman":
      return roman(number);
    case "upperRoman":
      return roman(number).toUpperCase();
    case "decimalZero":
      return String(number).padStart(2, "0");
    case "none":
    case "bullet":
      return "";
    case "ordinal":
      return `${number}.`;
    default:
      return String(number);
  }
}

/** `a` to `z`, then `aa`, `bb`, … as word processors count on. */
function letters(number: number): string {
  if (number < 1 || number > 26 * 30) return String(number);
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.floor((number - 1) / 26) + 1);
}

function roman(number: number): string {
  if (number < 1 || number >= 4_000) return String(number);
  let [rest, text] = [number, ""];
  for (const [value, sign] of romans) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
