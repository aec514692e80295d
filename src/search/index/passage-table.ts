import type { DocumentMetadata, ParserIdentity, Passage, TextEncoding } from "../../documents/document.ts";
import { GrowingUint32Array } from "../structures/growing-array.ts";

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
  /** How many paragraphs it has, hidden ones included, and how many of them a boilerplate rule hides. */
  readonly paragraphs: number;
  readonly hidden: number;
  /** Its headings, in their order. */
  readonly headings: readonly string[];
}

const kinds: readonly Passage["kind"][] = ["text", "caption", "table", "code"];

/** One column a fact: numbers only, nothing per passage on the heap. */
export const passageColumns = [
  "document",
  "paragraph",
  "part",
  "kind",
  "page",
  "section",
  "start",
  "end",
  "byteStart",
  "byteEnd",
  "checksum",
] as const;
export type PassageColumn = (typeof passageColumns)[number];

/** Where every passage stands, by passage id. Sentences and words are in the forward index. */
export class PassageTable {
  readonly columns: Record<PassageColumn, GrowingUint32Array>;
  /** Where in their documents passages stand, as `sectionName` writes it, each kept once. */
  readonly sectionNames: string[] = [""];
  readonly #sectionIds = new Map<string, number>([["", 0]]);

  /** @param columns of the same length, taken over; absent: an empty table */
  constructor(columns?: Record<PassageColumn, GrowingUint32Array>) {
    const column = (): GrowingUint32Array => new GrowingUint32Array();
    this.columns = columns ?? {
      document: column(),
      paragraph: column(),
      part: column(),
      kind: column(),
      page: column(),
      section: column(),
      start: column(),
      end: column(),
      byteStart: column(),
      byteEnd: column(),
      checksum: column(),
    };
  }

  get size(): number {
    return this.columns.document.length;
  }

  add(document: number, passage: Passage, checksum: number): number {
    const id = this.size;
    const values: Record<PassageColumn, number> = {
      document,
      paragraph: passage.paragraph,
      part: partNumber(passage.part),
      kind: Math.max(0, kinds.indexOf(passage.kind)),
      page: passage.page ?? 0,
      section: this.#sectionId(sectionName(passage)),
      start: passage.range.start,
      end: passage.range.end,
      byteStart: passage.bytes.start,
      byteEnd: passage.bytes.end,
      checksum,
    };
    for (const column of passageColumns) this.columns[column].push(values[column]);
    return id;
  }

  /**
   * Copies a passage out of another table.
   * @param document its number here
   */
  addFrom(other: PassageTable, id: number, document: number): void {
    for (const column of passageColumns) {
      const value = other.columns[column].at(id);
      if (column === "document") this.columns.document.push(document);
      else if (column === "section") this.columns.section.push(this.#sectionId(other.sectionNames[value] ?? ""));
      else this.columns[column].push(value);
    }
  }

  /** Documents' numbers by passage id. */
  documentOf(id: number): number {
    return this.columns.document.at(id);
  }

  /** The passage under an id, without its sentences. */
  passage(id: number, documentKey: string): Omit<Passage, "sentences"> {
    const at = (column: PassageColumn): number => this.columns[column].at(id);
    const part = partName(at("part"));
    const page = at("page");
    const [anchor = "", ...headingPath] = (this.sectionNames[at("section")] ?? "").split("\n");
    return {
      documentKey,
      paragraph: at("paragraph"),
      ...(part === undefined ? {} : { part }),
      kind: kinds[at("kind")] ?? "text",
      range: { start: at("start"), end: at("end") },
      bytes: { start: at("byteStart"), end: at("byteEnd") },
      headingPath,
      ...(page === 0 ? {} : { page }),
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

/** The anchor, which most passages of a section share, then the headings, a line each. */
function sectionName({ anchor = "", headingPath }: Pick<Passage, "anchor" | "headingPath">): string {
  return [anchor, ...headingPath].join("\n");
}

/** `a` is 1, `z` 26, `aa` 27; no part is 0. */
export function partNumber(part: string | undefined): number {
  let number = 0;
  for (const letter of part ?? "") number = number * 26 + (letter.charCodeAt(0) - 96);
  return number;
}

export function partName(number: number): string | undefined {
  let name = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(97 + ((rest - 1) % 26)) + name;
  }
  return name === "" ? undefined : name;
}
