import * as z from "zod";
import type { Lexicon } from "../../../analysis/lexicon/lexicon.ts";
import { IndexData } from "../../index/index-data.ts";
import { type DocumentInput, IndexWriter } from "../../index/index-writer.ts";
import type { IndexedDocument } from "../../index/passage-table.ts";
import type { PassageName } from "../../passage-index.ts";
import { soundKey } from "../../query/spelling.ts";
import type { RankingSettings } from "../../settings/weights.ts";
import { type Pause, runWithPauses } from "../../storage/pause.ts";
import { audienceOf } from "../audience.ts";
import type { ClusterConnection } from "../connection.ts";
import { type BuildState, emptyState, entryOf, packGrams, passageId, stateId, stateSchema } from "../entries.ts";
import { type Generation, indexDefinition, indexKinds, indexName } from "../names.ts";
import { readPassages } from "../read-passages.ts";
import { type StoredPassage, storedPassageOf } from "../stored-passage.ts";
import { searchWhole } from "../whole-search.ts";
import { type Row, writeRows } from "./bulk.ts";
import { type CountedDocument, contributionOf, type Sums } from "./contribution.ts";
import { featuresOf, type ReferenceLengths } from "./features.ts";
import { overtaken } from "./writer-claim.ts";

const stateRow = z.object({
  _seq_no: z.number(),
  _primary_term: z.number(),
  _source: z.object({ state: stateSchema }),
});
/** By then every process that answers has heard of a change. */
const heardWithinMs = 60_000;

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

/** A document that is ready to be written. */
interface BuiltDocument {
  readonly document: IndexedDocument;
  readonly passages: readonly StoredPassage[];
  readonly names: readonly PassageName[];
}

/** What a change does for one audience, which is a part of it. */
interface AudienceChange {
  readonly audience: readonly string[];
  readonly documents: readonly CountedDocument[];
  readonly revision: number;
  readonly part: number;
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
    this.#parts = parts;
    this.#state = state;
    this.#version = version;
  }

  /** Begins the indices of a new build. */
  static async create(parts: WriterParts, shards: number): Promise<ClusterWriter> {
    const { connection, generation } = parts;
    for (const kind of indexKinds) {
      const path = `/${indexName(generation, kind)}`;
      await connection.ask(
        { method: "PUT", path, body: indexDefinition(kind, shards), timeoutMs: 30_000 },
        z.unknown(),
      );
    }
    const path = `/${indexName(generation, "documents")}/_doc/${stateId}`;
    await connection.ask(
      { method: "PUT", path, query: { op_type: "create" }, body: { state: emptyState } },
      z.unknown(),
    );
    return ClusterWriter.open(parts);
  }

  /** Goes on with a build; what another process left unfinished is taken back. */
  static async open(parts: WriterParts): Promise<ClusterWriter> {
    const path = `/${indexName(parts.generation, "documents")}/_doc/${stateId}`;
    const { body } = await parts.connection.ask({ method: "GET", path }, stateRow);
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
    const { connection, generation } = this.#parts;
    await this.#clean();
    const revision = Math.max(this.#state.revision, ...this.#state.abandoned) + 1;
    await this.#save({ ...this.#state, pending: revision });
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
    const first = this.#state.nextNumber;
    await writeRows(connection, this.#documentRows(built, first, revision, reference));
    await writeRows(connection, this.#goneRows(removed, revision));
    for (const [part, { audience, documents }] of [...byAudience.values()].entries()) {
      await writeRows(connection, this.#countRows({ audience, documents, revision, part }));
    }
    await this.#refresh();
    await this.#save({
      revision,
      pending: null,
      abandoned: this.#state.abandoned,
      removed: [
        ...this.#state.removed,
        ...removed.map(({ number, passages }) => ({ number, passages, atMs: Date.now() })),
      ],
      nextNumber: first + built.length,
      reference,
    });
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

  *#documentRows(
    built: readonly BuiltDocument[],
    first: number,
    revision: number,
    reference: ReferenceLengths,
  ): Generator<Row> {
    const { generation, settings } = this.#parts;
    for (const [at, { document, passages, names }] of built.entries()) {
      const number = first + at;
      const { key, published } = document.metadata;
      const { file } = document;
      const facts = {
        document: number,
        key,
        file,
        audience: audienceOf(document.metadata),
        revision,
        ...(published === undefined ? {} : { from: published.from, until: published.until }),
      };
      for (const [position, passage] of passages.entries()) {
        const id = passageId(number, position);
        yield {
          index: indexName(generation, "passages"),
          id: String(id),
          body: { id, ...facts, ...featuresOf(passage, reference, settings), passage },
        };
      }
      yield {
        index: indexName(generation, "documents"),
        id: `document-${number}`,
        body: { number, revision, entry: entryOf(document, names) },
      };
    }
  }

  *#goneRows(removed: readonly WrittenDocument[], revision: number): Generator<Row> {
    const index = indexName(this.#parts.generation, "documents");
    for (const { number } of removed) yield { index, id: `gone-${number}`, body: { number, revision } };
  }

  *#countRows({ audience, documents, revision, part }: AudienceChange): Generator<Row> {
    const { generation } = this.#parts;
    const { terms, words, sums, grams } = contributionOf(documents);
    const id = (kind: string, key: string): string => `${revision}-${part}-${kind}-${key}`;
    let number = 0;
    for (const [term, counts] of terms) {
      if (counts.stems === 0 && counts.parts === 0 && counts.covered === 0) continue;
      const index = indexName(generation, "terms");
      yield { index, id: id("term", String(number++)), body: { audience, revision, term, ...counts } };
    }
    for (const { word, term, language, count } of words.values()) {
      if (count === 0) continue;
      yield {
        index: indexName(generation, "words"),
        id: id("word", String(number++)),
        body: { audience, revision, word, sound: soundKey(word), language, entry: `${word}\t${term}`, count },
      };
    }
    yield {
      index: indexName(generation, "figures"),
      id: id("figures", "all"),
      body: { audience, revision, part, figures: { ...sums, gramCounts: packGrams(grams) } },
    };
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
      for (const kind of indexKinds) await this.#deleteRevision(indexName(generation, kind), pending);
    }
    await writeRows(
      connection,
      (function* (): Generator<Row> {
        for (const { number, passages } of removed) {
          for (let position = 0; position < passages; position++) {
            yield { index: indexName(generation, "passages"), id: String(passageId(number, position)) };
          }
          yield { index: indexName(generation, "documents"), id: `document-${number}` };
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

  async #deleteRevision(index: string, revision: number): Promise<void> {
    const { connection } = this.#parts;
    for (;;) {
      const search = { size: 5_000, _source: false, query: { term: { revision } } };
      const { hits } = await searchWhole(connection, index, search, foundIds, 30_000);
      const ids = hits.hits.map(({ _id }) => _id);
      if (ids.length === 0) return;
      await writeRows(
        connection,
        ids.map((id) => ({ index, id })),
      );
      await connection.ask({ method: "POST", path: `/${index}/_refresh`, timeoutMs: 30_000 }, z.unknown());
    }
  }

  async #refresh(): Promise<void> {
    const names = indexKinds.map((kind) => indexName(this.#parts.generation, kind)).join(",");
    await this.#parts.connection.ask({ method: "POST", path: `/${names}/_refresh`, timeoutMs: 60_000 }, z.unknown());
  }

  /** Only the version that was read may be replaced: two that write at once would not know of each other. */
  async #save(state: BuildState): Promise<void> {
    const { connection, generation } = this.#parts;
    const { status, body } = await connection.ask(
      {
        method: "PUT",
        path: `/${indexName(generation, "documents")}/_doc/${stateId}`,
        query: { if_seq_no: this.#version.seqNo, if_primary_term: this.#version.term },
        body: { state },
        accepted: [409],
        timeoutMs: 30_000,
      },
      z.object({ _seq_no: z.number(), _primary_term: z.number() }),
    );
    if (status === 409 || body === undefined) throw overtaken();
    this.#state = state;
    this.#version = { seqNo: body._seq_no, term: body._primary_term };
  }
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
