import type { CollectionListing } from "../../documents/read-collection.ts";
import { AppError } from "../../errors.ts";
import type { DocumentInput } from "../../search/index/index-writer.ts";
import type { ChangedFiles, IndexEvent } from "../../search/index-event.ts";
import type { IndexStore, Saving, StoredState } from "../../search/storage/index-store.ts";
import { createTaskQueue } from "../../search/storage/task-queue.ts";
import { DocumentsFingerprint } from "../index/fingerprints.ts";
import { type Differences, differencesOf, hasDifferences } from "./changes/differences.ts";
import { InputBatch } from "./changes/input-batch.ts";
import { type ReadingParts, readFiles, refuseEmptying, withoutRefused } from "./changes/reading-differences.ts";
import type { RefusedFiles } from "./changes/refused-files.ts";
import type { Collection } from "./collection.ts";
import type { Outlines } from "./outlines.ts";
import { createListingTeller } from "./tell-of-listing.ts";

/** What goes into the index and its journal in one batch. */
const batchLimits = { passages: 2_000, chars: 4_000_000 };

/**
 * Keeps an index up to date with the folder it was made from, one change at a time, while questions are being answered.
 */
export class LiveCollection {
  readonly #collection: Collection;
  readonly #store: IndexStore;
  readonly #onEvent: (event: IndexEvent) => void;
  readonly #inTurn = createTaskQueue();
  readonly #reading: ReadingParts;
  readonly #outlines: Outlines;
  #lastProblem = "";
  readonly #tell: ReturnType<typeof createListingTeller>;

  constructor(
    collection: Collection,
    store: IndexStore,
    { refused, outlines, onEvent }: { refused: RefusedFiles; outlines: Outlines; onEvent: (event: IndexEvent) => void },
  ) {
    this.#collection = collection;
    this.#store = store;
    this.#reading = { collection, refused, onEvent };
    this.#outlines = outlines;
    this.#onEvent = onEvent;
    this.#tell = createListingTeller(onEvent);
  }

  /**
   * Finds out what has changed, and updates the index.
   * @param files whose bytes may have changed; absent: any. New and missing files are found in any case.
   * @returns why the folder cannot be looked at, if so: the index is then what it was
   */
  refresh(files?: ReadonlySet<string>): Promise<AppError | undefined> {
    return this.#inTurn(() => this.#refresh(files));
  }

  /**
   * Removes documents from an outdated index whose files are gone or have changed, so that nobody is shown what a
   * document no longer says, or what they may no longer see.
   * @returns how many they are
   */
  leaveOut({ changed, removed }: Pick<Differences, "changed" | "removed">): Promise<number> {
    return this.#inTurn(() => this.#leaveOut(new Set([...changed, ...removed.map(({ file }) => file)])));
  }

  /** Replaces an outdated index with a new one, then applies what changed while the new one was being built. */
  async adopt(state: StoredState): Promise<void> {
    await this.#inTurn(() => this.#store.adopt(state));
    await this.refresh();
  }

  /** Removes changed documents from the index for now; `refresh` adds them again with their new content. */
  setAside({ changed, removed }: Pick<Differences, "changed" | "removed">): Promise<boolean> {
    const files = new Set(changed);
    const documents = this.#store.data.documents.filter((document) => document !== undefined);
    const aside = [...documents.filter(({ file }) => files.has(file)), ...removed];
    return this.#inTurn(() => this.#apply({ added: [], changed: [], removed: aside }));
  }

  /** Applies differences that were found when the collection was opened. */
  apply(differences: Differences): Promise<boolean> {
    return this.#inTurn(async () => {
      this.#tellOfListing(this.#collection.listing);
      return this.#apply(differences);
    });
  }

  /** Resolves when no change is in progress. */
  async settled(): Promise<void> {
    await this.#inTurn(async () => undefined);
    await this.#store.settled();
  }

  async #refresh(files: ReadonlySet<string> | undefined): Promise<AppError | undefined> {
    try {
      const listing = await this.#collection.list();
      if (this.#store.isOutdated) {
        // A caller names files because it found them to differ from the index.
        const { changed, removed } = await differencesOf(
          this.#store.data.documents,
          listing,
          () => files === undefined,
        );
        await this.#leaveOut(new Set([...(files ?? []), ...changed, ...removed.map(({ file }) => file)]));
        return undefined;
      }
      this.#tellOfListing(listing);
      const differences = await differencesOf(this.#store.data.documents, listing, (file) => files?.has(file) ?? true);
      await this.#apply(withoutRefused(differences, this.#reading.refused, files));
      this.#lastProblem = "";
      return undefined;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#report({ kind: "not-updated", error });
      return error;
    }
  }

  #tellOfListing({ skipped, keptRestricted, restrictionsProblem }: CollectionListing): void {
    this.#tell({ skipped, keptRestricted });
    if (restrictionsProblem !== undefined) this.#report({ kind: "not-kept", error: restrictionsProblem });
  }

  async #leaveOut(files: ReadonlySet<string>): Promise<number> {
    const documents = this.#store.data.documents.filter(
      (document) => document !== undefined && files.has(document.file),
    );
    await this.#store.forget(documents.flatMap((document) => document?.metadata.key ?? []));
    return documents.length;
  }

  /** @returns whether the disk is up to date with the index */
  async #apply(differences: Differences): Promise<boolean> {
    if (!hasDifferences(differences)) return true;
    refuseEmptying(this.#collection, this.#store.data.documents, differences);
    const { removed } = differences;
    const batch = new Batch(this.#store, differences);
    const done: { added: string[]; changed: string[]; removed: string[] } = {
      added: [],
      changed: [],
      removed: removed.map(({ file }) => file),
    };
    for (const [list, files] of [
      [done.added, differences.added],
      [done.changed, differences.changed],
    ] as const) {
      for await (const { file, input } of readFiles(files, this.#reading)) {
        if (input !== undefined) {
          list.push(file);
          await this.#outlines.keep(input);
          batch.add(input);
        } else if (batch.removeFile(file)) done.removed.push(file);
        if (batch.isFull) this.#reportSaving(await batch.write());
      }
    }
    const saving = await batch.write();
    this.#reportSaving(saving);
    if (hasChanges(done)) this.#onEvent({ kind: "changed", ...done });
    return saving.kind !== "not-saved";
  }

  #reportSaving(saving: Saving): void {
    if (saving.kind === "not-saved") this.#report({ kind: "not-kept", error: saving.reason });
  }

  /** Reports a problem once, not at every attempt. */
  #report(event: IndexEvent & { readonly error: AppError }): void {
    const problem = `${event.kind} ${event.error.message}`;
    if (problem === this.#lastProblem) return;
    this.#lastProblem = problem;
    this.#onEvent(event);
  }
}

/** Documents on their way into the index. */
class Batch {
  readonly #inputs = new InputBatch(batchLimits);
  readonly #store: IndexStore;
  readonly #fingerprint: DocumentsFingerprint;
  /** Of changed files. */
  readonly #oldKeys = new Map<string, string>();
  #removed: string[];

  constructor(store: IndexStore, { changed, removed }: Differences) {
    this.#store = store;
    this.#fingerprint = DocumentsFingerprint.from(store.documentsFingerprint);
    this.#removed = removed.map(({ metadata }) => metadata.key);
    // A document may come back under another key, and another one may take its old key.
    const files = new Set(changed);
    for (const document of store.data.documents) {
      if (document !== undefined && files.has(document.file)) this.#oldKeys.set(document.file, document.metadata.key);
    }
  }

  get isFull(): boolean {
    return this.#inputs.isFull;
  }

  add(input: DocumentInput): void {
    this.#inputs.add(input);
  }

  /** @returns false where the index has no such file */
  removeFile(file: string): boolean {
    const key = this.#oldKeys.get(file);
    if (key !== undefined) this.#removeOld(file, key);
    return key !== undefined;
  }

  async write(): Promise<Saving> {
    const added = this.#inputs.take();
    for (const { document } of added) {
      const old = this.#oldKeys.get(document.file);
      if (old !== undefined && old !== document.metadata.key) this.#removeOld(document.file, old);
    }
    const removed = this.#removed;
    this.#removed = [];
    if (added.length + removed.length === 0) return { kind: "saved" };
    this.#fingerprint.change(this.#store.data, added, removed);
    return this.#store.update({ added, removed, documentsFingerprint: this.#fingerprint.value });
  }

  #removeOld(file: string, key: string): void {
    const { data } = this.#store;
    const number = data.numberOf(key);
    if (number !== undefined && data.documents[number]?.file === file) this.#removed.push(key);
  }
}

function hasChanges({ added, changed, removed }: ChangedFiles): boolean {
  return added.length + changed.length + removed.length > 0;
}
