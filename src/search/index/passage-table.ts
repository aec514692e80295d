import type { DocumentMetadata, ParserIdentity, Passage, ReadingGap, TextEncoding } from "../../documents/document.ts";
import { partName, partNumber } from "../../documents/passages/part-names.ts";
import { GrowingUint32Array } from "../structures/growing-array.ts";
import { type ContextLines, noContext } from "./context/context-table.ts";
import { noTraits, type PassageTraits, packTraits, unpackTraits } from "./traits.ts";

/** A document as the index knows it: everything but its text. */
export interface IndexedDocument {
  readonly file: string;
  readonly metadata: DocumentMetadata;
  readonly parser: ParserIdentity;
  readonly isPlainText: boolean;
  readonly encoding: TextEncoding;
  readonly fileSha256: string;
  readonly textSha256: string;
  /** Fingerprint of what beside the file's bytes decided how it was read. */
  readonly readWith: string;
  /** How many paragraphs it has, hidden ones included, and how many of these a boilerplate rule hides. */
  readonly paragraphs: number;
  readonly hidden: number;
  /** Its headings, in their order. */
  readonly headings: readonly string[];
  /** Absent where the whole file was read as it stands. */
  readonly gaps?: readonly ReadingGap[];
}

const kinds: readonly Passage["kind"][] = ["text", "caption", "table", "code"];

/** Added to the number of a passage's kind where its words were recognised in a picture. */
const recognised = 16;

/** One column per fact, numbers only, so that a passage needs no object on the heap. */
export const passageColumns = [
  "document",
  "paragraph",
  "lastParagraph",
  "part",
  "kind",
  "page",
  "lastPage",
  "section",
  "start",
  "end",
  "byteStart",
  "byteEnd",
  "checksum",
  "traits",
  "title",
  "heading",
  "leadIn",
  "tableHead",
  "question",
] as const;
export type PassageColumn = (typeof passageColumns)[number];

/** A passage as the table knows it: sentences are in the forward index, context lines in a table of their own. */
export type IndexedPassage = Omit<Passage, "sentences" | "context">;

/** Where every passage stands, by passage id. */
export class PassageTable {
  readonly columns: Record<PassageColumn, GrowingUint32Array>;
  /** Where in their documents passages stand, as `sectionName` writes it, each kept once. */
  readonly sectionNames: string[] = [""];
  readonly #sectionIds = new Map<string, number>([["", 0]]);

  /** @param columns of the same length, taken over; absent: an empty table */
  constructor(columns?: Record<PassageColumn, GrowingUint32Array>) {
    this.columns = columns ?? passageColumnsOf(() => new GrowingUint32Array());
  }

  get size(): number {
    return this.columns.document.length;
  }

  /** @param context numbers of its context lines */
  add(
    document: number,
    passage: IndexedPassage,
    checksum: number,
    context: ContextLines = noContext,
    traits: PassageTraits = noTraits,
  ): number {
    const id = this.size;
    const values: Record<PassageColumn, number> = {
      document,
      paragraph: passage.paragraph,
      lastParagraph: passage.lastParagraph ?? 0,
      part: partNumber(passage.part ?? ""),
      kind: Math.max(0, kinds.indexOf(passage.kind)) + (passage.isRecognised === true ? recognised : 0),
      page: passage.page ?? 0,
      lastPage: passage.lastPage ?? 0,
      section: this.#sectionId(sectionName(passage)),
      start: passage.range.start,
      end: passage.range.end,
      byteStart: passage.bytes.start,
      byteEnd: passage.bytes.end,
      checksum,
      traits: packTraits(traits),
      ...context,
    };
    for (const column of passageColumns) this.columns[column].push(values[column]);
    return id;
  }

  /**
   * Copies a passage out of another table.
   * @param document its number here
   * @param context numbers of its context lines here
   */
  addFrom(other: PassageTable, id: number, document: number, context: ContextLines = noContext): void {
    const own: Partial<Record<PassageColumn, number>> = { document, ...context };
    for (const column of passageColumns) {
      const value = other.columns[column].at(id);
      const known = own[column];
      if (known !== undefined) this.columns[column].push(known);
      else if (column === "section") this.columns.section.push(this.#sectionId(other.sectionNames[value] ?? ""));
      else this.columns[column].push(value);
    }
  }

  /** Documents' numbers by passage id. */
  documentOf(id: number): number {
    return this.columns.document.at(id);
  }

  traitsOf(id: number): PassageTraits {
    return unpackTraits(this.columns.traits.at(id));
  }

  /** Numbers of a passage's context lines. */
  contextOf(id: number): ContextLines {
    const at = (column: PassageColumn): number => this.columns[column].at(id);
    return {
      title: at("title"),
      heading: at("heading"),
      leadIn: at("leadIn"),
      tableHead: at("tableHead"),
      question: at("question"),
    };
  }

  /** The passage under an id. */
  passage(id: number, documentKey: string): IndexedPassage {
    const at = (column: PassageColumn): number => this.columns[column].at(id);
    const part = partName(at("part"));
    const [page, lastPage, lastParagraph] = [at("page"), at("lastPage"), at("lastParagraph")];
    const [anchor = "", ...headingPath] = (this.sectionNames[at("section")] ?? "").split("\n");
    return {
      documentKey,
      paragraph: at("paragraph"),
      ...(lastParagraph === 0 ? {} : { lastParagraph }),
      ...(part === "" ? {} : { part }),
      kind: kinds[at("kind") % recognised] ?? "text",
      ...(at("kind") >= recognised ? { isRecognised: true } : {}),
      range: { start: at("start"), end: at("end") },
      bytes: { start: at("byteStart"), end: at("byteEnd") },
      headingPath,
      ...(page === 0 ? {} : { page }),
      ...(lastPage === 0 ? {} : { lastPage }),
      ...(anchor === "" ? {} : { anchor }),
    };
  }

  /** For loading: sections in the order of their numbers, the empty one first. */
  restoreSectionNames(names: readonly string[]): void {
    this.sectionNames.length = 0;
    this.#sectionIds.clear();
    for (const [id, name] of names.entries()) {
      this.sectionNames.push(name);
      this.#sectionIds.set(name, id);
    }
  }

  #sectionId(name: string): number {
    const known = this.#sectionIds.get(name);
    if (known !== undefined) return known;
    const id = this.sectionNames.length;
    this.sectionNames.push(name);
    this.#sectionIds.set(name, id);
    return id;
  }
}

/** The columns of passages, each made or found by its name. */
export function passageColumnsOf(
  column: (name: PassageColumn) => GrowingUint32Array,
): Record<PassageColumn, GrowingUint32Array> {
  return {
    document: column("document"),
    paragraph: column("paragraph"),
    lastParagraph: column("lastParagraph"),
    part: column("part"),
    kind: column("kind"),
    page: column("page"),
    lastPage: column("lastPage"),
    section: column("section"),
    start: column("start"),
    end: column("end"),
    byteStart: column("byteStart"),
    byteEnd: column("byteEnd"),
    checksum: column("checksum"),
    traits: column("traits"),
    title: column("title"),
    heading: column("heading"),
    leadIn: column("leadIn"),
    tableHead: column("tableHead"),
    question: column("question"),
  };
}

/** The anchor, which most passages of a section share, then the headings, a line each. */
function sectionName({ anchor = "", headingPath }: Pick<Passage, "anchor" | "headingPath">): string {
  return [anchor, ...headingPath].join("\n");
}
