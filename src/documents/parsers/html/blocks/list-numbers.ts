import { formatListNumber } from "../../list-labels.ts";
import { type HtmlElement, isElement } from "../dom.ts";

/** How a list's items are numbered. */
export interface ListNumbering {
  readonly isOrdered: boolean;
  /** As `ol` writes it: `1`, `a`, `A`, `i` or `I`. */
  readonly type: string;
  readonly step: 1 | -1;
  /** Of the next item. */
  number: number;
}

/** The label that a word processor's numbering gives to an item, with the space behind it. */
export const labelAttribute = "data-label";

export function numberingOf(list: HtmlElement): ListNumbering {
  const isReversed = list.getAttribute("reversed") !== null;
  const start = wholeNumber(list.getAttribute("start"));
  return {
    isOrdered: list.localName === "ol",
    type: list.getAttribute("type") ?? "1",
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
  const type = item.getAttribute("type") ?? list.type;
  switch (type) {
    case "a":
      return `${formatListNumber("lowerLetter", number)}. `;
    case "A":
      return `${formatListNumber("upperLetter", number)}. `;
    case "i":
      return `${formatListNumber("lowerRoman", number)}. `;
    case "I":
      return `${formatListNumber("upperRoman", number)}. `;
    default:
      return `${number}. `;
  }
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
