import { stat } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "../../../errors.ts";
import type { FileWriter } from "../file-writing.ts";
import { isPresentFormat, type ManifestContent, readManifest } from "../manifest.ts";
import { formatChange, formatJournal, type IndexChange, readJournal } from "./journal.ts";

/** What an index folder is known to hold. */
export interface FolderState {
  readonly manifest: ManifestContent;
  /** How many bytes of the journal are whole. */
  readonly journalBytes: number;
  /** Fingerprint of the documents, the journal's changes included. */
  readonly documentsFingerprint: string;
}

/** Changes that could not be written are kept for the next time up to so many bytes. */
const mostUnsavedBytes = 1 << 24;

/** Adds changes to the journal in an index folder, as long as it builds on the same documents as memory. */
export class JournalWriter {
  readonly #folder: string;
  readonly #files: FileWriter;
  readonly #analyzerFingerprint: string;
  #known: FolderState | undefined;
  /** Fingerprint of the documents that the next change, postponed ones included, builds on. */
  #before: string | undefined;
  #unsaved: IndexChange[] = [];

  constructor(
    folder: string,
    files: FileWriter,
    analyzerFingerprint: string,
    known: FolderState | undefined,
    documentsFingerprint: string,
  ) {
    this.#folder = folder;
    this.#files = files;
    this.#analyzerFingerprint = analyzerFingerprint;
    this.#known = known;
    this.#before = documentsFingerprint;
  }

  /** What the folder holds; undefined where it is not what memory builds on, and only a new generation helps. */
  get known(): FolderState | undefined {
    return this.#known;
  }

  /**
   * Writes a change, after those that were postponed. The caller holds the writer lock.
   * @returns false where the folder holds other documents than the change builds on
   * @throws AppError `disk-failed`; the change is then to be postponed
   */
  async append(change: IndexChange): Promise<boolean> {
    const state = await this.#readFolder();
    if (state?.documentsFingerprint === change.documentsFingerprint) {
      // Another process with the same documents has already written it.
      this.follow(state);
      return true;
    }
    if (state === undefined || state.documentsFingerprint !== this.#before) {
      this.leave();
      return false;
    }
    const { manifest, journalBytes } = state;
    const changes = [...this.#unsaved, change];
    const bytes =
      journalBytes === 0
        ? formatJournal(manifest.generation.file, changes)
        : Buffer.concat(changes.map((each) => formatChange(each)));
    await this.#files.append(join(this.#folder, manifest.journal), journalBytes, bytes);
    this.follow({
      manifest,
      journalBytes: journalBytes + bytes.length,
      documentsFingerprint: change.documentsFingerprint,
    });
    return true;
  }

  /** Remembers a change that could not be written. */
  postpone(change: IndexChange): void {
    this.#unsaved.push(change);
    const bytes = this.#unsaved.reduce((sum, { added }) => sum + added.length, 0);
    if (bytes > mostUnsavedBytes) this.leave();
  }

  /** Marks the folder as lacking a change. */
  leave(): void {
    this.#known = undefined;
    this.#before = undefined;
    this.#unsaved = [];
  }

  /** Marks the folder as holding what memory holds. */
  follow(state: FolderState): void {
    this.#known = state;
    this.#before = state.documentsFingerprint;
    this.#unsaved = [];
  }

  /** What the folder holds now: other processes may have written since. */
  async #readFolder(): Promise<FolderState | undefined> {
    const reading = await readManifest(this.#folder);
    if (reading.kind !== "read") return undefined;
    const { manifest } = reading;
    if (manifest.analyzerFingerprint !== this.#analyzerFingerprint || !isPresentFormat(manifest)) return undefined;
    const path = join(this.#folder, manifest.journal);
    const known = this.#known;
    const isKnown = known?.manifest.journal === manifest.journal && known.journalBytes === (await sizeOf(path));
    if (isKnown) return known;
    const journal = await readJournal(path, manifest.generation.file);
    if (journal.kind === "damaged") return undefined;
    if (journal.kind === "missing")
      return { manifest, journalBytes: 0, documentsFingerprint: manifest.documentsFingerprint };
    const documentsFingerprint = journal.changes.at(-1)?.documentsFingerprint ?? manifest.documentsFingerprint;
    return { manifest, journalBytes: journal.bytes, documentsFingerprint };
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (failure) {
    if (isMissing(failure)) return 0;
    throw failure;
  }
}
