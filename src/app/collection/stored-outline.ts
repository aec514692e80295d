import { readFile } from "node:fs/promises";
import { crc32 } from "node:zlib";
import * as z from "zod";
import type { ReadParagraph, SourceDocument } from "../../documents/document.ts";
import { createByteOffsets } from "../../documents/passages/byte-offsets.ts";
import { isMissing } from "../../errors.ts";
import type { CheckedRange } from "../../search/index/texts/text-store.ts";
import { checksumOf } from "../../search/structures/checksum.ts";

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
export interface StoredOutline {
  readonly head: z.infer<typeof headSchema>;
  readonly places: Uint32Array;
}
const entries = 6;
const sealChars = 9;

/** How many paragraphs' places are found in one step. */
const paragraphsAtOnce = 256;

/** The outline of a document as it is kept. In steps of some milliseconds, for a long one has paragraphs without number. */
export function* storeInSteps(
  document: Pick<SourceDocument, "canonicalText" | "encoding" | "isPlainText" | "byteOrderMarkBytes" | "paragraphs">,
): Generator<undefined, StoredOutline> {
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
    if (at % paragraphsAtOnce === paragraphsAtOnce - 1) yield;
  }
  const { end: textBytes } = bytesOf({ start: 0, end: canonicalText.length });
  return { head: { textBytes, traits }, places };
}

/** The parts of its file, in their order. */
export function contentOf({ head, places }: StoredOutline): readonly Uint8Array[] {
  const content = Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    new Uint8Array(places.buffer, places.byteOffset, places.byteLength),
  ]);
  return [Buffer.from(sealOf(content)), content];
}

/** The first line of a file: the checksum of what follows. */
function sealOf(content: Uint8Array): string {
  return `${crc32(content).toString(16).padStart(8, "0")}\n`;
}

export function outlineOf({ head: { textBytes, traits }, places }: StoredOutline): Outline {
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

/** What is kept in a file. */
export async function readStored(path: string): Promise<StoredOutline | "missing" | "damaged"> {
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
