/** Where a paragraph stands in a statute. */
export interface Provision {
  /** As lawyers cite it, from the outside in: `§ 5`, `Abs. 2`, `Nr. 1`, `Buchst. a`. */
  readonly parts: readonly string[];
  /** The same of the last one, where a paragraph holds several: `§ 5`, `Nr. 4`. */
  readonly lastParts?: readonly string[];
  /** How deep it stands below its Absatz: a number 1, a letter 2, a double letter 3. */
  readonly depth: number;
}

const section = /^(?:\*\*|__)?(§{1,2}|Art(?:ikel|icle|\.)?)[ \t\u00a0\u202f]*(\d{1,4}[a-z]?)(?![\p{L}\p{N}])/iu;
/** From the outside in. A point or bracket may be escaped, as Markdown wants it. */
const marks = [
  { name: "Abs.", mark: /^\((\d{1,3}[a-z]?|[IVX]{1,5})\)\s/u },
  { name: "Nr.", mark: /^(\d{1,3}[a-z]?)\\?[.)]\s/u },
  // "a. D." and "z. B." are no letters of a list.
  { name: "Buchst.", mark: /^\(?([a-z])\\?(?:\)|\.(?!\s?\p{L}\.))\s/u },
  { name: "Doppelbuchst.", mark: /^\(?(([a-z])\2)\\?\)\s/u },
] as const;
const maxSectionHeadingChars = 150;
const bullet = /^[-*+•–]\s+(?=[(\d\p{L}])/u;

/** Whether a paragraph is the heading of a section of a statute: "§ 5 Beiträge". */
export function isSectionHeading(text: string): boolean {
  return (
    text.length <= maxSectionHeadingChars &&
    section.test(text) &&
    !/[.,;:]$/u.test(text) &&
    !/[.;]\s/u.test(text.slice(6))
  );
}

/** Follows the numbering of a statute from paragraph to paragraph. */
export class Provisions {
  #section: string | undefined;
  #open: (string | undefined)[] = [];

  /** @param heading the innermost heading above what comes next; undefined where there is none */
  enter(heading: string | undefined): void {
    const [, sign = "", number = ""] = section.exec(heading ?? "") ?? [];
    this.#section = number === "" ? undefined : `${sign.startsWith("§") ? "§" : "Art."} ${number}`;
    this.#open = [];
  }

  /**
   * Where the next paragraph stands; undefined outside of statutes.
   * @param isInItem whether the format says that it goes on with an item
   */
  next(text: string, isInItem = false): Provision | undefined {
    if (this.#section === undefined) return undefined;
    const words = text.replace(bullet, "");
    const at = marks.findIndex(({ mark }) => mark.test(words));
    const found = marks[at];
    if (found !== undefined) {
      this.#open.length = at;
      this.#open[at] = `${found.name} ${found.mark.exec(words)?.[1] ?? ""}`;
    } else if (!isInItem) {
      // What follows numbers and letters without one of its own belongs to their Absatz again.
      this.#open.length = Math.min(this.#open.length, 1);
    }
    const parts = [this.#section, ...this.#open.filter((part) => part !== undefined)];
    const depth = Math.max(0, at);
    const last = found === undefined ? undefined : lastMark(text, found);
    if (last === undefined || last === parts.at(-1)) return { parts, depth };
    this.#open[at] = last;
    return { parts, lastParts: [...parts.slice(0, -1), last], depth };
  }
}

/** The last of several lines of a paragraph that have the same kind of mark. */
function lastMark(text: string, { name, mark }: (typeof marks)[number]): string | undefined {
  const numbers = text.split(/[\n\r]+/u).flatMap((line) => mark.exec(line)?.[1] ?? []);
  return numbers.length < 2 ? undefined : `${name} ${numbers.at(-1)}`;
}

/** What several paragraphs of one section are cited as: `§ 5 Abs. 2–4`. */
export function provisionName(first: readonly string[], last: readonly string[]): string {
  const differs = first.findIndex((part, i) => part !== last[i]);
  if (differs < 0) return first.join(" ");
  const [a = "", b = ""] = [first[differs], last[differs]];
  const [name = "", number = ""] = a.split(" ");
  const shared = first.slice(0, differs).join(" ");
  return b.startsWith(`${name} `) ? `${shared} ${name} ${number}–${b.slice(name.length + 1)}`.trim() : shared;
}
