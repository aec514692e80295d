import type { LanguageCode, Passage, TextRange } from "../documents/document.ts";
import type { NearPassage } from "../meaning/meaning-index.ts";
import type { IndexedDocument } from "./index/passage-table.ts";
import type { PassageTraits } from "./index/traits.ts";
import type { Query } from "./query/concept.ts";
import type { Evidence } from "./ranking/evidence/evidence.ts";

export interface IndexStatistics {
  readonly passages: number;
  readonly documents: number;
  /** Distinct words. */
  readonly words: number;
  /** Distinct terms. */
  readonly terms: number;
  /** Words of a passage, stop words left out. */
  readonly averageLength: number;
}

/** Who asks, and where. */
export interface Audience {
  /** Id of the server; absent: outside of all. */
  readonly guild?: string;
  /** Ids of the roles that whoever sees what comes out has; absent: none. */
  readonly roles?: readonly string[];
  /** Ids of the channel in which it is asked, and of what it belongs to; absent: none. */
  readonly channels?: readonly string[];
  /** Whether the server's own collection is left out. */
  readonly hidesOwn?: boolean;
}

/** Which documents a search may look at. Excluded documents have no influence on it at all. */
export interface DocumentFilter {
  /**
   * Who asks, where not everybody may see everything: documents that name servers are seen from those only, and open
   * documents from everywhere, direct messages (no guild) included. Absent: the host, who sees all.
   */
  readonly audience?: Audience;
  /** Only documents of the server's own collection. */
  readonly ofServer?: true;
  /** Keys of documents. */
  readonly keys?: readonly string[];
  /** ISO days, inclusive: documents published in that time; undated ones are left out. */
  readonly from?: string;
  readonly until?: string;
}

/** A passage that holds terms of the question, with what the later steps need to judge it. */
export interface Candidate {
  readonly id: number;
  /** Number of the passage's document. */
  readonly document: number;
  /** Where it stands in its document. */
  readonly range: TextRange;
  readonly evidence: Evidence;
  readonly traits: PassageTraits;
  /**
   * From 0 to 1: how near it is to what the question means, relative to the other near passages; 0 where no model finds
   * it near.
   */
  readonly meaning: number;
  /** Numbers of its words in the vocabulary, in their order; valid until the index changes. */
  readonly words: Uint32Array;
}

/** The texts around a passage, at the places that `Passage.context` names. */
export interface TextsAround {
  readonly leadIns: readonly string[];
  readonly tableHead?: string;
  readonly question?: string;
}

/** What a passage is cited by, and the headings above it. */
export type PassageName = Pick<Passage, "documentKey" | "paragraph" | "lastParagraph" | "part" | "headingPath">;

/** One of a document's passages, with its place among them from 0. */
export interface PlacedPassage {
  readonly name: PassageName;
  readonly position: number;
}

/** A passage with its words, as its citation needs it. */
export interface FetchedPassage {
  readonly id: number;
  readonly document: IndexedDocument;
  readonly passage: Passage;
  readonly text: string;
  readonly around: TextsAround;
}

/**
 * Where passages are found. Whatever stands behind it, the same question gives the same candidates in the same order;
 * equal scores are ordered by the names of the files and from the beginning of each.
 */
export interface PassageIndex {
  /**
   * Translates a question into terms of the index: what each of its words may stand for.
   * @param language of the question
   * @param filter only who asks counts of it: what the collection knows is what that person may see of it
   * @returns at once where the words are at hand
   */
  prepare(question: string, language: LanguageCode, filter?: DocumentFilter): Query | Promise<Query>;
  /**
   * The passages that hold terms of the question, best first by their terms.
   * @param limit at most so many, but for small collections, whose passages all come
   * @param nearest passages that a model finds near the question, nearest first: they come as well
   */
  retrieve(
    query: Query,
    options: { readonly limit: number; readonly filter?: DocumentFilter; readonly nearest?: readonly NearPassage[] },
  ): Promise<Retrieved>;
  /**
   * @throws AppError `document-changed` where a document is no longer what was indexed; `IndexMovedOnError` where it is no
   *   longer in the index
   */
  fetch(ids: readonly number[]): Promise<readonly FetchedPassage[]>;
  /** Of all documents, whoever may see them: for the host alone. */
  statistics(): IndexStatistics;
  /** The language that most of the documents are in that somebody may see: a question is taken for it whose words tell none. */
  mainLanguage(filter?: DocumentFilter): LanguageCode;
  /** A document by the number that a candidate has of it. @throws IndexMovedOnError */
  document(number: number): IndexedDocument;
  /** The documents that a filter lets through, in the order of their files. */
  documents(filter?: DocumentFilter): readonly IndexedDocument[];
  /** Those among them that say from when until when they are in force, or what they replace. */
  editions(filter?: DocumentFilter): readonly IndexedDocument[];
  /** Passage ids of a document, in the order of the text; none where there is no such document. */
  passagesOf(documentKey: string): readonly number[];
  /** Whether a word of a candidate, by its number, is a figure: a year, a price, a number of anything. */
  isFigure(word: number): boolean;
  /** Which of a document's passages hold any of its paragraphs from one to another, in its order. */
  passagesBetween(documentKey: string, first: number, last: number): readonly PlacedPassage[];
  /** Where a document's passages stand, without their text, in its order. */
  passageNames(documentKey: string): readonly PassageName[];
}

export interface Retrieved {
  readonly candidates: readonly Candidate[];
  /** How much each concept of the query tells passages apart, in the order of the concepts. */
  readonly informativeness: readonly number[];
  /** In how many passages each concept is met at all. */
  readonly passageCounts: readonly number[];
  /** How many passages hold a term of the question, candidates or not. */
  readonly total: number;
}
