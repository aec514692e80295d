import { Index } from "flexsearch";
import { SplitMap } from "../structures/split-map.ts";

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
  /** FlexSearch's own, put in the place of its map. */
  readonly #map = new SplitMap<(number[] | undefined)[]>();
  /**
   * FlexSearch keeps a list of ids for its own updates. These are not used here, so the list stays empty and costs no
   * memory.
   */
  readonly #register: Set<number>;
  /** What `encode` and `score` hand to FlexSearch: analysis is ours, so terms go in and out as they are. */
  #terms: string[] = [];
  /**
   * Most terms occur in a single passage. All such terms of a passage share one list, which is replaced, never changed.
   */
  readonly #single: SingleList[] = [];
  #frequencies: readonly number[] = [];

  constructor() {
    this.#index = new Index({
      tokenize: "strict",
      encode: () => this.#terms,
      resolution: maxTermFrequency,
      fastupdate: false,
      score: (_content, _term, position) => Math.min(this.#frequencies[position] ?? 1, maxTermFrequency) - 1,
    });
    this.#register = withLists(this.#index, this.#map);
  }

  /**
   * @param id larger than any before, so that every list stays in order
   * @param terms distinct and not empty
   * @param frequencies of the terms, in their order, from 1
   */
  add(id: number, terms: string[], frequencies: readonly number[]): void {
    if (terms.length === 0) return;
    for (const term of terms) {
      const list = this.#map.get(term);
      if (isSingle(list)) this.#map.set(term, [list[0].slice()]);
    }
    this.#terms = terms;
    this.#frequencies = frequencies;
    this.#index.add(id, " ");
    this.#register.clear();
  }

  /**
   * Takes the passages of a range of ids out of the lists of their terms. FlexSearch's own removal walks through the
   * whole index; this one looks at the given terms only, and finds the range in a list by halving it.
   * @param terms each once; those that hold nothing of the range do no harm
   */
  removeRange(start: number, end: number, terms: Iterable<string>): void {
    for (const term of terms) {
      const list = this.#map.get(term);
      if (list === undefined) continue;
      if (isSingle(list)) {
        const [id] = list[0];
        if (id !== undefined && id >= start && id < end) this.#map.delete(term);
        continue;
      }
      for (const slot of list) {
        if (slot === undefined) continue;
        const from = firstAtLeast(slot, start);
        const until = firstAtLeast(slot, end);
        if (until > from) slot.splice(from, until - from);
      }
      if (list.every((slot) => slot === undefined || slot.length === 0)) this.#map.delete(term);
    }
  }

  /**
   * Says that a term stands so often in a passage that is in the lists already.
   * @param before how often until now; like `now`, 0 where it does not
   */
  recount(id: number, term: string, before: number, now: number): void {
    const [from, to] = [Math.min(before, maxTermFrequency), Math.min(now, maxTermFrequency)];
    if (from === to) return;
    const known = this.#map.get(term) ?? [];
    const list = isSingle(known) ? [known[0].slice()] : known;
    if (from > 0) {
      const slot = list[from - 1] ?? [];
      const at = firstAtLeast(slot, id);
      if (slot[at] === id) slot.splice(at, 1);
    }
    if (to > 0) {
      list[to - 1] ??= [];
      const slot = list[to - 1] ?? [];
      slot.splice(firstAtLeast(slot, id), 0, id);
    }
    if (list.every((slot) => slot === undefined || slot.length === 0)) this.#map.delete(term);
    else this.#map.set(term, list);
  }

  /** The term's passages; empty where no passage holds it. */
  list(term: string): PostingList {
    // Most terms that a question looks up do not exist, and asking FlexSearch costs more than this check.
    if (!this.has(term)) return none;
    this.#terms = [term];
    const { result } = this.#index.search(" ", { resolve: false });
    return hasNumericIds(result) ? result : [];
  }

  /** Whether any passage holds the term. */
  has(term: string): boolean {
    return this.#map.has(term);
  }

  get termCount(): number {
    return this.#map.size;
  }

  /** The term's list as FlexSearch keeps it, for writing it down; undefined where no passage holds the term. */
  stored(term: string): PostingList | undefined {
    return this.#map.get(term);
  }

  /** For loading: puts back what `stored` gave; the list is taken over. */
  restore(term: string, list: (number[] | undefined)[]): void {
    this.#map.set(term, isSingle(list) ? this.#interned(list) : list);
  }

  /** A list equal to this one that recent terms use already, if there is one. */
  #interned(list: SingleList): SingleList {
    const id = list[0][0] ?? 0;
    const place = id % sharedLists;
    const known = this.#single[place];
    if (known?.[0][0] === id) return known;
    this.#single[place] = list;
    return list;
  }
}

/** The first position of an ascending list whose entry is not less than `value`. */
function firstAtLeast(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const none: PostingList = [];

/** Terms are read in the order of their first passages, so those of one passage come close together. */
const sharedLists = 1024;

/** The list of a term that occurs once, in one passage. */
type SingleList = [number[]];

function isSingle(list: (number[] | undefined)[] | undefined): list is SingleList {
  return list?.length === 1 && list[0]?.length === 1;
}

function hasNumericIds(lists: readonly (readonly (number | string)[] | undefined)[]): lists is PostingList {
  const first = lists.find((slot) => slot !== undefined && slot.length > 0)?.[0];
  return first === undefined || typeof first === "number";
}

/**
 * Has FlexSearch keep its lists in a map. Its types do not declare its own and its register, so their shape is checked here, once.
 * @returns the register
 */
function withLists(index: Index, lists: SplitMap<(number[] | undefined)[]>): Set<number> {
  if ("map" in index && index.map instanceof Map && "reg" in index && index.reg instanceof Set) {
    index.map = lists;
    return index.reg;
  }
  throw new Error("This version of FlexSearch keeps its index in another shape. Install the version of the lock file.");
}
