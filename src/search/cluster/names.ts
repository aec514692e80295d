/**
 * What a cluster keeps, an index each: passages with their terms and compact words; documents; in how many passages words
 * and terms stand; and figures of the whole.
 */
export const indexKinds = ["passages", "documents", "words", "terms", "figures"] as const;
export type IndexKind = (typeof indexKinds)[number];

/** The indices of one build of a collection. */
export interface Generation {
  /** The beginning of their names, for this analysis of texts. */
  readonly base: string;
  readonly number: number;
}

/** Raised whenever rows come to mean something else: an index of another form is none of this program's. */
const rowFormat = 2;

/**
 * Programs that analyse texts in another way, or write other rows, have other indices, so that an old and a new version
 * can run side by side.
 * @param analyzerFingerprint hexadecimal
 */
export function baseName(prefix: string, analyzerFingerprint: string): string {
  return `${prefix}-v${rowFormat}-${analyzerFingerprint.slice(0, 8)}`;
}

/** The same of whichever version, with wildcards as the cluster knows them. */
export function anyBaseName(prefix: string): string {
  return `${prefix}-*`;
}

/** What the names of a collection's indices begin with, from the name of one that answers; undefined of any other name. */
export function baseOfAlias(prefix: string, alias: string): string | undefined {
  const end = "-documents";
  if (!alias.startsWith(`${prefix}-`) || !alias.endsWith(end)) return undefined;
  const base = alias.slice(0, -end.length);
  return /^(?:v\d+-)?[0-9a-f]{8}$/u.test(base.slice(prefix.length + 1)) ? base : undefined;
}

export function indexName({ base, number }: Generation, kind: IndexKind): string {
  return `${base}-${kind}-${String(number).padStart(6, "0")}`;
}

/**
 * The name under which an index is written to. It goes with the index, so that what a process still writes to one that
 * was removed meanwhile is refused and makes no new one.
 */
export function writtenName(generation: Generation, kind: IndexKind): string {
  return `${indexName(generation, kind)}-written`;
}

/** The name under which the build that answers is found. */
export function aliasName(base: string, kind: IndexKind): string {
  return `${base}-${kind}`;
}

/** The number in the name of an index. */
export function generationNumber(name: string): number {
  return Number(/-(\d+)$/u.exec(name)?.[1] ?? 0);
}

const keyword = { type: "keyword" };
/** What is looked for, and what is only counted. */
const sought = { type: "keyword", doc_values: false };
const counted = { type: "keyword", index: false };
const count = { type: "integer", index: false };
/** Kept as it is, and not looked into. */
const kept = { type: "object", enabled: false };
/** Who may see it, and since which change of the collection it is there. */
const visibility = { audience: sought, revision: { type: "long" } };

const fields: Readonly<Record<IndexKind, object>> = {
  passages: {
    ...visibility,
    id: { type: "long" },
    document: { type: "long" },
    key: sought,
    file: keyword,
    from: sought,
    until: sought,
    stems: { type: "rank_features" },
    parts: { type: "rank_features" },
    aroundStems: { type: "rank_features" },
    aroundParts: { type: "rank_features" },
    passage: kept,
  },
  documents: { revision: { type: "long" }, number: { type: "long" }, entry: kept, state: kept },
  words: { ...visibility, word: sought, sound: sought, language: sought, entry: counted, count },
  terms: { ...visibility, term: keyword, stems: count, parts: count, covered: count },
  figures: { ...visibility, part: { type: "integer" }, figures: kept },
};

/**
 * Settings, mappings and names of an index. No field is analysed by the cluster.
 *
 * While it is built it may lose what it was sent last, for nobody reads it before it is whole.
 */
export function indexDefinition(generation: Generation, kind: IndexKind, shards: number): object {
  return {
    aliases: { [writtenName(generation, kind)]: {} },
    settings: {
      "translog.durability": "async",
      number_of_shards: kind === "passages" ? shards : 1,
      // One copy more wherever there is a second node.
      auto_expand_replicas: "0-1",
      refresh_interval: "-1",
    },
    mappings: { dynamic: false, properties: fields[kind] },
  };
}

/** Settings of an index that is whole: whatever is acknowledged from now on is on the disk. */
export const wholeSettings = { "index.translog.durability": "request" };
