import type { Language } from "../../src/analysis/language.ts";

/** A passage with what stands above it, as fields. */
export interface FieldedPassage {
  readonly title: string;
  /** The nearest heading first. */
  readonly headings: readonly string[];
  readonly text: string;
}

/** Finds passages by their numbers, best first. */
export interface FieldedSearcher {
  /** @param most how many passages at most */
  search(question: string, most: number): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** An engine that is given titles and headings as well. */
export interface FieldedPeer {
  readonly key: string;
  readonly name: string;
  readonly setup: string;
  /** @returns undefined where it is not installed */
  version(): string | undefined;
  /** @param language that most documents are in */
  build(passages: readonly FieldedPassage[], language: Language): Promise<FieldedSearcher>;
}
