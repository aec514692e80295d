import { alternatives } from "../../analysis/languages.ts";
import type { QuantityRules } from "../../analysis/rules/quantity-rules.ts";
import type { PassageKind } from "../../documents/document.ts";

/** Properties of a passage that a question may ask for. */
export interface PassageTraits {
  /** It states a number that counts, measures or dates something. */
  readonly hasQuantity: boolean;
  /** It lists several things, or is a table. */
  readonly isList: boolean;
  /** In a statute it stands beside the rules themselves: under penalties, transitions, statistics. */
  readonly isSideProvision: boolean;
}

export const noTraits: PassageTraits = { hasQuantity: false, isList: false, isSideProvision: false };

/** From this many items on it is a list. */
const leastItems = 3;
const itemMark = /^[ \t]*(?:[-*+•–]|\(?\d{1,3}[.)]|\(?\p{L}{1,2}\))[ \t]+\S/gmu;
/** Numbers that name a place in a text: of paragraphs, items, headings and what is referred to. */
const places = [
  /^[ \t]*(?:#+[ \t]*)?(?:\(\d+\p{L}?\)|\d+(?:\.\d+)*[.)]?(?=[ \t]+\p{Lu}))/gmu,
  /(?<=[.:;][ \t]+)\(\d+\p{L}?\)/gu,
  // Looked for from the number on: there are fewer numbers than words.
  new RegExp(
    String.raw`(?=\d)(?<=(?:§|\p{L}\.|(?<!\p{L})(?:${words("numberedPlaces")}))[ \t]*)\d+\p{L}?(?:(?:[ \t]*(?:,|${words("betweenPlaces")}|–|-)[ \t]*)\d+\p{L}?)*`,
    "giu",
  ),
];
const address = /https?:\S+/giu;
const figure = /(?<![\p{L}\p{N}_#])[-+]?\p{N}+(?:[.,:]\p{N}+)*(?!\p{L}{4})/u;
const inWords = new RegExp(
  String.raw`(?<!\p{L})(?:${words("counts")})(?!\p{L})|(?:${words("countEndings")})(?!\p{L})`,
  "iu",
);
const sideProvision = new RegExp(
  `(?<!\\p{L})(?:${alternatives(({ documents }) => documents?.sideProvisions)})(?!\\p{L})`,
  "iu",
);

function words(name: Exclude<keyof QuantityRules, "units" | "clock">): string {
  return alternatives(({ quantities }) => quantities?.[name]);
}

/** @param headings those above the passage */
export function traitsOf(text: string, kind: PassageKind, headings: readonly string[] = []): PassageTraits {
  const read = text.includes(":") ? text.replace(address, " ") : text;
  return {
    hasQuantity: (/\p{N}/u.test(read) && holdsFigure(read)) || inWords.test(read),
    isList: kind === "table" || (text.match(itemMark)?.length ?? 0) >= leastItems,
    isSideProvision: headings.some((heading) => sideProvision.test(heading)),
  };
}

/** Whether it has a number that names no place. */
function holdsFigure(text: string): boolean {
  const rest = places.reduce((left, place) => left.replace(place, " "), text);
  return figure.test(rest);
}

/** Traits as one number, for a column. */
export function packTraits({ hasQuantity, isList, isSideProvision }: PassageTraits): number {
  return (hasQuantity ? 1 : 0) | (isList ? 2 : 0) | (isSideProvision ? 4 : 0);
}

export function unpackTraits(packed: number): PassageTraits {
  return {
    hasQuantity: (packed & 1) !== 0,
    isList: (packed & 2) !== 0,
    isSideProvision: (packed & 4) !== 0,
  };
}
