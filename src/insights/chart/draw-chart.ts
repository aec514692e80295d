import { encode } from "fast-png";
import type { DayFigures } from "../insights.ts";
import { widthOf, write } from "./figures.ts";
import { type Color, createPixels, fill } from "./pixels.ts";

const size = { width: 960, height: 360 };
const margin = { left: 90, right: 24, top: 24, bottom: 48 };
const dot = 3;
const background: Color = [43, 45, 49];
const line: Color = [78, 80, 88];
const words: Color = [219, 222, 225];
/** From the bottom of a bar to its top; the colours are those of answers in Discord. */
const kinds: readonly { readonly kind: "sure" | "uncertain" | "unanswered"; readonly color: Color }[] = [
  { kind: "sure", color: [59, 165, 103] },
  { kind: "uncertain", color: [224, 165, 48] },
  { kind: "unanswered", color: [148, 155, 164] },
];
/** Bars beyond this number are too thin: then one stands for several days. */
const mostBars = 62;

/** Bars of questions day by day, as a PNG file. What its colours mean is said beside it. */
export function drawChart(days: readonly DayFigures[]): Uint8Array {
  const bars = joinDays(days);
  const pixels = createPixels(size.width, size.height, background);
  const [plotWidth, plotHeight] = [size.width - margin.left - margin.right, size.height - margin.top - margin.bottom];
  const highest = niceCeiling(
    Math.max(1, ...bars.map(({ sure, uncertain, unanswered }) => sure + uncertain + unanswered)),
  );
  const base = margin.top + plotHeight;
  for (const share of [0, 0.5, 1]) {
    const y = base - share * plotHeight;
    fill(pixels, { x: margin.left, y, width: plotWidth, height: 2 }, line);
    const label = String(highest * share);
    if (/^\d+$/.test(label))
      write(pixels, label, { x: margin.left - 12 - widthOf(label, dot), y: y - 3.5 * dot }, dot, words);
  }
  const step = plotWidth / Math.max(1, bars.length);
  for (const [position, bar] of bars.entries()) {
    let top = base;
    for (const { kind, color } of kinds) {
      const height = (bar[kind] / highest) * plotHeight;
      top -= height;
      fill(pixels, { x: margin.left + position * step + step * 0.12, y: top, width: step * 0.76, height }, color);
    }
  }
  const [first, last] = [days[0]?.day.slice(5), days.at(-1)?.day.slice(5)];
  const y = base + 14;
  if (first !== undefined) write(pixels, first, { x: margin.left, y }, dot, words);
  if (last !== undefined && days.length > 1)
    write(pixels, last, { x: size.width - margin.right - widthOf(last, dot), y }, dot, words);
  return encode({ ...pixels, channels: 3, depth: 8 });
}

function joinDays(days: readonly DayFigures[]): readonly DayFigures[] {
  const together = Math.ceil(days.length / mostBars);
  if (together <= 1) return days;
  const bars: DayFigures[] = [];
  for (let start = 0; start < days.length; start += together) {
    const joined = days.slice(start, start + together);
    const sum = (kind: "sure" | "uncertain" | "unanswered"): number =>
      joined.reduce((total, figures) => total + figures[kind], 0);
    bars.push({
      day: joined[0]?.day ?? "",
      sure: sum("sure"),
      uncertain: sum("uncertain"),
      unanswered: sum("unanswered"),
    });
  }
  return bars;
}

/** The next number that is easy to read and even: 2, 4, 10, 20, 40, 100, … */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [2, 4, 10, 20].map((factor) => factor * power).find((nice) => nice >= value) ?? value;
}
