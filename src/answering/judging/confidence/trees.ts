/** A decision tree: a leaf's log odds, or a feature by its number and where it parts the ways. */
export type Tree = number | Split;

export interface Split {
  readonly feature: number;
  /** Less goes `below`, all else `above`. */
  readonly bound: number;
  readonly below: Tree;
  readonly above: Tree;
}

/** Log odds: the sum over the trees, each gone down by the features' values. */
export function sumOfTrees(trees: readonly Tree[], values: readonly number[]): number {
  return trees.reduce<number>((sum, tree) => sum + leafOf(tree, values), 0);
}

/** What a tree gives for the features' values. */
export function leafOf(tree: Tree, values: readonly number[]): number {
  let at = tree;
  while (typeof at !== "number") at = (values[at.feature] ?? 0) < at.bound ? at.below : at.above;
  return at;
}

/** A tree in one line: `gap<0.12 uniqueness<0.3 -0.2 0.1 0.4`, a split before its two branches. */
export function formatTree(tree: Tree, names: readonly string[]): string {
  if (typeof tree === "number") return String(tree);
  const { feature, bound, below, above } = tree;
  return `${names[feature]}<${bound} ${formatTree(below, names)} ${formatTree(above, names)}`;
}

/** @throws Error where a line has not that form or a feature is unknown */
export function parseTree(line: string, names: readonly string[]): Tree {
  const words = line.split(" ");
  let at = 0;
  const read = (): Tree => {
    const word = words[at++] ?? "";
    const [name = "", bound] = word.split("<");
    const value = Number(bound ?? name);
    if (Number.isNaN(value) || word === "") throw new Error(`no tree: ${line}`);
    if (bound === undefined) return value;
    const feature = names.indexOf(name);
    if (feature < 0) throw new Error(`no feature ${name}: ${line}`);
    return { feature, bound: value, below: read(), above: read() };
  };
  const tree = read();
  if (at !== words.length) throw new Error(`no tree: ${line}`);
  return tree;
}
