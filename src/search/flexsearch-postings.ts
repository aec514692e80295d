import { Index } from "flexsearch";

/** A posting list: `list[tf - 1]` holds the ids of the passages in which the term occurs `tf` times; slots may be missing. */
export type PostingList = readonly (readonly number[] | undefined)[];

/** Term frequencies from here on count as this one. */
export const maxTermFrequency = 16;

/**
 * The full-text index: FlexSearch holds every term and its passages, and answers every look-up.
 * The term frequency stands in FlexSearch's slot (its `score` option), for FlexSearch itself knows none.
 * Lists that come out are FlexSearch's own, not copies: nobody but this class may change them.
 */
export class FlexSearchPostings {
  readonly #index: Index;
  readonly #map: Map<string, (number[] | undefined)[]>;
  readonly #register: Set<number>;
  /** What `encode` and `score` hand to FlexSearch: analysis is ours, so terms go in and out as they are. */
  #terms: string[] = [];
  #frequencies: readonly number[] = [];

  constructor() {
    this.#index = new Index({
      tokenize: "strict",
      encode: () => this.#terms,
      resolution: maxTermFrequency,
      fastupdate: false,
      score: (_content, _term, position) => Math.min(this.#frequencies[position] ?? 1, maxTermFrequency) - 1,
    });
    const { map, register } = internalsOf(this.#index);
    this.#map = map;
    this.#register = register;
  }

  /**
   * @param id of a passage that is not in the index yet
   * @param terms distinct and not empty
   * @param frequencies of the terms, in their order, from 1
   */
  add(id: number, terms: string[], frequencies: readonly number[]): void {
    if (terms.length === 0) return;
    this.#terms = terms;
    this.#frequencies = frequencies;
    this.#index.add(id, " ");
  }

  /**
   * Takes a passage out of the lists of its terms. FlexSearch's own removal walks through the whole index; this one
   * takes time that grows with the lists of the passage's terms only.
   */
  remove(id: number, terms: readonly string[]): void {
    for (const term of terms) {
      const list = this.#map.get(term);
      if (list === undefined) continue;
      for (const slot of list) {
        const position = slot?.indexOf(id) ?? -1;
        if (position >= 0) slot?.splice(position, 1);
      }
      if (list.every((slot) => slot === undefined || slot.length === 0)) this.#map.delete(term);
    }
    this.#register.delete(id);
  }

  /** The term's passages; empty where no passage holds it. */
  list(term: string): PostingList {
    if (term === "") return [];
    this.#terms = [term];
    const { result } = this.#index.search(" ", { resolve: false });
    return hasNumericIds(result) ? result : [];
  }

  /** In how many passages the term occurs. */
  documentFrequency(term: string): number {
    let sum = 0;
    for (const slot of this.list(term)) sum += slot?.length ?? 0;
    return sum;
  }

  get termCount(): number {
    return this.#map.size;
  }

  /** Every term with its list, in the order in which the terms came in. */
  entries(): IterableIterator<[string, PostingList]> {
    return this.#map.entries();
  }

  /** Puts back what `entries` gave, for loading; the list is taken over. Ids are made known with `restoreIds`. */
  restore(term: string, list: (number[] | undefined)[]): void {
    this.#map.set(term, list);
  }

  restoreIds(ids: Iterable<number>): void {
    for (const id of ids) this.#register.add(id);
  }
}

function hasNumericIds(lists: readonly (readonly (number | string)[] | undefined)[]): lists is PostingList {
  const first = lists.find((slot) => slot !== undefined && slot.length > 0)?.[0];
  return first === undefined || typeof first === "number";
}

/** FlexSearch's types leave its map and register out; their shape is checked here, once. */
function internalsOf(index: Index): { map: Map<string, (number[] | undefined)[]>; register: Set<number> } {
  if ("map" in index && index.map instanceof Map && "reg" in index && index.reg instanceof Set) {
    return { map: index.map, register: index.reg };
  }
  throw new Error("This version of FlexSearch keeps its index in another shape. Install the version of the lock file.");
}
