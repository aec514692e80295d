import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Lexicon } from "../../../analysis/lexicon/lexicon.ts";
import { IndexData } from "../../index/index-data.ts";
import { type DocumentInput, IndexWriter } from "../../index/index-writer.ts";
import type { IndexedDocument } from "../../index/passage-table.ts";
import type { RankingSettings } from "../../settings/weights.ts";
import { type Pause, runWithPauses } from "../../storage/pause.ts";
import { audienceOf } from "../audience.ts";
import { type ClusterConnection, withPatience } from "../connection.ts";
import { type BuildState, documentRowId, emptyState, passageId, stateId, stateSchema } from "../entries.ts";
import {
  type Generation,
  type IndexKind,
  indexDefinition,
  indexKinds,
  indexName,
  wholeSettings,
  writtenName,
} from "../names.ts";
import { readPassages } from "../read-passages.ts";
import { storedPassageOf } from "../stored-passage.ts";
import { askAllShards, searchWhole } from "../whole-search.ts";
import { type Row, writeRows } from "./bulk.ts";
import { type CountedDocument, contributionOf, type Sums } from "./contribution.ts";
import { type BuiltDocument, countRows, documentRows, goneRows } from "./rows.ts";
import { overtaken } from "./writer-claim.ts";

const stateRow = z.object({
  _seq_no: z.number(),
  _primary_term: z.number(),
  _source: z.object({ state: stateSchema }),
});
/** By then every process that answers has heard of a change. */
const heardWithinMs = 60_000;

/** For what changes an index, and takes longer than a question may wait. */
const timeoutMs = 60_000;
/** For what a cluster has to write down before it answers: with a large collection, gigabytes. */
const settlingTimeoutMs = 900_000;

const foundIds = z.object({ hits: z.object({ hits: z.array(z.object({ _id: z.string() })) }) });

/** A document that is in the cluster. */
export interface WrittenDocument {
  readonly number: number;
  readonly document: IndexedDocument;
  readonly passages: number;
}

/** Which version of the state was read last. */
interface StateVersion {
  readonly seqNo: number;
  readonly term: number;
}

export interface WriterParts {
  readonly connection: ClusterConnection;
  readonly generation: Generation;
  readonly lexicon: Lexicon;
  readonly settings: RankingSettings;
  readonly pause: Pause;
}

/**
 * Writes changes of a collection into its indices, one after the other. Nobody sees anything of a change before all of it
 * is there: every row says which change it came with, and the state, which is written last, how many there have been.
 */
export class ClusterWriter {
  readonly #parts: WriterParts;
  #state: BuildState;
  #version: StateVersion;

  private constructor(parts: WriterParts, state: BuildState, version: StateVersion) {
    this.#parts = { ...parts, connection: withPatience(parts.connection, timeoutMs) };
    this.#state = state;
    this.#version = version;
  }

  /** Begins the indices of a new build. */
  static async create(parts: WriterParts, shards: number): Promise<ClusterWriter> {
    const { generation } = parts;
    const connection = withPatience(parts.connection, timeoutMs);
    for (const kind of indexKinds) {
      const path = `/${indexName(generation, kind)}`;
      const body = indexDefinition(generation, kind, shards);
      // Where the answer to the first request was lost the second one finds its work done.
      const { status } = await connection.ask({ method: "PUT", path, body, accepted: [400] }, z.unknown());
      if (status === 400) await connection.ask({ method: "GET", path }, z.unknown());
    }
    const path = `/${writtenName(generation, "documents")}/_doc/${stateId}`;
    const query = { op_type: "create", require_alias: true };
    await connection.ask({ method: "PUT", path, query, body: { state: emptyState }, accepted: [409] }, z.unknown());
    return ClusterWriter.open(parts);
  }

  /** Goes on with a build; what another process left unfinished is taken back. */
  static async open(parts: WriterParts): Promise<ClusterWriter> {
    const path = `/${indexName(parts.generation, "documents")}/_doc/${stateId}`;
    const { body } = await withPatience(parts.connection, timeoutMs).ask({ method: "GET", path }, stateRow);
    if (body === undefined) throw overtaken();
    const { _seq_no: seqNo, _primary_term: term, _source } = body;
    const writer = new ClusterWriter(parts, _source.state, { seqNo, term });
    await writer.#clean();
    return writer;
  }

  get revision(): number {
    return this.#state.revision;
  }

  /**
   * Brings documents in and takes others out, as one change.
   * @param added new documents, and changed ones: these are among `removed` as well, as they were
   * @throws AppError `search-unavailable`; `index-locked` where another process has written meanwhile
   */
  async change(added: readonly DocumentInput[], removed: readonly WrittenDocument[]): Promise<void> {
    const { connection, generation, settings } = this.#parts;
    await this.#clean();
    const revision = Math.max(this.#state.revision, ...this.#state.abandoned) + 1;
    const first = this.#state.nextNumber;
    await this.#save({ ...this.#state, pending: revision, nextNumber: first + added.length });
    const built = await this.#build(added);
    const byAudience = new Map<string, { audience: readonly string[]; documents: CountedDocument[] }>();
    const countFor = (document: IndexedDocument, counted: CountedDocument): void => {
      const audience = audienceOf(document.metadata);
      const key = audience.join(" ");
      const known = byAudience.get(key) ?? { audience, documents: [] };
      known.documents.push(counted);
      byAudience.set(key, known);
    };
    for (const { number, document, passages } of removed) {
      const stored = await readPassages(connection, generation, number, passages);
      countFor(document, { language: document.metadata.language, passages: stored, change: -1 });
    }
    for (const one of built) countFor(one.document, asAdded(one));
    // What only some may see changes nothing for others.
    const open = built.filter(({ document }) => document.metadata.guilds === undefined);
    const reference = this.#state.reference ?? referenceOf(contributionOf(open.map(asAdded)).sums);
    await writeRows(connection, documentRows(generation, built, first, revision, reference, settings));
    const gone = removed.map(({ number }) => number);
    await writeRows(connection, goneRows(generation, gone, revision));
    const { rows: before } = this.#state;
    const rows = {
      ...before,
      documents: before.documents + built.length - removed.length,
      passages: before.passages + passagesIn(built) - passagesIn(removed),
    };
    for (const [part, { audience, documents }] of [...byAudience.values()].entries()) {
      const written = await writeRows(connection, countRows(generation, { audience, documents, revision, part }));
      rows.words += written.words;
      rows.terms += written.terms;
      rows.figures++;
    }
    await this.#refresh();
    await this.#save({
      ...this.#state,
      rows,
      revision,
      pending: null,
      removed: [
        ...this.#state.removed,
        ...removed.map(({ number, passages }) => ({ number, passages, atMs: Date.now() })),
      ],
      reference,
    });
  }

  /** Has the cluster write down what it has, and from then on all that it acknowledges: before others read a new build. */
  async settle(): Promise<void> {
    const { connection, generation } = this.#parts;
    const names = indexKinds.map((kind) => indexName(generation, kind)).join(",");
    const path = `/${names}/_settings`;
    await connection.ask({ method: "PUT", path, body: wholeSettings }, z.unknown());
    await askAllShards(connection, { method: "POST", path: `/${names}/_flush`, timeoutMs: settlingTimeoutMs });
  }

  async #build(added: readonly DocumentInput[]): Promise<BuiltDocument[]> {
    const { lexicon, pause } = this.#parts;
    const data = new IndexData();
    const writer = new IndexWriter(data, lexicon);
    const firstLines: number[] = [];
    for (const input of added) {
      firstLines.push(data.contexts.size);
      await runWithPauses(writer.addInSteps(input), pause);
    }
    await runWithPauses(writer.finishInSteps(), pause);
    return added.flatMap((_, at) => {
      const document = data.documents[at];
      const range = data.passageRanges[at];
      if (document === undefined || range === undefined) return [];
      const ids = Array.from({ length: range.end - range.start }, (_, position) => range.start + position);
      return [
        {
          document,
          passages: ids.map((id) => storedPassageOf(data, id, firstLines[at] ?? 0)),
          names: ids.map((id) => data.table.passage(id, document.metadata.key)),
        },
      ];
    });
  }

  /** Deletes what a change that was never finished has left, and what is gone. */
  async #clean(): Promise<void> {
    const { connection, generation } = this.#parts;
    const { pending } = this.#state;
    const isOver = ({ atMs }: { readonly atMs: number }): boolean => atMs < Date.now() - heardWithinMs;
    const removed = this.#state.removed.filter(isOver);
    if (pending === null && removed.length === 0) return;
    if (pending !== null) {
      await this.#refresh();
      for (const kind of indexKinds) await this.#deleteRevision(kind, pending);
    }
    await writeRows(
      connection,
      (function* (): Generator<Row> {
        for (const { number, passages } of removed) {
          for (let position = 0; position < passages; position++) {
            yield { index: writtenName(generation, "passages"), id: String(passageId(number, position)) };
          }
          yield { index: writtenName(generation, "documents"), id: documentRowId(number) };
        }
      })(),
    );
    await this.#refresh();
    const { abandoned } = this.#state;
    await this.#save({
      ...this.#state,
      pending: null,
      abandoned: pending === null ? abandoned : [...abandoned, pending],
      removed: this.#state.removed.filter((one) => !isOver(one)),
    });
  }

  async #deleteRevision(kind: IndexKind, revision: number): Promise<void> {
    const { connection, generation } = this.#parts;
    const index = indexName(generation, kind);
    for (;;) {
      const search = { size: 5_000, _source: false, query: { term: { revision } } };
      const { hits } = await searchWhole(connection, index, search, foundIds, 30_000);
      const ids = hits.hits.map(({ _id }) => _id);
      if (ids.length === 0) return;
      await writeRows(
        connection,
        ids.map((id): Row => ({ index: writtenName(generation, kind), id })),
      );
      await askAllShards(connection, { method: "POST", path: `/${index}/_refresh`, timeoutMs: settlingTimeoutMs });
    }
  }

  async #refresh(): Promise<void> {
    const names = indexKinds.map((kind) => indexName(this.#parts.generation, kind)).join(",");
    await askAllShards(this.#parts.connection, {
      method: "POST",
      path: `/${names}/_refresh`,
      timeoutMs: settlingTimeoutMs,
    });
  }

  /** Only the version that was read may be replaced: two that write at once would not know of each other. */
  async #save(unsaved: BuildState): Promise<void> {
    const { connection, generation } = this.#parts;
    const state = { ...unsaved, saved: randomUUID() };
    const { status, body } = await connection.ask(
      {
        method: "PUT",
        path: `/${writtenName(generation, "documents")}/_doc/${stateId}`,
        query: { if_seq_no: this.#version.seqNo, if_primary_term: this.#version.term, require_alias: true },
        body: { state },
        accepted: [409],
      },
      z.object({ _seq_no: z.number(), _primary_term: z.number() }),
    );
    this.#version =
      status === 409 || body === undefined
        ? await this.#versionOf(state)
        : { seqNo: body._seq_no, term: body._primary_term };
    this.#state = state;
  }

  /**
   * The version of a state that was refused: the answer to a request that did its work may have been lost, and the same
   * request sent again.
   * @throws AppError `index-locked` where it is another one that is there
   */
  async #versionOf({ saved }: BuildState): Promise<StateVersion> {
    const { connection, generation } = this.#parts;
    const path = `/${indexName(generation, "documents")}/_doc/${stateId}`;
    const { body } = await connection.ask({ method: "GET", path }, stateRow);
    if (body === undefined || body._source.state.saved !== saved) throw overtaken();
    return { seqNo: body._seq_no, term: body._primary_term };
  }
}

/** Documents that were built have their passages, those that are there the number of them. */
function passagesIn(documents: readonly { readonly passages: number | readonly unknown[] }[]): number {
  return documents.reduce((sum, { passages }) => sum + (typeof passages === "number" ? passages : passages.length), 0);
}

function asAdded({ document, passages }: BuiltDocument): CountedDocument {
  return { language: document.metadata.language, passages, change: 1 };
}

function referenceOf({ passages, words, lines }: Sums): { passage: number; lines: Record<string, number> } {
  return {
    passage: passages === 0 ? 0 : words / passages,
    lines: Object.fromEntries(
      Object.entries(lines).map(([field, sums]) => [field, sums.lines === 0 ? 0 : sums.words / sums.lines]),
    ),
  };
}
