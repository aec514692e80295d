import { LRUCache } from "lru-cache";
import * as z from "zod";
import { languageByCode } from "../../../analysis/languages.ts";
import { viewersOf } from "../../../documents/audience.ts";
import type { LanguageCode } from "../../../documents/document.ts";
import { isVisible } from "../../document-filter.ts";
import type { IndexedDocument } from "../../index/passage-table.ts";
import type { DocumentFilter, PassageName } from "../../passage-index.ts";
import type { PublicationDates } from "../../ranking/evidence/date-evidence.ts";
import { audienceKey, type WholeChanges } from "../audience.ts";
import { type ClusterConnection, damaged } from "../connection.ts";
import {
  type Entry,
  emptyState,
  entrySchema,
  namesOf,
  passageId,
  type RowCounts,
  stateId,
  stateSchema,
} from "../entries.ts";
import { type Generation, indexName } from "../names.ts";
import { searchWhole } from "../whole-search.ts";

const rows = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        _id: z.string(),
        sort: z.array(z.number()),
        _source: z.object({ number: z.number(), entry: entrySchema.optional() }),
      }),
    ),
  }),
});
const stateRow = z.object({ _source: z.object({ state: stateSchema }) });
const atOnce = 500;
/** What is known of so many audiences is kept. */
const mostAudiences = 200;

/** What has become of an index: nothing, there is more of it, or it is another one by now. */
export type Followed = "same" | "changed" | "replaced";

/** What every question asks of the documents that somebody may see. */
interface AudienceFacts {
  /** Languages in which they were analysed, most documents first. */
  readonly languages: readonly LanguageCode[];
  /** Whether any of them is valid for a time only. */
  readonly hasEditions: boolean;
}

/** Servers, roles and channels that any document is for. */
interface NamedViewers {
  readonly guilds: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly channels: ReadonlySet<string>;
  /** Whether any document belongs to a server's own collection. */
  readonly hasOwn: boolean;
}

function namedViewers(entries: Iterable<Entry>): NamedViewers {
  const guilds = new Set<string>();
  const roles = new Set<string>();
  const channels = new Set<string>();
  let hasOwn = false;
  for (const { document } of entries) {
    const viewers = viewersOf(document.metadata);
    for (const guild of viewers?.guilds ?? []) guilds.add(guild);
    for (const role of viewers?.roles ?? []) roles.add(role);
    for (const channel of viewers?.channels ?? []) channels.add(channel);
    hasOwn ||= viewers?.ofServer === true;
  }
  return { guilds, roles, channels, hasOwn };
}

/** The documents of a build, kept here and in step with the cluster. */
export class Directory {
  readonly #connection: ClusterConnection;
  readonly #generation: Generation;
  /** Replaced with every change, so that a question that is under way goes on with what it has seen. */
  #entries: ReadonlyMap<number, Entry> = new Map();
  readonly #numbers = new Map<string, number>();
  /** Documents that have gone lately: a question may still speak of them. */
  readonly #gone = new LRUCache<number, Entry>({ max: 10_000 });
  #changes: WholeChanges = { revision: 0, abandoned: [], removed: [] };
  #rows: RowCounts = emptyState.rows;
  #inOrder: readonly IndexedDocument[] | undefined;
  #named: NamedViewers | undefined;
  /** Counted once a change. */
  readonly #facts = new LRUCache<string, AudienceFacts>({ max: mostAudiences });

  private constructor(connection: ClusterConnection, generation: Generation) {
    this.#connection = connection;
    this.#generation = generation;
  }

  static async open(connection: ClusterConnection, generation: Generation): Promise<Directory> {
    const directory = new Directory(connection, generation);
    await directory.follow();
    return directory;
  }

  get changes(): WholeChanges {
    return this.#changes;
  }

  /** How many rows of each kind there are, unless some were lost. */
  get rows(): RowCounts {
    return this.#rows;
  }

  /**
   * Takes in what has changed.
   * @throws AppError `search-unavailable`; `index-damaged` where documents are missing
   */
  async follow(): Promise<Followed> {
    const index = indexName(this.#generation, "documents");
    const { body } = await this.#connection.ask({ method: "GET", path: `/${index}/_doc/${stateId}` }, stateRow);
    const state = body?._source.state;
    const known = this.#changes.revision;
    if (state === undefined || state.revision === known) return "same";
    const { revision, abandoned } = state;
    // It was put back to what it had been: what is known of it here may be what it is no more.
    if (revision < known) return "replaced";
    const added: { number: number; entry: Entry }[] = [];
    const gone: number[] = [];
    let after: readonly number[] | undefined;
    for (;;) {
      const page = await searchWhole(
        this.#connection,
        index,
        {
          size: atOnce,
          sort: [{ number: "asc" }, { revision: "asc" }],
          query: {
            bool: {
              filter: [{ range: { revision: { gt: known, lte: revision } } }],
              must_not: [{ terms: { revision: [...abandoned] } }],
            },
          },
          ...(after === undefined ? {} : { search_after: after }),
        },
        rows,
        30_000,
      );
      const { hits } = page.hits;
      for (const { _source } of hits) {
        if (_source.entry === undefined) gone.push(_source.number);
        else added.push({ number: _source.number, entry: _source.entry });
      }
      after = hits.at(-1)?.sort;
      if (hits.length < atOnce) break;
    }
    // All at once, so that no question sees a part of it.
    const entries = new Map(this.#entries);
    for (const number of gone) this.#remove(entries, number);
    const isGone = new Set(gone);
    for (const { number, entry } of added) {
      if (isGone.has(number)) continue;
      entries.set(number, entry);
      this.#numbers.set(entry.document.metadata.key, number);
    }
    if (entries.size !== state.rows.documents) {
      throw damaged(`of ${state.rows.documents} documents there are ${entries.size}`);
    }
    this.#entries = entries;
    this.#rows = state.rows;
    this.#changes = { revision, abandoned, removed: state.removed.map(({ number }) => number) };
    this.#inOrder = undefined;
    this.#named = undefined;
    this.#facts.clear();
    return "changed";
  }

  /** Whether a document is there, as it stands now, whatever changes later. */
  presence(): (number: number) => boolean {
    const entries = this.#entries;
    return (number) => entries.has(number);
  }

  /** A document that is there, or was until lately. */
  at(number: number): IndexedDocument | undefined {
    return (this.#entries.get(number) ?? this.#gone.get(number))?.document;
  }

  numberOf(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  passagesOf(number: number): number {
    return this.#entries.get(number)?.names.length ?? 0;
  }

  idsOf(key: string): number[] {
    const number = this.numberOf(key);
    if (number === undefined) return [];
    return Array.from({ length: this.passagesOf(number) }, (_, position) => passageId(number, position));
  }

  namesOf(key: string): readonly PassageName[] {
    const entry = this.#entries.get(this.numberOf(key) ?? -1);
    return entry === undefined ? [] : namesOf(entry);
  }

  /** In the order of their files. */
  documents(filter?: DocumentFilter): IndexedDocument[] {
    this.#inOrder ??= [...this.#entries.values()]
      .map(({ document }) => document)
      .sort((a, b) => (a.file < b.file ? -1 : 1));
    return this.#inOrder.filter((document) => isVisible(document, filter));
  }

  *numbered(): Generator<{ readonly number: number; readonly document: IndexedDocument; readonly passages: number }> {
    for (const [number, { document, names }] of this.#entries) yield { number, document, passages: names.length };
  }

  /**
   * The same audience without what no document names: people whose roles no document asks for see the same, so that what
   * is known of one of them holds for all.
   */
  narrowed(audience: DocumentFilter["audience"]): DocumentFilter["audience"] {
    if (audience === undefined) return undefined;
    this.#named ??= namedViewers(this.#entries.values());
    const { guilds, roles, channels, hasOwn } = this.#named;
    const { guild } = audience;
    if (guild === undefined || !guilds.has(guild)) return {};
    return {
      guild,
      roles: audience.roles?.filter((role) => roles.has(role)) ?? [],
      channels: audience.channels?.filter((channel) => channels.has(channel)) ?? [],
      hidesOwn: hasOwn && audience.hidesOwn === true,
    };
  }

  factsFor(audience: DocumentFilter["audience"]): AudienceFacts {
    const key = audienceKey(audience);
    const known = this.#facts.get(key);
    if (known !== undefined) return known;
    const counts = new Map<LanguageCode, number>();
    let hasEditions = false;
    for (const { metadata } of this.documents(audience === undefined ? undefined : { audience })) {
      const { code } = languageByCode(metadata.language);
      counts.set(code, (counts.get(code) ?? 0) + 1);
      hasEditions ||= metadata.validity !== undefined;
    }
    const languages = [...counts].sort(([a, of], [b, other]) => other - of || (a < b ? -1 : 1)).map(([code]) => code);
    const facts = { languages, hasEditions };
    this.#facts.set(key, facts);
    return facts;
  }

  /** @param passages how many there are that count */
  dates(passages: number, audience: DocumentFilter["audience"]): PublicationDates {
    const filter = audience === undefined ? undefined : { audience };
    const entries = this.#entries;
    return {
      passages,
      publishedOf: (number) => this.at(number)?.metadata.published,
      *all() {
        for (const { document, names } of entries.values()) {
          if (isVisible(document, filter)) yield { published: document.metadata.published, passages: names.length };
        }
      },
    };
  }

  #remove(entries: Map<number, Entry>, number: number): void {
    const entry = entries.get(number);
    if (entry === undefined) return;
    const { key } = entry.document.metadata;
    entries.delete(number);
    this.#gone.set(number, entry);
    if (this.#numbers.get(key) === number) this.#numbers.delete(key);
  }
}
