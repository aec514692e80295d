import { formatListNumber } from "../../list-labels.ts";
import { type HtmlElement, isElement } from "../dom.ts";

/** How a list's items are numbered. */
export interface ListNumbering {
  readonly isOrdered: boolean;
  /** As `ol` writes it: `1`, `a`, `A`, `i` or `I`; or as style sheets do: `lower-roman`. */
  readonly type: string;
  /** What stands around the number: `(%) `. */
  readonly marker: string;
  readonly step: 1 | -1;
  /** Of the next item. */
  number: number;
}

/** The label that a word processor's numbering gives to an item, with the space behind it. */
export const labelAttribute = "data-label";

/** How a list, or an item, is numbered by its style: `lower-roman`; and what stands around the number, as `%`. */
export const listStyleAttribute = "data-list-style";
export const markerAttribute = "data-marker";

/** The ways of counting by the names of HTML and of style sheets. */
const formats: Readonly<Record<string, string>> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
  "lower-alpha": "lowerLetter",
  "lower-latin": "lowerLetter",
  "upper-alpha": "upperLetter",
  "upper-latin": "upperLetter",
  "lower-greek": "lowerGreek",
  "lower-roman": "lowerRoman",
  "upper-roman": "upperRoman",
  "decimal-leading-zero": "decimalZero",
};

export function numberingOf(list: HtmlElement): ListNumbering {
  const isReversed = list.getAttribute("reversed") !== null;
  const start = wholeNumber(list.getAttribute("start"));
  return {
    isOrdered: list.localName === "ol",
    type: styleOf(list) ?? list.getAttribute("type") ?? "1",
    marker: list.getAttribute(markerAttribute) ?? "%. ",
    step: isReversed ? -1 : 1,
    number: start ?? (isReversed ? itemsIn(list) : 1),
  };
}

/** What stands before an item, with the space behind it; counts on. */
export function bulletOf(item: HtmlElement, list: ListNumbering): string {
  const label = item.getAttribute(labelAttribute);
  if (label !== null) return label;
  if (!list.isOrdered) return "- ";
  const number = wholeNumber(item.getAttribute("value")) ?? list.number;
  list.number = number + list.step;
  const type = styleOf(item) ?? item.getAttribute("type") ?? list.type;
  if (type === "none") return "";
  if (/^(?:disc|circle|square)$/.test(type)) return "- ";
  return list.marker.replace("%", () => formatListNumber(formats[type] ?? "decimal", number));
}

/** The way of counting among the words of a style: `lower-roman inside`. */
function styleOf(element: HtmlElement): string | undefined {
  const words = element.getAttribute(listStyleAttribute)?.split(/\s+/u) ?? [];
  return words.find((word) => word in formats || /^(?:none|decimal|disc|circle|square)$/.test(word));
}

function wholeNumber(value: string | null): number | undefined {
  const number = value === null || value.trim() === "" ? Number.NaN : Number(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

function itemsIn(list: HtmlElement): number {
  let items = 0;
  for (let node = list.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node) && node.localName === "li") items += 1;
  }
  return items;
}
