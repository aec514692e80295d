import type { Lexicon } from "../../analysis/lexicon/lexicon.ts";
import { AppError, describeError } from "../../errors.ts";
import { compacted, isWorthCompacting } from "../index/compact.ts";
import { CompoundChanges, type SplitWord } from "../index/compounds/compound-changes.ts";
import type { IndexData } from "../index/index-data.ts";
import { type DocumentInput, IndexWriter } from "../index/index-writer.ts";
import { removeDocument } from "../index/remove-document.ts";
import { removeUnusedTexts, writeExtractedTexts } from "./extracted-texts.ts";
import type { FileWriter } from "./file-writing.ts";
import { applyChange, encodeDocuments, formatJournal, type IndexChange } from "./journal/journal.ts";
import { JournalWriter } from "./journal/journal-writer.ts";
import type { ManifestContent } from "./manifest.ts";
import { type Pause, pauseWhenDue, runWithPauses } from "./pause.ts";
import { createSharedLock, type SharedLock } from "./shared-lock.ts";
import { createTaskQueue } from "./task-queue.ts";
import { activateGeneration, removeLeftOvers, writeGeneration } from "./write-index.ts";

/** Changes of documents, as the index needs them. */
export interface DocumentChanges {
  /** New documents, and changed ones: they take the place of those with the same keys. */
  readonly added: readonly DocumentInput[];
  /** Keys. */
  readonly removed: readonly string[];
  /** Fingerprint of the documents after the change. */
  readonly documentsFingerprint: string;
}

/**
 * Whether the disk is up to date with memory. `later`: a new generation is being written. Where it is not saved,
 * questions are answered all the same; the next change tries again, and the next start finds the index outdated.
 */
export type Saving = { readonly kind: "saved" | "later" } | { readonly kind: "not-saved"; readonly reason: AppError };

export interface IndexStoreOptions {
  readonly folder: string;
  readonly files: FileWriter;
  readonly lexicon: Lexicon;
  /** Fingerprint, as in the manifest. */
  readonly analyzerFingerprint: string;
  /** Called when another index is to answer: a smaller one with the same documents, or a new one; passage ids differ. */
  readonly onReplaced?: (data: IndexData) => void;
  /** Called with what became of a generation that was written in the background. */
  readonly onGeneration?: (saving: Saving) => void;
  readonly lockWaitMs?: number;
}

/** What a store begins with: what `openIndex` loaded, or an index just built; without a manifest it is in memory only. */
export interface StoredState {
  readonly data: IndexData;
  readonly documentsFingerprint: string;
  readonly manifest?: ManifestContent;
  readonly journalBytes: number;
  /** Whether another version of the program made it: it answers until `adopt` brings a new one, and is never written. */
  readonly isOutdated?: boolean;
}

/** A larger journal is folded into a new generation: a quarter of the generation's size, but at least this. */
const leastJournalBytes = 1 << 20;
/** A change of more passages is written as a new generation, not into the journal. */
const mostJournalPassages = 20_000;
/** How long to wait after failing to write a generation, since every attempt writes the whole index. */
const retryMs = 60_000;

/**
 * An index in memory together with its folder: changes go into memory and the journal, one after the other, while
 * questions are answered; what has grown too large is compacted in the background.
 */
export class IndexStore {
  #data: IndexData;
  #documentsFingerprint: string;
  readonly #options: IndexStoreOptions;
  readonly #lock: SharedLock;
  #journal: JournalWriter;
  #isOutdated: boolean;
  readonly #inTurn = createTaskQueue();
  /** Changes since the snapshot that is being compacted. */
  #sinceSnapshot: IndexChange[] = [];
  #compaction: Promise<Saving> | undefined;
  #lastFailure = Number.NEGATIVE_INFINITY;

  constructor(state: StoredState, options: IndexStoreOptions) {
    this.#data = state.data;
    this.#documentsFingerprint = state.documentsFingerprint;
    this.#options = options;
    this.#lock = createSharedLock(options.folder, options.files, options.lockWaitMs ?? 10_000);
    this.#journal = journalOf(state, options);
    this.#isOutdated = state.isOutdated === true;
  }

  /** Whether it only answers until a new one is adopted. */
  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /** Takes documents out of an outdated index in memory: the files are no longer what it knows. @param keys of documents */
  forget(keys: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      for (const key of keys) removeDocument(this.#data, key);
    });
  }

  /** Puts a new index in the place of an outdated one. */
  adopt(state: StoredState): Promise<void> {
    return this.#inTurn(async () => {
      this.#data = state.data;
      this.#documentsFingerprint = state.documentsFingerprint;
      this.#journal = journalOf(state, this.#options);
      this.#isOutdated = false;
      this.#options.onReplaced?.(state.data);
    });
  }

  /** The index to answer questions from, until `onReplaced` brings another. */
  get data(): IndexData {
    return this.#data;
  }

  /** Fingerprint of the documents in memory. */
  get documentsFingerprint(): string {
    return this.#documentsFingerprint;
  }

  /** Changes memory, then the disk. Takes time that grows with the documents that change, in steps of some milliseconds. */
  update(changes: DocumentChanges): Promise<Saving> {
    return this.#inTurn(async () => {
      const pause = pauseWhenDue();
      const split = await this.#changeMemory(changes, pause);
      const keys = changes.added.map(({ document }) => document.metadata.key);
      const change: IndexChange = {
        documentsFingerprint: changes.documentsFingerprint,
        removed: changes.removed.filter((key) => !keys.includes(key)),
        added: await encodeDocuments(this.#data, keys, pause),
        split,
      };
      if (this.#compaction !== undefined) this.#sinceSnapshot.push(change);
      const passages = changes.added.reduce((sum, { passages }) => sum + passages.length, 0);
      const saving = await this.#save(changes, passages > mostJournalPassages ? undefined : change);
      if (this.#needsGeneration() || isWorthCompacting(this.#data)) this.#startCompaction();
      return saving;
    });
  }

  /** Writes the whole index as a new generation, without what removed documents left. */
  compact(): Promise<Saving> {
    return this.#inTurn(async () => this.#startCompaction()).then(({ done }) => done);
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    await this.#inTurn(async () => undefined);
    await this.#compaction;
  }

  async #changeMemory(
    { added, removed, documentsFingerprint }: DocumentChanges,
    pause: Pause,
  ): Promise<readonly SplitWord[]> {
    for (const _ of this.#data.vocabulary.indexWords()) await pause();
    const compounds = new CompoundChanges(this.#data, this.#options.lexicon);
    const writer = new IndexWriter(this.#data, this.#options.lexicon);
    for (const input of added) for (const _ of writer.addInSteps(input)) await pause();
    for (const _ of writer.finishInSteps()) await pause();
    const keys = new Set(added.map(({ document }) => document.metadata.key));
    for (const key of removed) if (!keys.has(key)) removeDocument(this.#data, key);
    this.#documentsFingerprint = documentsFingerprint;
    return runWithPauses(compounds.finish(), pause);
  }

  async #save({ added }: DocumentChanges, change: IndexChange | undefined): Promise<Saving> {
    const { folder, files } = this.#options;
    const documents = added.map(({ document }) => document);
    let isWritten = false;
    const saving = await this.#locked(async () => {
      await writeExtractedTexts(folder, documents, files);
      if (change === undefined) this.#journal.leave();
      else isWritten = await this.#journal.append(change);
    });
    if (saving.kind === "not-saved" && change !== undefined) this.#journal.postpone(change);
    return saving.kind === "saved" && !isWritten ? { kind: "later" } : saving;
  }

  #needsGeneration(): boolean {
    if (performance.now() - this.#lastFailure < retryMs) return false;
    const { known } = this.#journal;
    return known === undefined || known.journalBytes > Math.max(leastJournalBytes, known.manifest.generation.bytes / 4);
  }

  /** A disk failure is returned, not thrown: the index in memory is still good. */
  async #locked(write: () => Promise<void>): Promise<Saving> {
    try {
      const reason = await this.#lock.take();
      if (reason !== undefined) return { kind: "not-saved", reason };
      try {
        await write();
      } finally {
        await this.#lock.giveBack();
      }
      return { kind: "saved" };
    } catch (failure) {
      return notSaved(failure);
    }
  }

  /** To be called in turn, so that the snapshot is of a moment between two changes. */
  #startCompaction(): { readonly done: Promise<Saving> } {
    if (this.#compaction !== undefined) return { done: this.#compaction };
    this.#sinceSnapshot = [];
    const steps = compacted(this.#data, this.#options.lexicon);
    const first = steps.next();
    const done = this.#compact(steps, first, this.#documentsFingerprint)
      .catch(notSaved)
      .then((saving) => {
        this.#compaction = undefined;
        this.#options.onGeneration?.(saving);
        return saving;
      });
    this.#compaction = done;
    return { done };
  }

  async #compact(
    steps: Generator<void, IndexData>,
    first: IteratorResult<void, IndexData>,
    documentsFingerprint: string,
  ): Promise<Saving> {
    const { folder, files, analyzerFingerprint } = this.#options;
    const pause = pauseWhenDue();
    const data = first.done === true ? first.value : await runWithPauses(steps, pause);
    let isReplaced = false;
    const saving = await this.#locked(async () => {
      const generation = await writeGeneration(folder, data, { analyzerFingerprint, documentsFingerprint }, files);
      await this.#inTurn(async () => {
        const changes = this.#sinceSnapshot;
        const { file } = generation.manifest.generation;
        const journal = changes.length === 0 ? undefined : formatJournal(file, changes);
        const manifest = await activateGeneration(folder, generation, journal, files);
        const last = changes.at(-1)?.documentsFingerprint ?? documentsFingerprint;
        this.#journal.follow({ manifest, journalBytes: journal?.length ?? 0, documentsFingerprint: last });
        await this.#replace(data, pause);
        isReplaced = true;
        await removeLeftOvers(folder, manifest, files);
        await removeUnusedTexts(folder, this.#data.documents, files);
      });
    });
    this.#lastFailure = saving.kind === "saved" ? Number.NEGATIVE_INFINITY : performance.now();
    if (!isReplaced) await this.#inTurn(() => this.#replace(data, pause));
    return saving;
  }

  /** Puts a compacted index in place of the one in memory. */
  async #replace(data: IndexData, pause: Pause): Promise<void> {
    for (const change of this.#sinceSnapshot) await applyChange(data, change, pause);
    this.#sinceSnapshot = [];
    this.#data = data;
    this.#options.onReplaced?.(data);
  }
}

function journalOf(state: StoredState, options: IndexStoreOptions): JournalWriter {
  const { documentsFingerprint, manifest, journalBytes } = state;
  const known = manifest === undefined ? undefined : { manifest, journalBytes, documentsFingerprint };
  return new JournalWriter(options.folder, options.files, options.analyzerFingerprint, known, documentsFingerprint);
}

function notSaved(failure: unknown): Saving {
  if (failure instanceof AppError) return { kind: "not-saved", reason: failure };
  const message = `The index could not be kept: ${describeError(failure)}`;
  return { kind: "not-saved", reason: new AppError("internal", message, "Run: fundstelle index", { cause: failure }) };
}
