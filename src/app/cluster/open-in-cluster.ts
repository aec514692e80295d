import { setTimeout as pause } from "node:timers/promises";
import type { ClusterSettings } from "../../config/settings.ts";
import { emptyFolder } from "../../documents/read-collection.ts";
import { AppError, describeError } from "../../errors.ts";
import { checkRows } from "../../search/cluster/checking/check-rows.ts";
import { type ClusterConnection, connectCluster } from "../../search/cluster/connection.ts";
import { activate, activeGeneration, nextGeneration, removeInactive } from "../../search/cluster/generations.ts";
import { baseName, type Generation } from "../../search/cluster/names.ts";
import { type OpenSearchIndex, openOpenSearchIndex } from "../../search/cluster/opensearch-index.ts";
import { ClusterWriter, type WriterParts } from "../../search/cluster/writing/writer.ts";
import { claimWriting } from "../../search/cluster/writing/writer-claim.ts";
import type { TextStore } from "../../search/index/texts/text-store.ts";
import type { IndexEvent } from "../../search/index-event.ts";
import { rankingSettings } from "../../search/settings/ranking-settings.ts";
import { pauseWhenDue } from "../../search/storage/pause.ts";
import { createTaskQueue } from "../../search/storage/task-queue.ts";
import { type Differences, differencesOf, hasDifferences } from "../collection/changes/differences.ts";
import { type ReadingParts, refuseEmptying, withoutRefused } from "../collection/changes/reading-differences.ts";
import type { RefusedFiles } from "../collection/changes/refused-files.ts";
import type { Collection } from "../collection/collection.ts";
import { createListingTeller } from "../collection/tell-of-listing.ts";
import type { CheckedIndex, OpenedIndex } from "../index/opened-index.ts";
import { writeDifferences } from "./write-differences.ts";

/** How often the cluster is asked whether another process has changed anything. */
const followMs = 2_000;
/** An index that was replaced is kept so long, for questions that are being answered from it. */
const graceMs = 30_000;
const waitMs = 1_000;

export interface ClusterParts {
  readonly cluster: ClusterSettings;
  readonly analyzerFingerprint: string;
  readonly texts: TextStore;
  readonly refused: RefusedFiles;
  readonly onEvent: (event: IndexEvent) => void;
  /** Whether to build anew even where there is an index. */
  readonly rebuild: boolean;
}

/**
 * Opens the index of a collection in a cluster. One process at a time brings it in step with the documents; the others
 * follow, and wait only where there is no index yet.
 * @throws AppError `search-unavailable`, `settings-invalid`, `folder-empty`
 */
export async function openInCluster(collection: Collection, parts: ClusterParts): Promise<OpenedIndex> {
  const connection = await connectCluster({ url: parts.cluster.url });
  const shared = new SharedIndex(collection, connection, parts);
  await shared.open();
  return shared;
}

class SharedIndex implements OpenedIndex {
  index: OpenedIndex["index"] = "loaded";
  readonly #collection: Collection;
  readonly #connection: ClusterConnection;
  readonly #parts: ClusterParts;
  readonly #reading: ReadingParts;
  readonly #base: string;
  readonly #inTurn = createTaskQueue();
  readonly #stopping = new AbortController();
  #passages: OpenSearchIndex | undefined;
  #following: NodeJS.Timeout | undefined;
  #removing: NodeJS.Timeout | undefined;
  #lastProblem = "";
  readonly #tell: ReturnType<typeof createListingTeller>;

  constructor(collection: Collection, connection: ClusterConnection, parts: ClusterParts) {
    this.#collection = collection;
    this.#connection = connection;
    this.#parts = parts;
    this.#reading = { collection, refused: parts.refused, onEvent: parts.onEvent };
    this.#tell = createListingTeller(parts.onEvent);
    this.#base = baseName(connection.prefix, parts.analyzerFingerprint);
  }

  async open(): Promise<void> {
    let { rebuild } = this.#parts;
    let told = "";
    for (;;) {
      try {
        const isDone = await this.#bringUpToDate(undefined, rebuild);
        // Where there is none, or a damaged one, and this process may not write, somebody else is building it.
        if (isDone || (await activeGeneration(this.#connection, this.#base)) !== undefined) {
          await this.#follow();
          break;
        }
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== "index-damaged") throw error;
        if (error.message !== told) this.#parts.onEvent({ kind: "damaged", reason: error.message });
        told = error.message;
        rebuild = !rebuild;
        if (rebuild) continue;
      }
      await pause(waitMs, undefined, { signal: this.#stopping.signal });
    }
    this.#following = setInterval(() => void this.#inTurn(() => this.#followQuietly()), followMs).unref();
  }

  passages(): OpenSearchIndex {
    if (this.#passages === undefined) throw new RangeError("The index is not open.");
    return this.#passages;
  }

  async ready(): Promise<void> {
    await Promise.resolve();
  }

  fingerprint(): string {
    const { generation } = this.passages();
    return `${generation.number} ${this.passages().changes.revision}`;
  }

  refresh(files?: ReadonlySet<string>): Promise<AppError | undefined> {
    return this.#inTurn(async () => {
      try {
        await this.#collection.list();
        await this.#bringUpToDate(files, false);
        await this.#follow();
        this.#lastProblem = "";
        return undefined;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        this.#report(error);
        return error;
      }
    });
  }

  async *check(): AsyncGenerator<CheckedIndex> {
    await this.#inTurn(() => this.#follow());
    const { number } = this.passages().generation;
    let isDamaged = false;
    for await (const damage of checkRows(this.#connection, this.passages())) {
      isDamaged = true;
      yield { kind: "damaged", damage };
    }
    if (!isDamaged) return;
    await this.#inTurn(async () => {
      await this.#bringUpToDate(undefined, true);
      await this.#follow();
    });
    yield { kind: "repaired", isRepaired: this.passages().generation.number !== number };
  }

  async close(): Promise<void> {
    clearInterval(this.#following);
    this.#stopping.abort();
    await this.#inTurn(async () => undefined);
    // An index that was replaced may still be read by other processes: then the next build removes it.
    clearTimeout(this.#removing);
    await this.#connection.close();
  }

  /** @returns false where there is no index and another process is at it */
  async #bringUpToDate(files: ReadonlySet<string> | undefined, rebuild: boolean): Promise<boolean> {
    const { listing } = this.#collection;
    this.#tell(listing);
    if (listing.restrictionsProblem !== undefined) this.#report(listing.restrictionsProblem);
    const active = await activeGeneration(this.#connection, this.#base);
    if (active !== undefined && !rebuild) {
      const current = await this.#opened(active);
      const differences = await this.#differences(current, files);
      if (!hasDifferences(differences)) return true;
    }
    const claim = await claimWriting(this.#connection, this.#base);
    if (claim === undefined) return active !== undefined;
    try {
      if (active === undefined || rebuild) await this.#build();
      else await this.#update(active, files);
      return true;
    } finally {
      // One that cannot be given back ends by itself.
      await claim.release().catch((error: unknown) => this.#reportAny(error));
    }
  }

  async #build(): Promise<void> {
    await removeInactive(this.#connection, this.#base);
    const generation = await nextGeneration(this.#connection, this.#base);
    const writer = await ClusterWriter.create(this.#writerParts(generation), this.#parts.cluster.shards);
    const { files } = this.#collection.listing;
    this.#parts.onEvent({ kind: "building", documents: files.length });
    const { passages, changes } = await writeDifferences(this.#reading, writer, {
      differences: { added: files, changed: [], removed: [] },
      written: [],
      isBuilding: true,
    });
    if (changes.added.length === 0) throw emptyFolder(this.#collection.folder, this.#parts.refused.all);
    await writer.settle();
    await activate(this.#connection, generation);
    this.#parts.onEvent({ kind: "built", passages });
    this.index = "built";
    const remove = () => removeInactive(this.#connection, this.#base).catch((error: unknown) => this.#reportAny(error));
    this.#removing = setTimeout(() => void this.#inTurn(remove), graceMs).unref();
  }

  async #update(generation: Generation, files: ReadonlySet<string> | undefined): Promise<void> {
    // What another process has done before it let go is known first.
    const current = await this.#opened(generation);
    await current.follow();
    const differences = await this.#differences(current, files);
    if (!hasDifferences(differences)) return;
    const writer = await ClusterWriter.open(this.#writerParts(generation));
    const written = [...current.written()];
    const { changes } = await writeDifferences(this.#reading, writer, {
      differences,
      written,
      isBuilding: false,
    });
    this.index = "updated";
    this.#parts.onEvent({ kind: "changed", ...changes });
  }

  /** @throws AppError `folder-empty` */
  async #differences(index: OpenSearchIndex, files: ReadonlySet<string> | undefined): Promise<Differences> {
    const documents = [...index.documents()];
    const found = await differencesOf(documents, this.#collection.listing, (file) => files?.has(file) ?? true);
    const differences = withoutRefused(found, this.#parts.refused, files);
    refuseEmptying(this.#collection, documents, differences);
    return differences;
  }

  async #opened(generation: Generation): Promise<OpenSearchIndex> {
    if (this.#passages?.generation.number === generation.number) return this.#passages;
    this.#passages = await this.#read(generation);
    return this.#passages;
  }

  #read(generation: Generation): Promise<OpenSearchIndex> {
    const { texts } = this.#parts;
    const { lexicon } = this.#collection;
    return openOpenSearchIndex({ connection: this.#connection, generation, lexicon, texts });
  }

  async #follow(): Promise<void> {
    const active = await activeGeneration(this.#connection, this.#base);
    if (active === undefined) return;
    const followed = await (await this.#opened(active)).follow();
    if (followed === "replaced") this.#passages = await this.#read(active);
  }

  async #followQuietly(): Promise<void> {
    try {
      await this.#follow();
      this.#lastProblem = "";
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#reportAny(error);
    }
  }

  #reportAny(error: unknown): void {
    this.#report(
      error instanceof AppError
        ? error
        : new AppError("internal", describeError(error), "Run: fundstelle doctor", { cause: error }),
    );
  }

  /** Reports a problem once, not at every attempt. */
  #report(error: AppError): void {
    if (error.message === this.#lastProblem) return;
    this.#lastProblem = error.message;
    this.#parts.onEvent({ kind: "not-updated", error });
  }

  #writerParts(generation: Generation): WriterParts {
    return {
      connection: this.#connection,
      generation,
      lexicon: this.#collection.lexicon,
      settings: rankingSettings,
      pause: pauseWhenDue(),
    };
  }
}
