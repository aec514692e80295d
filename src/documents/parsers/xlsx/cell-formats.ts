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

interface NumberShape {
  readonly kind: "number" | "percent" | "date" | "time" | "date-time";
  readonly decimals: number | undefined;
  /** What stands before and behind the number, such as a currency. */
  readonly before: string;
  readonly after: string;
}

/** Shows numbers as the formats of their cells do, but for what depends on where the reader lives: dates are ISO. */
export class CellFormats {
  readonly #shapes: readonly NumberShape[];
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
      return shapeOf(id, codes.get(id));
    });
  }

  /** @param style the cell's number of a format */
  shown(value: number, style: number): string {
    if (!Number.isFinite(value)) return "";
    const shape = this.#shapes[style];
    switch (shape?.kind) {
      case "date":
      case "time":
      case "date-time":
        return this.#date(value, shape.kind);
      case "percent":
        return `${rounded(value * 100, shape.decimals)}%`;
      case "number":
        return `${shape.before}${rounded(value, shape.decimals)}${shape.after}`;
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

function shapeOf(id: number, code: string | undefined): NumberShape {
  const plain = { before: "", after: "", decimals: decimalsById.get(id) };
  if (code === undefined) {
    if (id === 22) return { ...plain, kind: "date-time" };
    if (dateIds.has(id)) return { ...plain, kind: "date" };
    if (timeIds.has(id)) return { ...plain, kind: "time" };
    return { ...plain, kind: id === 9 || id === 10 ? "percent" : "number" };
  }
  const [positive = ""] = code.split(";", 1);
  const letters = positive.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "");
  const [hasDay, hasTime] = [/[dy]/i.test(letters) || /m{3,}/i.test(letters), /[hs]/i.test(letters)];
  if (hasDay && hasTime) return { ...plain, kind: "date-time" };
  if (hasDay) return { ...plain, kind: "date" };
  if (hasTime) return { ...plain, kind: "time" };
  const decimals = /[0#?]/.test(letters) ? (/\.([0?]+)/.exec(letters)?.[1]?.length ?? 0) : undefined;
  if (letters.includes("%")) return { ...plain, decimals, kind: "percent" };
  return { kind: "number", decimals: /general/i.test(letters) ? undefined : decimals, ...affixes(positive) };
}

/** The words in quotes and the currency around the figures. */
function affixes(code: string): { readonly before: string; readonly after: string } {
  const words = code
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"')
    .replace(/\[[^\]]*\]|_.|\*./g, "")
    .replace(/\\(.)/g, '"$1"');
  const at = words.search(/[0#?](?=[^"]*(?:"[^"]*"[^"]*)*$)/);
  if (at < 0) return { before: "", after: "" };
  const end = words.search(/[0#?](?!.*[0#?])/);
  const literal = (part: string) =>
    [...part.matchAll(/"([^"]*)"|([€$£%])|( )/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? "").join("");
  return { before: literal(words.slice(0, at)), after: literal(words.slice(end + 1)).trimEnd() };
}

/** With so many decimals; else as few as the number needs, without the noise of its binary form. */
function rounded(value: number, decimals: number | undefined): string {
  if (decimals !== undefined && Math.abs(value) < 1e15) return value.toFixed(Math.min(decimals, 20));
  return String(Number(value.toPrecision(15)));
}
