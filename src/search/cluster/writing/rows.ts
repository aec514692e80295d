import { createHash, type Hash } from "node:crypto";
import type { IndexedDocument } from "../../index/passage-table.ts";
import type { PassageName } from "../../passage-index.ts";
import { soundKey } from "../../query/spelling.ts";
import type { RankingSettings } from "../../settings/weights.ts";
import { audienceOf } from "../audience.ts";
import { countRowId, documentRowId, entryOf, packGrams, passageId } from "../entries.ts";
import { type Generation, writtenName } from "../names.ts";
import type { StoredPassage } from "../stored-passage.ts";
import type { Row } from "./bulk.ts";
import { type CountedDocument, contributionOf } from "./contribution.ts";
import { featuresOf, type ReferenceLengths } from "./features.ts";

/** A document that is ready to be written. */
export interface BuiltDocument {
  readonly document: IndexedDocument;
  readonly passages: readonly StoredPassage[];
  readonly names: readonly PassageName[];
}

/** What a change does for one audience, which is a part of it. */
export interface AudienceChange {
  readonly audience: readonly string[];
  readonly documents: readonly CountedDocument[];
  readonly revision: number;
  readonly part: number;
}

/** How many rows a part of a change has. */
export interface CountedRows {
  readonly words: number;
  readonly terms: number;
}

/** Passages of documents, and what these are known by. */
export function* documentRows(
  generation: Generation,
  built: readonly BuiltDocument[],
  first: number,
  revision: number,
  reference: ReferenceLengths,
  settings: RankingSettings,
): Generator<Row> {
  const passagesIndex = writtenName(generation, "passages");
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
    const hash = createHash("sha256");
    for (const [position, passage] of passages.entries()) {
      const id = passageId(number, position);
      const body = { id, ...facts, ...featuresOf(passage, reference, settings), passage };
      yield { index: passagesIndex, id: String(id), json: hashed(hash, body) };
    }
    const entry = entryOf(document, names);
    const known = { number, revision, entry };
    hashed(hash, known);
    yield {
      index: writtenName(generation, "documents"),
      id: documentRowId(number),
      json: JSON.stringify({ ...known, sha256: hash.digest("hex") }),
    };
  }
}

/** That documents are gone. */
export function* goneRows(generation: Generation, numbers: Iterable<number>, revision: number): Generator<Row> {
  const index = writtenName(generation, "documents");
  for (const number of numbers) {
    yield { index, id: `gone-${revision}-${number}`, json: JSON.stringify({ number, revision }) };
  }
}

/** In how many passages terms and words stand, and sums of the whole; the last row says how many there were before. */
export function* countRows(
  generation: Generation,
  { audience, documents, revision, part }: AudienceChange,
): Generator<Row, CountedRows> {
  const { terms, words, sums, grams } = contributionOf(documents);
  const hash = createHash("sha256");
  const rows = { words: 0, terms: 0 };
  for (const [term, counts] of terms) {
    if (counts.stems === 0 && counts.parts === 0 && counts.covered === 0) continue;
    const id = countRowId(revision, part, "terms", rows.terms++);
    yield { index: writtenName(generation, "terms"), id, json: hashed(hash, { audience, revision, term, ...counts }) };
  }
  for (const { word, term, language, count } of words.values()) {
    if (count === 0) continue;
    const id = countRowId(revision, part, "words", rows.words++);
    const body = { audience, revision, word, sound: soundKey(word), language, entry: `${word}\t${term}`, count };
    yield { index: writtenName(generation, "words"), id, json: hashed(hash, body) };
  }
  const known = { audience, revision, part, figures: { ...sums, gramCounts: packGrams(grams) } };
  hashed(hash, known);
  const json = JSON.stringify({ ...known, rows: { ...rows, sha256: hash.digest("hex") } });
  yield { index: writtenName(generation, "figures"), id: `${revision}-${part}`, json };
  return rows;
}

/** Rows are checked against the hash of all of them, as the cluster gives them back: to the byte. */
function hashed(hash: Hash, body: object): string {
  const json = JSON.stringify(body);
  hash.update(json).update("\n");
  return json;
}
