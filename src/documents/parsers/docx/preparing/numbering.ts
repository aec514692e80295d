import { formatListNumber } from "../../list-labels.ts";
import { childAt, childElements, elementsIn, type XmlDocument, type XmlElement } from "../../xml.ts";
import { isOn, styleOf } from "./hidden-text.ts";
import { labelEnd, labelStart } from "./marks.ts";
import type { WordStyles } from "./styles.ts";

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2)`: what stands around the numbers of its own and the outer levels. */
  readonly text: string;
  /** All numbers in figures. */
  readonly isLegal: boolean;
  /** It starts anew after this level or an outer one, counted from 1; 0: never. */
  readonly restartsAfter: number;
  readonly isGlued: boolean;
  readonly style: string | undefined;
}

interface NumberedList {
  /** Lists of the same scheme count on from each other. */
  readonly scheme: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Where the list counts anew, by level. */
  readonly starts: ReadonlyMap<number, number>;
}

const maxLevels = 9;

/** Writes before each numbered paragraph the number that Word shows there, between marks. */
export function writeLabels(document: XmlDocument, numbering: XmlElement | undefined, styles: WordStyles): void {
  if (numbering === undefined) return;
  const lists = listsOf(numbering);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  for (const paragraph of elementsIn(document.documentElement, "w:p")) {
    const place = placeOf(paragraph, lists, styles);
    if (place === undefined) continue;
    const { list, id, level } = place;
    const counts = counters.get(list.scheme) ?? [];
    counters.set(list.scheme, counts);
    const start = list.starts.get(level);
    if (start !== undefined && !begun.has(`${id} ${level}`)) counts[level] = undefined;
    begun.add(`${id} ${level}`);
    count(counts, level, list, start);
    const label = labelOf(counts, level, list);
    if (label !== undefined) insertLabel(document, paragraph, label);
  }
}

function placeOf(
  paragraph: XmlElement,
  lists: ReadonlyMap<string, NumberedList>,
  styles: WordStyles,
): { readonly list: NumberedList; readonly id: string; readonly level: number } | undefined {
  const own = childAt(paragraph, "w:pPr", "w:numPr");
  const styled = styles.numberingOf(styleOf(paragraph));
  const id = valueIn(own, "w:numId") ?? valueIn(styled?.properties, "w:numId") ?? "0";
  const list = lists.get(id);
  if (list === undefined) return undefined;
  const stated = valueIn(own, "w:ilvl") ?? (own === undefined ? valueIn(styled?.properties, "w:ilvl") : undefined);
  const ofStyle = [...list.levels].find(([, { style }]) => style !== undefined && style === styled?.style)?.[0];
  const level = stated === undefined ? (ofStyle ?? 0) : Number(stated);
  return level >= 0 && level < maxLevels ? { list, id, level } : undefined;
}

function count(counts: (number | undefined)[], level: number, list: NumberedList, start: number | undefined): void {
  const before = counts[level];
  counts[level] = before === undefined ? (start ?? list.levels.get(level)?.start ?? 1) : before + 1;
  for (let outer = 0; outer < level; outer += 1) counts[outer] ??= list.levels.get(outer)?.start ?? 1;
  for (let inner = level + 1; inner < maxLevels; inner += 1) {
    const restartsAfter = list.levels.get(inner)?.restartsAfter ?? inner;
    if (restartsAfter > level) counts[inner] = undefined;
  }
}

/** With the space behind it; undefined where nothing is to be written. */
function labelOf(counts: readonly (number | undefined)[], level: number, list: NumberedList): string | undefined {
  const own = list.levels.get(level);
  if (own === undefined) return undefined;
  if (own.format === "bullet") return "- ";
  const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = list.levels.get(at)?.format ?? "decimal";
    return formatListNumber(own.isLegal && at < level ? "decimal" : format, counts[at] ?? 1);
  });
  return own.isGlued || label.trim() === "" ? label.trim() : `${label.trim()} `;
}

function insertLabel(document: XmlDocument, paragraph: XmlElement, label: string): void {
  const run = document.createElement("w:r");
  const text = document.createElement("w:t");
  text.appendChild(document.createTextNode(labelStart + label + labelEnd));
  run.appendChild(text);
  const [properties] = childElements(paragraph, "w:pPr");
  paragraph.insertBefore(run, properties === undefined ? paragraph.firstChild : properties.nextSibling);
}

function listsOf(numbering: XmlElement): ReadonlyMap<string, NumberedList> {
  const schemes = new Map<string, XmlElement>();
  const linked = new Map<string, string>();
  for (const scheme of childElements(numbering, "w:abstractNum")) {
    const id = scheme.getAttribute("w:abstractNumId") ?? "";
    schemes.set(id, scheme);
    const link = valueIn(scheme, "w:styleLink");
    if (link !== undefined) linked.set(link, id);
  }
  const lists = new Map<string, NumberedList>();
  for (const list of childElements(numbering, "w:num")) {
    const id = list.getAttribute("w:numId");
    const named = valueIn(list, "w:abstractNumId") ?? "";
    const link = valueIn(schemes.get(named), "w:numStyleLink");
    const scheme = (link === undefined ? undefined : linked.get(link)) ?? named;
    if (id === null) continue;
    const levels = new Map(childElements(schemes.get(scheme), "w:lvl").map(levelEntry));
    const starts = new Map<number, number>();
    for (const override of childElements(list, "w:lvlOverride")) {
      const level = Number(override.getAttribute("w:ilvl") ?? "0");
      const start = valueIn(override, "w:startOverride");
      if (start !== undefined) starts.set(level, Number(start));
      const [own] = childElements(override, "w:lvl");
      if (own !== undefined) levels.set(level, levelEntry(own)[1]);
    }
    lists.set(id, { scheme, levels, starts });
  }
  return lists;
}

function levelEntry(element: XmlElement): [number, Level] {
  const level = Number(element.getAttribute("w:ilvl") ?? "0");
  const format = valueIn(element, "w:numFmt") ?? "decimal";
  return [
    level,
    {
      start: Number(valueIn(element, "w:start") ?? "1"),
      format,
      text: valueIn(element, "w:lvlText") ?? (format === "none" ? "" : `%${level + 1}.`),
      isLegal: isOn(childAt(element, "w:isLgl")),
      restartsAfter: Number(valueIn(element, "w:lvlRestart") ?? level),
      isGlued: valueIn(element, "w:suff") === "nothing",
      style: valueIn(element, "w:pStyle"),
    },
  ];
}

function valueIn(element: XmlElement | undefined, child: string): string | undefined {
  return childAt(element, child)?.getAttribute("w:val") ?? undefined;
}
