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

/**
 * Programs that analyse texts in another way have other indices, so that an old and a new version can run side by side.
 * @param analyzerFingerprint hexadecimal
 */
export function baseName(prefix: string, analyzerFingerprint: string): string {
  return `${prefix}-${analyzerFingerprint.slice(0, 8)}`;
}

export function indexName({ base, number }: Generation, kind: IndexKind): string {
  return `${base}-${kind}-${String(number).padStart(6, "0")}`;
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
const storedKeyword = { type: "keyword", doc_values: false };
const count = { type: "integer" };
/** Kept as it is, and not looked into. */
const kept = { type: "object", enabled: false };
/** Who may see it, and since which change of the collection it is there. */
const visibility = { audience: keyword, revision: { type: "long" } };

const fields: Readonly<Record<IndexKind, object>> = {
  passages: {
    ...visibility,
    id: { type: "long" },
    document: { type: "long" },
    key: keyword,
    file: keyword,
    from: keyword,
    until: keyword,
    stems: { type: "rank_features" },
    parts: { type: "rank_features" },
    aroundStems: { type: "rank_features" },
    aroundParts: { type: "rank_features" },
    passage: kept,
  },
  documents: { revision: { type: "long" }, number: { type: "long" }, entry: kept, state: kept },
  words: { ...visibility, word: keyword, sound: storedKeyword, language: storedKeyword, entry: keyword, count },
  terms: { ...visibility, term: keyword, stems: count, parts: count, covered: count },
  figures: { ...visibility, part: { type: "integer" }, figures: kept },
};

/** Settings and mappings of an index. No field is analysed by the cluster. */
export function indexDefinition(kind: IndexKind, shards: number): object {
  return {
    settings: {
      number_of_shards: kind === "passages" ? shards : 1,
      // One copy more wherever there is a second node.
      auto_expand_replicas: "0-1",
      refresh_interval: "-1",
    },
    mappings: {
      dynamic: false,
      // What passages are found by need not be read back.
      ...(kind === "passages" ? { _source: { includes: ["id", "document", "revision", "passage"] } } : {}),
      properties: fields[kind],
    },
  };
}
