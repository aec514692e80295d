import { childAt, childElements, type XmlElement } from "../xml.ts";

/** Formats of the program's own for dates and times. */
const dateIds = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const timeIds = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47]);
const decimalsById: ReadonlyMap<number, number> = new Map([
  [1, 0],
  [2, 2],
  [3, 0],
  [4, 2],
  [9, 0],
  [10, 2],
]);
const msPerDay = 86_400_000;
/** The day 0 of both ways of counting days. */
const dayZero = Date.UTC(1899, 11, 30);
const dayZero1904 = Date.UTC(1904, 0, 1);

/** A property without a value is on. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !/^(?:0|false)$/.test(property.getAttribute("val") ?? "1");
}

/** Hours of a day, minutes and seconds that are not counted from midnight. */
const elapsed = /\[(?:h+|m+|s+)\]/i;

interface NumberShape {
  readonly kind: "number" | "percent" | "date" | "time" | "date-time" | "duration" | "words";
  readonly decimals: number | undefined;
  /** What the number is divided by before it is shown. */
  readonly unit: number;
  /** Of its whole part, zeros in front included. */
  readonly digits: number;
  /** What stands before and behind the number, such as a currency. */
  readonly before: string;
  readonly after: string;
}

/** Shows numbers as the formats of their cells do, but for what depends on where the reader lives: dates are ISO. */
export class CellFormats {
  /** By the cell's number of a format: the shapes of positive numbers, of negative ones, and of zero. */
  readonly #shapes: readonly (readonly NumberShape[])[];
  readonly #struck: readonly boolean[];
  readonly #zero: number;

  constructor(styles: XmlElement | undefined, is1904: boolean) {
    const codes = new Map(
      childElements(childAt(styles, "numFmts"), "numFmt").map((format) => [
        Number(format.getAttribute("numFmtId")),
        format.getAttribute("formatCode") ?? "",
      ]),
    );
    this.#zero = is1904 ? dayZero1904 : dayZero;
    this.#shapes = childElements(childAt(styles, "cellXfs"), "xf").map((xf) => {
      const id = Number(xf.getAttribute("numFmtId") ?? "0");
      const code = codes.get(id);
      return code === undefined ? [shapeOf(id, undefined)] : sectionsOf(code).map((section) => shapeOf(id, section));
    });
    const fonts = childElements(childAt(styles, "fonts"), "font").map((font) => isOn(childAt(font, "strike")));
    this.#struck = childElements(childAt(styles, "cellXfs"), "xf").map(
      (xf) => fonts[Number(xf.getAttribute("fontId") ?? "-1")] ?? false,
    );
  }

  /** Whether the cells of a format are struck out. */
  isStruck(style: number): boolean {
    return this.#struck[style] ?? false;
  }

  /** @param style the cell's number of a format */
  shown(value: number, style: number): string {
    if (!Number.isFinite(value)) return "";
    const shapes = this.#shapes[style] ?? [];
    const section = value < 0 && shapes.length > 1 ? 1 : value === 0 && shapes.length > 2 ? 2 : 0;
    const shape = shapes[section];
    // A section of its own for negative numbers writes their sign itself.
    const shown = section === 1 ? -value : value;
    switch (shape?.kind) {
      case "date":
      case "time":
      case "date-time":
        return this.#date(value, shape.kind);
      case "duration":
        return duration(shown);
      case "words":
        return shape.before;
      case "percent":
        return `${shape.before}${rounded(shown * 100, shape.decimals)}${shape.after.includes("%") ? "" : "%"}${shape.after}`;
      case "number": {
        const number = withZeros(rounded(shown / shape.unit, shape.decimals), shape.digits);
        const text = `${shape.before}${number}${shape.after}`;
        // Some tell negative numbers by their colour alone.
        return section === 1 && !/[-−–(]/u.test(text) ? `-${text}` : text;
      }
      case undefined:
        return rounded(value, undefined);
    }
  }

  #date(value: number, kind: "date" | "time" | "date-time"): string {
    // Seconds of a day are no exact fraction of it.
    const iso = new Date(this.#zero + Math.round((value * msPerDay) / 1_000) * 1_000);
    if (Number.isNaN(iso.getTime())) return rounded(value, undefined);
    const [day = "", time = ""] = iso.toISOString().split("T");
    const clock = time.slice(0, time.slice(6, 8) === "00" ? 5 : 8);
    if (kind === "time") return clock;
    return kind === "date" || clock === "00:00" ? day : `${day} ${clock}`;
  }
}

/** `36:00`: hours, minutes and seconds of so many days. */
function duration(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400);
  const two = (number: number) => String(number).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${days < 0 ? "-" : ""}${hours}:${two(minutes)}${rest === 0 ? "" : `:${two(rest)}`}`;
}

/** The parts of a code that semicolons part, but for those in quotes and the one for text. */
function sectionsOf(code: string): readonly string[] {
  const sections = (code.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;|$)|^(?=;)/g) ?? [code]).slice(0, 3);
  // With a condition, sections are not for the signs of numbers.
  return sections.some((section) => /\[[<>=]/.test(section)) ? sections.slice(0, 1) : sections;
}

function shapeOf(id: number, code: string | undefined): NumberShape {
  const plain = { before: "", after: "", unit: 1, digits: 1, decimals: decimalsById.get(id) };
  if (code === undefined) {
    if (id === 46) return { ...plain, kind: "duration" };
    if (id === 22) return { ...plain, kind: "date-time" };
    if (dateIds.has(id)) return { ...plain, kind: "date" };
    if (timeIds.has(id)) return { ...plain, kind: "time" };
    return { ...plain, kind: id === 9 || id === 10 ? "percent" : "number" };
  }
  if (elapsed.test(code)) return { ...plain, kind: "duration" };
  const letters = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "");
  if (/general|@/i.test(letters))
    return { kind: "number", decimals: undefined, unit: 1, digits: 1, ...affixes(code, /general|@/i) };
  const [hasDay, hasTime] = [/[dy]/i.test(letters) || /m{3,}/i.test(letters), /[hs]/i.test(letters)];
  if (hasDay && hasTime) return { ...plain, kind: "date-time" };
  if (hasDay) return { ...plain, kind: "date" };
  if (hasTime) return { ...plain, kind: "time" };
  if (!/[0#?]/.test(letters)) return { ...plain, ...affixes(code), kind: "words" };
  const isExact = /e[+-]/i.test(letters) || /[?#\d]\s*\/\s*[?#\d]/.test(letters);
  const decimals = isExact ? undefined : (/\.([0#?]+)/.exec(letters)?.[1]?.length ?? 0);
  const least = /\.(0*)/.exec(letters)?.[1]?.length ?? 0;
  const shape = { decimals: decimals !== undefined && decimals > least ? undefined : decimals, ...affixes(code) };
  if (letters.includes("%")) return { ...shape, unit: 1, digits: 1, kind: "percent" };
  const digits = isExact ? 1 : (letters.replace(/\..*/, "").match(/0/g)?.length ?? 0);
  const commas =
    /[0#?](,+)(?![0#?,])/.exec(letters.replace(/\..*/, ""))?.[1]?.length ??
    /(,+)$/.exec(letters.trim())?.[1]?.length ??
    0;
  return { ...shape, unit: 1_000 ** commas, digits, kind: "number" };
}

/** The words in quotes, the currency and the signs around the figures; before is all of it where there are none. */
function affixes(code: string, figures = /[0#?]/): { readonly before: string; readonly after: string } {
  const pieces =
    code
      .replace(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"')
      .replace(/\[[^\]]*\]|\*./g, "")
      .replace(/_./g, " ")
      .match(/"[^"]*"|\\.|general|./giu) ?? [];
  const isFigure = (piece: string) => !/^["\\]/.test(piece) && figures.test(piece);
  const first = pieces.findIndex(isFigure);
  const last = pieces.findLastIndex(isFigure);
  const literal = (part: readonly string[]) =>
    part
      .map((piece) => {
        if (piece.startsWith('"')) return piece.slice(1, -1);
        if (piece.startsWith("\\")) return piece.slice(1);
        return /^[€$£¥%()+\- –−:]$/u.test(piece) ? piece : "";
      })
      .join("");
  if (first < 0) return { before: literal(pieces).trim(), after: "" };
  return { before: literal(pieces.slice(0, first)).trimStart(), after: literal(pieces.slice(last + 1)).trimEnd() };
}

/** `01067`: with zeros in front up to so many digits. */
function withZeros(number: string, digits: number): string {
  return number.replace(
    /^(-?)(\d+)(?![\de])/,
    (_, sign: string, whole: string) => sign + whole.padStart(Math.min(digits, 30), "0"),
  );
}

/** With so many decimals; else as few as the number needs, without the noise of its binary form. */
function rounded(value: number, decimals: number | undefined): string {
  if (decimals !== undefined && Math.abs(value) < 1e15) return value.toFixed(Math.min(decimals, 20));
  return String(Number(value.toPrecision(15)));
}
