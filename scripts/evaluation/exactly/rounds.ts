import fc from "fast-check";

/** Documents with made-up values, what is asked of each, and what is asked that none of them has. */
export interface Round {
  /** Markdown, one document each. */
  readonly documents: readonly string[];
  /** In the order of the documents that answer. */
  readonly questions: readonly { readonly text: string; readonly document: number }[];
  /** Questions on a neighbour that stands nowhere. */
  readonly neighbours: readonly string[];
}

/** One kind of thing that a question fixes to the letter. */
export interface ExactKind {
  readonly name: string;
  readonly rounds: fc.Arbitrary<Round>;
}

export const size = 8;
export const things = ["Chor", "Schule", "Feuerwehr", "Verein", "Bücherei", "Theater", "Kita", "Tierheim"];
export const places = ["Hafen", "Markt", "Turm", "Mühle", "Brücke", "Schloss", "Bahnhof", "Rathaus"];
export const tools = ["lamp", "door", "roof", "window", "clock", "bridge", "kettle", "ladder"];

/** A document a value, with the question on each. */
export function round<T>(
  values: readonly T[],
  absent: readonly T[],
  write: (value: T, at: number) => string,
  ask: (value: T) => string,
): Round {
  return {
    documents: values.map(write),
    questions: values.map((value, document) => ({ text: ask(value), document })),
    neighbours: absent.map(ask),
  };
}

export function distinct<T>(
  values: fc.Arbitrary<T>,
  selector: (value: T) => unknown = (value) => value,
): fc.Arbitrary<T[]> {
  return fc.uniqueArray(values, { minLength: size + 1, maxLength: size + 1, selector });
}

/** All but the first, and the first: what documents have, and what none has. */
export function parted<T>(values: readonly T[]): readonly [readonly T[], readonly T[]] {
  return [values.slice(1), values.slice(0, 1)];
}

export const capitals = fc.string({ unit: fc.constantFrom(..."BDFGHJKLNPQRSTUWXYZ"), minLength: 1, maxLength: 3 });
export const syllables = ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo"];
export const invented = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...syllables), { minLength: least, maxLength: most }).map((parts) => parts.join(""));
