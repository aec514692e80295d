import { readFile } from "node:fs/promises";
import { endianness } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import * as z from "zod";
import { isMissing } from "../../errors.ts";
import { formatVersion, oldestFormat } from "./encoding/index-sections.ts";

/** The one file of an index folder with a fixed name: it says which of the others count. */
export const manifestFile = "manifest.json";

const checksum = z.string().regex(/^[0-9a-f]{8}$/);

const contentSchema = z.strictObject({
  format: z.int().min(oldestFormat).max(formatVersion),
  /** Columns are kept in the computer's own byte order. */
  byteOrder: z.enum(["LE", "BE"]),
  /** What made words out of texts, as a fingerprint. */
  analyzerFingerprint: z.string(),
  /** Fingerprint of the generation's documents; the journal's last change has that of the present ones. */
  documentsFingerprint: z.string(),
  generation: z.strictObject({
    file: z.string().regex(/^generation-[0-9a-f]{16}\.bin$/),
    bytes: z.int().positive(),
    checksum,
  }),
  /** Where changes since then are written; the file need not exist. */
  journal: z.string().regex(/^journal-[0-9a-f]{16}-\d+\.bin$/),
  counts: z.strictObject({ documents: z.int().min(0), passages: z.int().min(0), words: z.int().min(0) }),
});
const manifestSchema = contentSchema.extend({ checksum });
/** Earlier formats gave the fingerprints other names. */
const earlierContentSchema = z.strictObject({
  format: z
    .int()
    .min(oldestFormat)
    .max(formatVersion - 1),
  byteOrder: contentSchema.shape.byteOrder,
  analyzer: z.string(),
  documents: z.string(),
  generation: contentSchema.shape.generation,
  journal: contentSchema.shape.journal,
  counts: contentSchema.shape.counts,
});
const earlierManifestSchema = earlierContentSchema.extend({ checksum });

export type ManifestContent = z.infer<typeof contentSchema>;

/** What an index was made from, and with which analysis. */
export interface IndexStamp {
  /** Fingerprint of everything that makes words out of texts. */
  readonly analyzerFingerprint: string;
  /** Fingerprint of the documents. */
  readonly documentsFingerprint: string;
}

export type ManifestReading =
  | { readonly kind: "read"; readonly manifest: ManifestContent }
  | { readonly kind: "missing" }
  | { readonly kind: "outdated"; readonly reason: string }
  | { readonly kind: "damaged"; readonly reason: string };

export function formatManifest(content: ManifestContent): string {
  return `${JSON.stringify({ ...content, checksum: checksumOf(content) }, null, 2)}\n`;
}

export async function readManifest(folder: string): Promise<ManifestReading> {
  let text: string;
  try {
    text = await readFile(join(folder, manifestFile), "utf8");
  } catch (failure) {
    if (isMissing(failure)) return { kind: "missing" };
    return { kind: "damaged", reason: `${manifestFile} cannot be read: ${failure}` };
  }
  return parseManifest(text);
}

function parseManifest(text: string): ManifestReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: "damaged", reason: `${manifestFile} is not JSON.` };
  }
  const format = z.object({ format: z.number() }).safeParse(value);
  if (format.success && (format.data.format < oldestFormat || format.data.format > formatVersion)) {
    return {
      kind: "outdated",
      reason: `The index has format ${format.data.format}, this program writes ${formatVersion}.`,
    };
  }
  const found = contentOf(value);
  if (found === undefined) return { kind: "damaged", reason: `${manifestFile} is not a manifest.` };
  const { manifest, isWhole } = found;
  if (!isWhole) return { kind: "damaged", reason: `The checksum of ${manifestFile} differs.` };
  if (manifest.byteOrder !== endianness()) {
    return { kind: "outdated", reason: "The index was written by a computer with another byte order." };
  }
  return { kind: "read", manifest };
}

function contentOf(value: unknown): { readonly manifest: ManifestContent; readonly isWhole: boolean } | undefined {
  const parsed = manifestSchema.safeParse(value);
  if (parsed.success) {
    const { checksum: stated, ...manifest } = parsed.data;
    return { manifest, isWhole: stated === checksumOf(manifest) };
  }
  const earlier = earlierManifestSchema.safeParse(value);
  if (!earlier.success) return undefined;
  const { checksum: stated, ...content } = earlier.data;
  const { analyzer: analyzerFingerprint, documents: documentsFingerprint, ...rest } = content;
  const manifest = { ...rest, analyzerFingerprint, documentsFingerprint };
  return { manifest, isWhole: stated === crcOf(earlierContentSchema.parse(content)) };
}

/** Whether an index can be written to, and not only read. */
export function isPresentFormat({ format }: Pick<ManifestContent, "format">): boolean {
  return format === formatVersion;
}

/** Fields in the schema's order, so that the same content has the same checksum however it came about. */
function checksumOf(content: ManifestContent): string {
  return crcOf(contentSchema.parse(content));
}

function crcOf(content: unknown): string {
  return crc32(JSON.stringify(content)).toString(16).padStart(8, "0");
}
