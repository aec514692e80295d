import type { Example } from "./examples.ts";

/** Into so many parts collections and articles are dealt; each is tried by models that are fitted on the others. */
export const folds = 8;

/** Tells whether an example is of a part. */
export function inFold(examples: readonly Example[]): (example: Example, fold: number) => boolean {
  const names = [...new Set(examples.map(({ fold }) => fold))].sort();
  const foldOf = new Map(names.map((name, index) => [name, index % folds]));
  return (example, fold) => foldOf.get(example.fold) === fold;
}
