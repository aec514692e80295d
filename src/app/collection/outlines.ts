import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import * as z from "zod";
import type { ReadParagraph, SourceDocument } from "../../documents/document.ts";
import { createByteOffsets } from "../../documents/passages/byte-offsets.ts";
import { isMissing } from "../../errors.ts";
import type { DocumentInput } from "../../search/index/index-writer.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import type { CheckedRange } from "../../search/index/text-store.ts";
import { type FileWriter, isUnfinished, namesIn, tidied } from "../../search/storage/file-writing.ts";
import { checksumOf } from "../../search/structures/checksum.ts";

/** Shorter documents are read and parsed as quickly as an outline of them would be. */
const leastChars = 100_000;

/** Where the paragraphs of a long document stand, so that one can be shown without reading the others. */
export interface Outline {
  /** How many bytes the text takes; in a file that is plain text, all of it. */
  readonly textBytes: number;
  readonly paragraphs: readonly ReadParagraph[];
  /** By the places of paragraphs in the list: where the bytes of each stand, with the checksum of its text. */
  readonly ranges: readonly CheckedRange[];
}

/** What many paragraphs have in common. */
const traitsSchema = z.object({
  kind: z.enum(["text", "caption", "table", "code", "title", "heading", "metadata", "boilerplate"]),
  headingPath: z.array(z.string()),
  rule: z.string().exactOptional(),
  page: z.int().exactOptional(),
  isRecognised: z.literal(true).exactOptional(),
  anchor: z.string().exactOptional(),
});
const headSchema = z.object({ textBytes: z.int().min(0), traits: z.array(traitsSchema) });

/**
 * An outline as it is kept, in three lines, the last of them bytes:
 *
 *     checksum of what follows
 *     JSON: how many bytes the text takes, and what paragraphs have in common
 *     by paragraph six numbers of four bytes: start, end, first byte, the one after the last, checksum, which of these
 */
interface Stored {
  readonly head: z.infer<typeof headSchema>;
  readonly places: Uint32Array;
}
const entries = 6;
const sealChars = 9;

type Outlined = Pick<IndexedDocument, "fileSha256" | "parser" | "readWith">;

/** The outlines of long documents, kept beside an index. */
export interface Outlines {
  /** Keeps a document's outline, if it is long and there is none yet. A folder that cannot be written does no harm. */
  keep(input: Pick<DocumentInput, "document" | "readWith">): Promise<void>;
  /** Undefined where there is none that is whole: it is made again when the document is next opened. */
  read(document: IndexedDocument): Promise<Outline | undefined>;
  /** Whether one is there that is not what was written. */
  isDamaged(document: IndexedDocument): Promise<boolean>;
  /** Removes those of documents that are not there any more. */
  removeOthers(documents: Iterable<IndexedDocument | undefined>): Promise<void>;
}

/** @param analyzerFingerprint of the program that reads the documents: another one may divide them otherwise */
export function createOutlines(indexFolder: string, analyzerFingerprint: string, files: FileWriter): Outlines {
  const folder = join(indexFolder, "outlines");
  const nameOf = ({ fileSha256, parser, readWith }: Outlined): string => {
    const identity = [fileSha256, parser.name, parser.version, readWith, analyzerFingerprint];
    return `${createHash("sha256").update(JSON.stringify(identity)).digest("hex")}.outline`;
  };
  const stored = (document: Outlined) => readStored(join(folder, nameOf(document)));
  return {
    async keep({ document, readWith = "" }) {
      if (document.canonicalText.length < leastChars) return;
      const { fileSha256, parser } = document;
      const outlined = { fileSha256, parser, readWith };
      if (typeof (await stored(outlined)) === "object") return;
      const content = contentOf(storedOf(document));
      // Every page can be shown without it, and writing the index says what is wrong with the folder.
      await tidied(async () => {
        await files.makeFolder(folder);
        await files.replace(join(folder, nameOf(outlined)), [Buffer.from(sealOf(content)), content]);
      });
    },
    async read(document) {
      const found = await stored(document);
      return typeof found === "object" ? outlineOf(found) : undefined;
    },
    isDamaged: async (document) => (await stored(document)) === "damaged",
    async removeOthers(documents) {
      const used = new Set<string>();
      for (const document of documents) if (document !== undefined) used.add(nameOf(document));
      const isOurs = (name: string): boolean => /^[0-9a-f]{64}\.outline$/.test(name) || isUnfinished(name);
      await tidied(async () => {
        const left = (await namesIn(folder)).filter((name) => isOurs(name) && !used.has(name));
        await files.remove(left.map((name) => join(folder, name)));
      });
    },
  };
}

function storedOf(document: SourceDocument): Stored {
  const { bytesOf } = createByteOffsets(document);
  const { canonicalText, paragraphs } = document;
  const numbers = new Map<string, number>();
  const traits: z.infer<typeof traitsSchema>[] = [];
  const places = new Uint32Array(paragraphs.length * entries);
  for (const [at, { kind, headingPath, rule, page, isRecognised, anchor, range }] of paragraphs.entries()) {
    const these = {
      kind,
      headingPath: [...headingPath],
      ...(rule === undefined ? {} : { rule }),
      ...(page === undefined ? {} : { page }),
      ...(isRecognised === undefined ? {} : { isRecognised }),
      ...(anchor === undefined ? {} : { anchor }),
    };
    const name = JSON.stringify(these);
    const which = numbers.get(name) ?? traits.push(these) - 1;
    numbers.set(name, which);
    const bytes = bytesOf(range);
    const checksum = checksumOf(canonicalText.slice(range.start, range.end));
    places.set([range.start, range.end, bytes.start, bytes.end, checksum, which], at * entries);
  }
  const { end: textBytes } = bytesOf({ start: 0, end: canonicalText.length });
  return { head: { textBytes, traits }, places };
}

function contentOf({ head, places }: Stored): Buffer {
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    new Uint8Array(places.buffer, places.byteOffset, places.byteLength),
  ]);
}

/** The first line of a file: the checksum of what follows. */
function sealOf(content: Uint8Array): string {
  return `${crc32(content).toString(16).padStart(8, "0")}\n`;
}

function outlineOf({ head: { textBytes, traits }, places }: Stored): Outline {
  const paragraphs: ReadParagraph[] = [];
  const ranges: CheckedRange[] = [];
  for (let at = 0; at < places.length; at += entries) {
    const entry = (which: number): number => places[at + which] ?? 0;
    const these = traits[entry(5)];
    if (these === undefined) continue;
    paragraphs.push({ ...these, number: at / entries + 1, range: { start: entry(0), end: entry(1) } });
    ranges.push({ start: entry(2), end: entry(3), checksum: entry(4) });
  }
  return { textBytes, paragraphs, ranges };
}

async function readStored(path: string): Promise<Stored | "missing" | "damaged"> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (failure) {
    return isMissing(failure) ? "missing" : "damaged";
  }
  const content = bytes.subarray(sealChars);
  if (bytes.subarray(0, sealChars).toString("latin1") !== sealOf(content)) return "damaged";
  const end = content.indexOf("\n");
  const head = headSchema.safeParse(JSON.parse(content.subarray(0, end).toString()));
  // Numbers of four bytes are read from places that are multiples of four.
  const places = Uint8Array.from(content.subarray(end + 1));
  return head.success ? { head: head.data, places: new Uint32Array(places.buffer) } : "damaged";
}
