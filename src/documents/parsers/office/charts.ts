import type { ExtractedBlock } from "../extracted-document.ts";
import { childElements, elementsIn, walkXml, type XmlElement } from "../xml.ts";
import { wordsOf } from "./drawing-text.ts";

/** Charts with more points show their shape, and nobody reads values off them. */
const maxPoints = 500;

/** What a chart says. */
export interface Chart {
  /** The titles of the chart and of its axes, the chart's first; a line each. */
  readonly titles: string;
  /** The values as a table, the series in columns; undefined where the file does not keep them, or too many. */
  readonly values?: Pick<ExtractedBlock, "text" | "headChars">;
}

/** The charts of a frame, as far as they say something. @param partOf the part that a relation leads to, by its id */
export function chartsIn(frame: XmlElement, partOf: (id: string) => XmlElement | undefined): Chart[] {
  return elementsIn(frame, "c:chart").flatMap((chart) => readChart(partOf(chart.getAttribute("r:id") ?? "")) ?? []);
}

/**
 * Reads a chart's part (`c:chartSpace`). Programs give its namespace a prefix or none.
 * @returns undefined where it says nothing
 */
function readChart(root: XmlElement | undefined): Chart | undefined {
  const axes: string[] = [];
  const own: string[] = [];
  const series: XmlElement[] = [];
  let firstAxis = "";
  walkXml(root, (element) => {
    const name = localName(element);
    if (name === "ser") series.push(element);
    if (name !== "title") return name !== "ser";
    const words = labelOf(element);
    const parent = element.parentNode === null ? "" : localName(element.parentNode);
    if (words === "") return false;
    (parent === "chart" ? own : axes).push(words);
    if (/^(?:cat|date)Ax$/.test(parent)) firstAxis ||= words;
    return false;
  });
  const titles = [...own, ...axes].join("\n");
  const values = tableOf(series, firstAxis);
  return titles === "" && values === undefined ? undefined : { titles, ...(values === undefined ? {} : { values }) };
}

interface Series {
  readonly name: string;
  readonly categories: ReadonlyMap<number, string>;
  readonly values: ReadonlyMap<number, string>;
}

function tableOf(series: readonly XmlElement[], axis: string): Chart["values"] | undefined {
  const all = series.map(seriesOf).filter(({ values }) => values.size > 0);
  const numbers = [...new Set(all.flatMap(({ values }) => [...values.keys()]))].sort((a, b) => a - b);
  const isNamed = all.some(({ categories }) => categories.size > 0);
  if (numbers.length === 0 || !isNamed || numbers.length * all.length > maxPoints) return undefined;
  const head = [axis, ...all.map(({ name }) => name)].join(" | ");
  const rows = numbers.map((number) => {
    const category = all.map(({ categories }) => categories.get(number)).find((words) => words !== undefined);
    return [category ?? "", ...all.map(({ values }) => values.get(number) ?? "")].join(" | ");
  });
  return { text: [head, ...rows].join("\n").trim(), headChars: head.trim().length };
}

function seriesOf(element: XmlElement): Series {
  const part = (...names: readonly string[]) =>
    childElements(element).find((child) => names.includes(localName(child)));
  return {
    name: labelOf(part("tx")),
    categories: pointsOf(part("cat", "xVal")),
    values: pointsOf(part("val", "yVal")),
  };
}

/** The values that were last drawn, by their number. */
function pointsOf(part: XmlElement | undefined): ReadonlyMap<number, string> {
  const points = new Map<number, string>();
  walkXml(part, (element) => {
    if (localName(element) !== "pt") return true;
    const [value] = childElements(element).filter((child) => localName(child) === "v");
    const number = Number(element.getAttribute("idx"));
    if (value !== undefined && !points.has(number)) points.set(number, oneLine(value.textContent ?? ""));
    return false;
  });
  return points;
}

/** Words that are written into the chart, or stand in a cell. */
function labelOf(element: XmlElement | undefined): string {
  const written = elementsIn(element, "a:p").map(wordsOf).join(" ");
  return oneLine(written === "" ? [...pointsOf(element).values()].join(" ") : written);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").replaceAll(" | ", " ¦ ").trim();
}

function localName({ tagName }: XmlElement): string {
  return tagName.slice(tagName.indexOf(":") + 1);
}
