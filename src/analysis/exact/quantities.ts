import { foldCase } from "../folding.ts";
import { alternatives } from "../languages.ts";
import { findDates } from "../tokens/dates.ts";
import { findNames, type NameKind } from "./names.ts";
import { magnitudes, numberOfRoman, numberOfWord } from "./number-words.ts";
import { findTimes } from "./times.ts";
import { type MeasurementUnit, unitOf } from "./units.ts";

/** A number in a text, with what it counts. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /**
   * The possible values: 1.043 may be a thousand and forty-three, or little more than one. For a time, the minute of
   * the day.
   */
  readonly readings: readonly number[];
  /** Figures as they stand, a point before decimals; empty for words. */
  readonly literal: string;
  /** `row`: one of a row (second, 2., XIV.); `count`: how many or which; `either`: the text does not tell; `time`: of the day. */
  readonly kind: "row" | "count" | "either" | "time";
  readonly unit?: MeasurementUnit;
  /** For a time: whether the half of the day is told. */
  readonly isHalfKnown?: boolean;
  /** Folded words beside it: what is numbered (Zimmer 12) and what is counted (12 Zimmer). */
  readonly before: string;
  readonly after: string;
}

/** Names whose figures say no number. */
const withoutNumbers: ReadonlySet<NameKind> = new Set([
  "code",
  "version",
  "identifier",
  "file",
  "path",
  "option",
  "address",
]);

/** The numbers of a text, in figures, in words and in Roman figures, in their order. Dates are none of them. */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [...findTimes(text)];
  const taken: { readonly start: number; readonly end: number }[] = [
    ...findDates(text),
    ...found,
    ...findNames(text).filter(
      ({ kind, key, start, end }) =>
        withoutNumbers.has(kind) ||
        (kind === "number" && key.startsWith("#") && !/^[1-9]\d*$/.test(text.slice(start, end))),
    ),
  ];
  const isTaken = (start: number, end: number): boolean =>
    taken.some((range) => start < range.end && end > range.start);
  for (const quantity of [...figures(text), ...words(text), ...romans(text)]) {
    if (!isTaken(quantity.start, quantity.end)) found.push(quantity);
  }
  return found.sort((a, b) => a.start - b.start);
}

const figure = new RegExp(
  String.raw`(?<![\p{L}\p{N}]|\p{N}[.,])(?:(?<sign>US\$|[€$£¥₹]|EUR|USD|CHF|GBP|Euro)[ \u00a0\u202f]?)?(?<number>\d{1,3}(?:(?<group>[ \u00a0\u202f.,'’])\d{3})(?:\k<group>\d{3})*(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)(?:(?<ordinal>(?:${alternatives(({ documents }) => documents?.dates?.ordinalEndings)})(?!\p{L}))|(?<stop>\.(?=[ \u00a0]\p{L}|\s*[?!]|$)))?`,
  "gu",
);
const behind = /^[ \u00a0\u202f]?[-‐‑]?([%‰€$£¥₹]|°[ \u00a0]?C|\p{L}[\p{L}/$]*)/u;

function* figures(text: string): Generator<Quantity> {
  for (const match of text.matchAll(figure)) {
    const { sign = "", number = "", ordinal, stop } = match.groups ?? {};
    const start = match.index;
    let end = start + match[0].length;
    let readings = readingsOf(number);
    let after = wordBehind(text, end);
    const factor = magnitudes.get(after.folded);
    if (factor !== undefined) {
      readings = readings.map((reading) => reading * factor);
      end = after.end;
      after = wordBehind(text, text.charAt(end) === "." ? end + 1 : end);
    }
    const unit = sign.trim() === "" ? unitOf(after.folded) : unitOf(foldCase(sign.trim()));
    if (sign.trim() === "" && unit !== undefined) end = after.end;
    const row =
      ordinal !== undefined
        ? "row"
        : stop !== undefined && number.length <= 3 && !/[.,]/.test(number)
          ? "either"
          : "count";
    yield {
      start,
      end,
      readings,
      literal: literalOf(number),
      kind: unit === undefined ? row : "count",
      ...(unit === undefined ? {} : { unit }),
      before: wordBefore(text, start),
      after: after.folded,
    };
  }
}

/** Removes separators of thousands and writes a point before decimals. */
function literalOf(number: string): string {
  const grouped = /^\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+$/u.test(number);
  return grouped ? number.replace(/\D/gu, "") : number.replace(/[ \u00a0\u202f'’]/gu, "").replace(",", ".");
}

function readingsOf(number: string): number[] {
  const plain = number.replace(/[ \u00a0\u202f'’]/gu, "");
  const separators = [...plain.matchAll(/[.,]/g)].map((match) => match[0]);
  if (separators.length === 0) return [Number(plain)];
  const last = separators.at(-1) ?? ".";
  const decimals = plain.slice(plain.lastIndexOf(last) + 1);
  const asDecimal = Number(`${plain.slice(0, plain.lastIndexOf(last)).replace(/[.,]/g, "")}.${decimals}`);
  const asWhole = Number(plain.replace(/[.,]/g, ""));
  const isMixed = new Set(separators).size > 1;
  if (isMixed) return [asDecimal];
  if (separators.length > 1) return [asWhole];
  return decimals.length === 3 && !/^0/.test(plain) ? [asWhole, asDecimal] : [asDecimal];
}

const wordPattern = /\p{L}[\p{L}-]*/gu;

/** Numbers in words, also several of them: twelve thousand, two hundred and fifty, drei Millionen. */
function* words(text: string): Generator<Quantity> {
  let run: { start: number; end: number; total: number; part: number; isOrdinal: boolean } | undefined;
  const flush = (): Quantity | undefined => {
    if (run === undefined) return undefined;
    const after = wordBehind(text, run.end);
    const unit = run.isOrdinal ? undefined : unitOf(after.folded);
    const quantity: Quantity = {
      start: run.start,
      end: unit === undefined ? run.end : after.end,
      readings: [run.total + run.part],
      literal: "",
      kind: run.isOrdinal ? "row" : "count",
      ...(unit === undefined ? {} : { unit }),
      before: wordBefore(text, run.start),
      after: after.folded,
    };
    run = undefined;
    return quantity;
  };
  for (const match of text.matchAll(wordPattern)) {
    const folded = foldCase(match[0]);
    const { index: start } = match;
    const end = start + match[0].length;
    const isNext = run !== undefined && /^[\s-]+$/.test(text.slice(run.end, start));
    const factor = magnitudes.get(folded);
    if (run !== undefined && isNext && factor !== undefined && !run.isOrdinal) {
      if (factor === 100) run.part *= 100;
      else {
        run.total += run.part * factor;
        run.part = 0;
      }
      run.end = end;
      continue;
    }
    if (run !== undefined && isNext && folded === "and" && (run.part >= 100 || run.total > 0)) continue;
    const number = numberOfWord(folded);
    if (number === undefined) {
      const done = flush();
      if (done !== undefined) yield done;
      continue;
    }
    const goesOn =
      run !== undefined &&
      /^(?:\s|-|and)+$/.test(text.slice(run.end, start)) &&
      !run.isOrdinal &&
      number.value < leastOf(run);
    if (run !== undefined && goesOn) {
      run.part += number.value;
      run.end = end;
      run.isOrdinal = number.isOrdinal;
      continue;
    }
    const done = flush();
    if (done !== undefined) yield done;
    run = { start, end, total: 0, part: number.value, isOrdinal: number.isOrdinal };
  }
  const done = flush();
  if (done !== undefined) yield done;
}

/** What a further word of a number must be below: twenty four, two hundred five, a thousand two. */
function leastOf({ total, part }: { readonly total: number; readonly part: number }): number {
  if (part === 0) return total > 0 ? 1000 : 0;
  if (part % 100 === 0) return 100;
  return part % 10 === 0 && part >= 20 && part < 100 ? 10 : 0;
}

const roman =
  /(?<=(?<name>\p{L}[\p{L}’'.]*)[ \u00a0])(?<figure>[MDCLXVI]{2,15}|[IVX])(?<stop>\.)?(?![\p{L}\p{N}’'-])/gu;

function* romans(text: string): Generator<Quantity> {
  for (const match of text.matchAll(roman)) {
    const { name = "", figure: written = "", stop } = match.groups ?? {};
    const value = numberOfRoman(written);
    const isAfterName =
      /^\p{Lu}\p{Ll}/u.test(name) &&
      !/^(?:When|If|And|But|So|That|Then|As|Where|What|Do|Did|Can|Should|Am|Will|Have|May|Could|Would|Must|How|Why)$/.test(
        name,
      );
    if (value === undefined || !(isAfterName || (written.length > 1 && stop !== undefined))) continue;
    const start = match.index;
    const end = start + written.length;
    yield {
      start,
      end,
      readings: [value],
      literal: "",
      kind: "either",
      before: wordBefore(text, start),
      after: wordBehind(text, end).folded,
    };
  }
}

function wordBehind(text: string, at: number): { readonly folded: string; readonly end: number } {
  const match = behind.exec(text.slice(at, at + 40));
  const [, word] = match ?? [];
  return match === null || word === undefined
    ? { folded: "", end: at }
    : { folded: foldCase(word), end: at + match[0].length };
}

const before = new RegExp(
  String.raw`(\p{L}[\p{L}\p{N}-]*)[ \u00a0\u202f]?(?:${alternatives(({ quantities }) => quantities?.articles)})?[ \u00a0\u202f]$|(\p{L}[\p{L}\p{N}-]*)[ \u00a0\u202f-]?$`,
  "u",
);

function wordBefore(text: string, at: number): string {
  const match = before.exec(text.slice(Math.max(0, at - 40), at));
  return foldCase(match?.[1] ?? match?.[2] ?? "");
}
