import { childElements, parseXml, type XmlElement } from "../../xml.ts";
import { unwrapContainers, writeGaps, writePositions } from "./containers.ts";
import { writeFormValues, writeSymbols } from "./form-values.ts";
import { joinDropCaps, removeHidden } from "./hidden-text.ts";
import { chunkEnd, chunkStart, labelEnd, labelStart } from "./marks.ts";
import { writeLabels } from "./numbering.ts";
import { markChunks, markObjects, writeEquations } from "./objects.ts";
import { addHeadingStyles, writeHeadings } from "./roles.ts";
import { WordStyles } from "./styles.ts";

const documentPart = "word/document.xml";
const stylesPart = "word/styles.xml";
const otherTexts = ["word/footnotes.xml", "word/endnotes.xml"];

export interface PreparedParts {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The archive's parts that hold imported files, in the order of their marks; undefined for one that is missing. */
  readonly chunks: readonly (string | undefined)[];
  /** How many objects a mark stands for. */
  readonly objects: number;
}

/**
 * Rewrites a document's parts so that everything that Word shows is plain text, including what a conversion of its
 * paragraphs would lose.
 */
export function prepareParts(parts: ReadonlyMap<string, Uint8Array>): PreparedParts {
  const root = (name: string): XmlElement | undefined => {
    const part = parts.get(name);
    return part === undefined ? undefined : parseXml(part).documentElement;
  };
  const styles = new WordStyles(root(stylesPart));
  const prepared = new Map(parts);
  let [objects, chunks]: [number, readonly string[]] = [0, []];
  for (const name of [documentPart, ...otherTexts]) {
    const part = parts.get(name);
    if (part === undefined) continue;
    const document = parseXml(part);
    writeFormValues(document);
    objects += writeSymbols(document);
    unwrapContainers(document);
    removeHidden(document.documentElement, styles);
    writePositions(document, styles);
    writeGaps(document);
    joinDropCaps(document.documentElement);
    writeEquations(document);
    objects += markObjects(document);
    if (name === documentPart) {
      writeLabels(document, root("word/numbering.xml"), styles);
      chunks = markChunks(document);
      if (writeHeadings(document, styles)) prepared.set(stylesPart, withHeadingStyles(parts.get(stylesPart)));
    }
    prepared.set(name, Buffer.from(document.toString()));
  }
  const targets = targetsOf(root("word/_rels/document.xml.rels"));
  return { parts: prepared, chunks: chunks.map((id) => targets.get(id)), objects };
}

function withHeadingStyles(part: Uint8Array | undefined): Uint8Array {
  const styles = parseXml(part ?? new TextEncoder().encode("<w:styles/>"));
  addHeadingStyles(styles);
  return Buffer.from(styles.toString());
}

/** The names of parts by the ids under which the document knows them. */
function targetsOf(relationships: XmlElement | undefined): ReadonlyMap<string, string> {
  return new Map(
    childElements(relationships, "Relationship").map((relationship) => {
      const target = relationship.getAttribute("Target") ?? "";
      const name = target.startsWith("/") ? target.slice(1) : `word/${target}`.replace(/[^/]+\/\.\.\//g, "");
      return [relationship.getAttribute("Id") ?? "", name];
    }),
  );
}

/** Puts labels where lists have theirs, and before the words of all other paragraphs. */
export function placeLabels(html: string): string {
  const label = `${labelStart}([^${labelEnd}]*)${labelEnd}`;
  return html
    .replace(
      new RegExp(`<li>((?:<(?!li)[^>]+>)*)${label}`, "gu"),
      (_, tags: string, words: string) => `<li data-label="${words.replaceAll('"', "&quot;")}">${tags}`,
    )
    .replace(new RegExp(label, "gu"), "$1");
}

/** Puts the text of imported files where their marks stand. */
export function placeChunks(html: string, chunks: readonly string[]): string {
  return html.replace(
    new RegExp(`<p>${chunkStart}(\\d+)${chunkEnd}</p>|${chunkStart}(\\d+)${chunkEnd}`, "gu"),
    (_, alone: string | undefined, within: string | undefined) => chunks[Number(alone ?? within)] ?? "",
  );
}
