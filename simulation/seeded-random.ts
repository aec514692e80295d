import { seededRandom } from "../src/evaluation/perturb.ts";

/** Chance from a seed. What has a name of its own draws for itself, so that more of one thing changes nothing of another. */
export interface Random {
  /** From 0 to just below 1. */
  next(): number;
  /** From `least` to just below `most`. */
  between(least: number, most: number): number;
  chance(share: number): boolean;
  /** @throws RangeError of an empty list */
  pick<T>(list: readonly T[]): T;
  /** Another chance of the same seed. */
  named(name: string): Random;
}

export function createRandom(seed: number): Random {
  const next = seededRandom(seed);
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    chance: (share) => next() < share,
    pick(list) {
      const picked = list[Math.floor(next() * list.length)];
      if (picked === undefined) throw new RangeError("There is nothing to pick from");
      return picked;
    },
    named: (name) => createRandom(hashOf(`${seed} ${name}`)),
  };
}

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}
