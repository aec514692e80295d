import { formatListNumber } from "../list-labels.ts";
import { childElements, elementsIn, type XmlElement } from "../xml.ts";

interface Level {
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many outer numbers are shown as well. */
  readonly shown: number;
  readonly isBullet: boolean;
}

const formats: Readonly<Record<string, string>> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

/** Numbers the items of lists, and headings, as office programs show them. */
export class ListNumbers {
  readonly #levels = new Map<string, ReadonlyMap<number, Level>>();
  readonly #outline: ReadonlyMap<number, Level>;
  readonly #counts = new Map<string, number[]>();
  readonly #headings: number[] = [];
  /** The counters of continued lists, by the ids of the lists. */
  readonly #byId = new Map<string, number[]>();
  #open: number[] = [];

  constructor(roots: readonly (XmlElement | undefined)[]) {
    let outline: ReadonlyMap<number, Level> = new Map();
    for (const root of roots) {
      for (const style of elementsIn(root, "text:list-style")) {
        this.#levels.set(style.getAttribute("style:name") ?? "", levelsOf(style));
      }
      const [found] = elementsIn(root, "text:outline-style");
      if (found !== undefined) outline = levelsOf(found);
    }
    this.#outline = outline;
  }

  /** Begins a list, which may go on from an earlier one. */
  begin(list: XmlElement, style: string | undefined, level: number): void {
    if (level > 1) {
      this.#open.length = Math.min(this.#open.length, level - 1);
      return;
    }
    const continued = list.getAttribute("text:continue-list");
    const goesOn = list.getAttribute("text:continue-numbering") === "true";
    const before =
      continued === null ? (goesOn ? this.#counts.get(style ?? "") : undefined) : this.#byId.get(continued);
    this.#open = before ?? [];
    this.#counts.set(style ?? "", this.#open);
    const id = list.getAttribute("xml:id");
    if (id !== null) this.#byId.set(id, this.#open);
  }

  /** The next item's label, with the space behind it. */
  next(item: XmlElement, style: string | undefined, level: number): string {
    const levels = this.#levels.get(style ?? "");
    const own = levels?.get(level);
    const stated = Number(item.getAttribute("text:start-value") ?? Number.NaN);
    const before = this.#open[level - 1];
    this.#open[level - 1] = Number.isSafeInteger(stated)
      ? stated
      : before === undefined
        ? (own?.start ?? 1)
        : before + 1;
    this.#open.length = level;
    if (own === undefined || own.isBullet) return "- ";
    return withSpace(labelOf(this.#open, level, levels ?? new Map()));
  }

  headingLabel(heading: XmlElement, level: number): string {
    const own = this.#outline.get(level);
    if (own === undefined || own.isBullet || heading.getAttribute("text:is-list-header") === "true") return "";
    const before = this.#headings[level - 1];
    this.#headings[level - 1] = before === undefined ? own.start : before + 1;
    this.#headings.length = level;
    return own.format === "" ? "" : withSpace(labelOf(this.#headings, level, this.#outline));
  }
}

function labelOf(counts: readonly (number | undefined)[], level: number, levels: ReadonlyMap<number, Level>): string {
  const own = levels.get(level);
  if (own === undefined) return "";
  const numbers: string[] = [];
  for (let at = Math.max(1, level - own.shown + 1); at <= level; at += 1) {
    const format = levels.get(at)?.format ?? "";
    if (format !== "") numbers.push(formatListNumber(format, counts[at - 1] ?? 1));
  }
  return `${own.prefix}${numbers.join(".")}${own.suffix}`.trim();
}

function levelsOf(style: XmlElement): ReadonlyMap<number, Level> {
  return new Map(
    childElements(style).flatMap((element) => {
      const level = Number(element.getAttribute("text:level") ?? Number.NaN);
      if (!Number.isSafeInteger(level)) return [];
      const format = element.getAttribute("style:num-format") ?? "";
      const own: Level = {
        format: formats[format] ?? "",
        prefix: element.getAttribute("style:num-prefix") ?? "",
        suffix: element.getAttribute("style:num-suffix") ?? "",
        start: Number(element.getAttribute("text:start-value") ?? "1") || 1,
        shown: Number(element.getAttribute("text:display-levels") ?? "1") || 1,
        isBullet:
          element.tagName === "text:list-level-style-bullet" || element.tagName === "text:list-level-style-image",
      };
      return [[level, own] as const];
    }),
  );
}

function withSpace(label: string): string {
  return label === "" ? "" : `${label} `;
}
