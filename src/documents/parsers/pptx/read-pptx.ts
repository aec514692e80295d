import { readCoreProperties } from "../docx/core-properties.ts";
import { omission } from "../docx/preparing/marks.ts";
import { documentOfBlocks, type ExtractedBlock, unparsable } from "../extracted-document.ts";
import { formatListNumber } from "../list-labels.ts";
import { chartsIn } from "../office/charts.ts";
import { isHidden, isOn, isShadowed, wordsOf } from "../office/drawing-text.ts";
import { OfficeParts } from "../office/parts.ts";
import type { FoundMetadata, ParsedDocument } from "../parser.ts";
import { childAt, childElements, elementsIn, type XmlElement } from "../xml.ts";

const wanted = /\.(?:xml|rels)$/i;
const maxIndent = 8;

/**
 * Reads the slides of a presentation, and the notes below them. The page of a paragraph is its slide.
 * @throws AppError `document-unparsable`.
 */
export function readPptx(bytes: Uint8Array, file: string): ParsedDocument {
  const parts = new OfficeParts(bytes, file, "presentation", (name) => wanted.test(name));
  const main = "ppt/presentation.xml";
  const presentation = parts.root(main);
  if (presentation === undefined) throw unparsable(file, "it is no presentation");
  const targets = parts.targetsOf(main);
  const blocks: ExtractedBlock[] = [];
  let [number, objects] = [0, 0];
  for (const slide of elementsIn(presentation, "p:sldId")) {
    const name = targets.get(slide.getAttribute("r:id") ?? "")?.name ?? "";
    const root = parts.root(name);
    number += 1;
    if (root === undefined || root.getAttribute("show") === "0") continue;
    const targetsOfSlide = parts.targetsOf(name);
    const read = slideBlocks(root, number, (id) => parts.root(targetsOfSlide.get(id)?.name ?? ""));
    const notes = [...targetsOfSlide.values()].find(({ type }) => type === "notesSlide");
    blocks.push(...read.blocks, ...(notes === undefined ? [] : notesOf(parts.root(notes.name), number)));
    objects += read.objects;
  }
  const document = documentOfBlocks(blocks, factsOf(parts.bytes("docProps/core.xml")), file);
  return objects === 0 ? document : { ...document, gaps: [{ kind: "objects-unreadable", count: objects }] };
}

type PartOf = (id: string) => XmlElement | undefined;

function slideBlocks(
  root: XmlElement,
  page: number,
  partOf: PartOf,
): { readonly blocks: readonly ExtractedBlock[]; readonly objects: number } {
  const titles: ExtractedBlock[] = [];
  const blocks: ExtractedBlock[] = [];
  let objects = 0;
  for (const shape of elementsIn(childAt(root, "p:cSld", "p:spTree"), "p:sp", "p:graphicFrame")) {
    if (isHidden(shape) || isShadowed(shape)) continue;
    if (shape.tagName === "p:graphicFrame") {
      const [table] = elementsIn(shape, "a:tbl");
      const read = table === undefined ? chartBlocks(shape, page, partOf) : [tableBlock(table, page)];
      if (read.length === 0) objects += 1;
      blocks.push(...(read.length === 0 ? [{ text: omission, kind: "text" as const, page }] : read));
      continue;
    }
    const role = childAt(shape, "p:nvSpPr", "p:nvPr", "p:ph")?.getAttribute("type") ?? "";
    // Dates, footers and slide numbers repeat on every slide.
    if (/^(?:dt|ftr|sldNum|hdr)$/.test(role)) continue;
    const [body] = elementsIn(shape, "p:txBody");
    if (/^(?:title|ctrTitle)$/.test(role)) {
      const text = paragraphsIn(body)
        .map(({ words }) => words)
        .filter((words) => words !== "")
        .join(" ");
      if (text !== "") titles.push({ text, kind: "heading", level: 1, page });
    } else {
      blocks.push(...bodyBlocks(body, page));
    }
  }
  return { blocks: [...titles, ...blocks], objects };
}

/** A chart's titles and values; nothing where the file keeps no values. */
function chartBlocks(frame: XmlElement, page: number, partOf: PartOf): ExtractedBlock[] {
  return chartsIn(frame, partOf).flatMap(({ titles, values }) =>
    values === undefined
      ? []
      : [
          { text: titles, kind: "caption" as const, page },
          { ...values, kind: "table" as const, page },
        ],
  );
}

/** What people type before the items of a list. */
const typedLabel = /^(?:[-–—•▪◦‣●■□*]|\(?\d{1,3}[.)]|\p{L}\))[ \t]+(?=\S)/u;

interface SlideParagraph {
  readonly words: string;
  readonly level: number;
  readonly label: string;
}

/** Several short lines are a list, an item a line; a long paragraph stands by itself. */
function bodyBlocks(body: XmlElement | undefined, page: number): ExtractedBlock[] {
  const paragraphs = paragraphsIn(body).filter(({ words }) => words !== "");
  const isList = paragraphs.length > 1 && paragraphs.every(({ words }) => words.length <= 200);
  const text = paragraphs
    .map(({ words, level, label }) => `${"  ".repeat(Math.min(level, maxIndent))}${label}${words}`)
    .join("\n");
  if (isList && text.length <= 1_000) return [{ text, kind: "text", page }];
  return paragraphs.map(({ words, label }) => ({ text: `${label}${words}`, kind: "text", page }));
}

function paragraphsIn(body: XmlElement | undefined): SlideParagraph[] {
  const counts: number[] = [];
  const paragraphs = childElements(body, "a:p");
  const hasTyped = paragraphs.some((paragraph) => typedLabel.test(wordsOf(paragraph)));
  const isList = paragraphs.length > 1 && !hasTyped;
  return paragraphs.map((paragraph) => {
    const [properties] = childElements(paragraph, "a:pPr");
    const level = Math.max(0, Number(properties?.getAttribute("lvl") ?? "0") || 0);
    const numbering = childAt(properties, "a:buAutoNum");
    counts.length = Math.min(counts.length, level + 1);
    if (numbering !== undefined) {
      const start = Number(numbering.getAttribute("startAt") ?? "1") || 1;
      counts[level] = counts[level] === undefined ? start : (counts[level] ?? 0) + 1;
    }
    const label = numbering === undefined ? "" : numberLabel(numbering.getAttribute("type") ?? "", counts[level] ?? 1);
    const words = wordsOf(paragraph);
    const typed = label === "" && paragraphs.length > 1 ? typedLabel.exec(words)?.[0].trim() : undefined;
    if (typed !== undefined) {
      const isNumber = /[\p{L}\p{N}]/u.test(typed);
      return { words: words.slice(typed.length).trimStart(), level, label: isNumber ? `${typed} ` : "- " };
    }
    const isMarked = childAt(properties, "a:buChar") !== undefined || childAt(properties, "a:buBlip") !== undefined;
    const hasBullet = isMarked || (isList && childAt(properties, "a:buNone") === undefined);
    return { words, level, label: label === "" ? (hasBullet && paragraphs.length > 1 ? "- " : "") : `${label} ` };
  });
}

/** `alphaLcParenR`, `romanUcPeriod`, `arabicPeriod` and their like. */
function numberLabel(type: string, number: number): string {
  const format = type.startsWith("alphaLc")
    ? "lowerLetter"
    : type.startsWith("alphaUc")
      ? "upperLetter"
      : type.startsWith("romanLc")
        ? "lowerRoman"
        : type.startsWith("romanUc")
          ? "upperRoman"
          : "decimal";
  const words = formatListNumber(format, number);
  if (type.endsWith("ParenBoth")) return `(${words})`;
  return type.endsWith("ParenR") ? `${words})` : `${words}.`;
}

/** The first row of a table names its columns. */
function tableBlock(table: XmlElement, page: number): ExtractedBlock {
  const text = tableText(table);
  const [head = "", ...rows] = text.split("\n");
  return { text, kind: "table", page, ...(rows.length > 0 ? { headChars: head.length } : {}) };
}

/** What stands in several rows stands in each of them. */
function tableText(table: XmlElement): string {
  const above: string[] = [];
  return childElements(table, "a:tr")
    .map((row) =>
      childElements(row, "a:tc")
        .map((cell, column) => {
          const words = isOn(cell.getAttribute("vMerge")) ? (above[column] ?? "") : cellText(cell);
          above[column] = words;
          return words;
        })
        .join(" | "),
    )
    .join("\n");
}

function cellText(cell: XmlElement): string {
  return paragraphsIn(childAt(cell, "a:txBody"))
    .map(({ words }) => words)
    .join(" ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** What the speaker wrote below a slide. */
function notesOf(root: XmlElement | undefined, page: number): ExtractedBlock[] {
  return elementsIn(root, "p:sp").flatMap((shape) => {
    const role = childAt(shape, "p:nvSpPr", "p:nvPr", "p:ph")?.getAttribute("type");
    return role === "body" ? bodyBlocks(elementsIn(shape, "p:txBody")[0], page) : [];
  });
}

/** Such files state the language of the program that wrote them. */
function factsOf(properties: Uint8Array | undefined): FoundMetadata {
  const { language: _, ...facts } = readCoreProperties(properties);
  return facts;
}
