import { createHash } from "node:crypto";
import { languageCodes } from "../../analysis/languages.ts";
import type { CompiledLexicon } from "../../analysis/lexicon/compiled.ts";
import { parsers } from "../../documents/parsers/parsers.ts";
import type { CollectionListing } from "../../documents/read-collection.ts";
import type { IndexData } from "../../search/index/index-data.ts";
import type { DocumentInput } from "../../search/index/index-writer.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";

/**
 * Raised by hand whenever the way that documents are read, analysed or indexed changes; older indexes are then rebuilt.
 */
export const indexingVersion = 34;

/**
 * A fingerprint of what the program itself contributes to an index. @param recognise whether text is recognised in
 * pictures
 */
export function fingerprintAnalyzer({ frequencies }: CompiledLexicon, recognise = false): string {
  const hash = createHash("sha256").update(`${indexingVersion}\n`);
  // The index names a language by its place in this list.
  hash.update(`${languageCodes.join(" ")}\n`);
  if (recognise) hash.update("recognised\n");
  for (const { name, version } of parsers) hash.update(`${name} ${version}\n`);
  // Of the lexicon, only the frequencies affect indexing; the rest is used when a question comes.
  for (const { words, stems } of Object.values(frequencies)) {
    for (const line of words) hash.update(line);
    for (const line of stems) hash.update(line);
  }
  return hash.digest("hex");
}

/**
 * A fingerprint of everything other than its bytes that decides how a file is read: its key, its entry in sources.json,
 * and whether other files share its title.
 */
export function readWith({ keys, sources, sharedTitles }: CollectionListing, file: string): string {
  const entry = sources.get(file);
  const shared = sharedTitles.get(file);
  const key = keys.get(file) ?? file;
  // Most files have no entry, so the key is enough.
  const known = entry === undefined ? key : `${key} ${digest([entry])}`;
  return shared === undefined ? known : `${known} ${digest([shared])}`;
}

type Identity = Pick<IndexedDocument, "file" | "fileSha256" | "readWith">;

/**
 * A fingerprint of a set of documents: the sum of their own fingerprints, which does not depend on their order.
 * Following a change takes time in proportion to the change, not to the set.
 */
export class DocumentsFingerprint {
  #sum = 0n;

  /** Goes on from a `value`. */
  static from(value: string): DocumentsFingerprint {
    const fingerprint = new DocumentsFingerprint();
    if (/^[0-9a-f]{32}$/.test(value)) fingerprint.#sum = BigInt(`0x${value}`);
    return fingerprint;
  }

  get value(): string {
    return this.#sum.toString(16).padStart(32, "0");
  }

  add(document: Identity): void {
    this.#sum = BigInt.asUintN(128, this.#sum + numberOf(document));
  }

  remove(document: Identity): void {
    this.#sum = BigInt.asUintN(128, this.#sum - numberOf(document));
  }

  /** Applies the change that `IndexStore.update` is about to make. */
  change(data: IndexData, added: readonly DocumentInput[], removed: readonly string[]): void {
    for (const key of new Set([...removed, ...added.map(({ document }) => document.metadata.key)])) {
      const number = data.numberOf(key);
      const document = number === undefined ? undefined : data.documents[number];
      if (document !== undefined) this.remove(document);
    }
    for (const { document, readWith = "" } of added) {
      this.add({ file: document.file, fileSha256: document.fileSha256, readWith });
    }
  }
}

function numberOf({ file, fileSha256, readWith }: Identity): bigint {
  return BigInt(`0x${digest([file, fileSha256, readWith])}`);
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}
