import type { NearPassage } from "../../meaning/meaning-index.ts";

/** The constant of reciprocal rank fusion. It is small, since only the first ranks mean much. */
const rankOffset = 10;

/**
 * What each passage that a model finds near a question gets for its rank among them: 1 for the nearest, and less from
 * rank to rank. Cosines themselves say little: those of one model all lie close together.
 * @param idOf id of a passage; undefined where it may not be seen, or is no longer there
 * @returns by passage id
 */
export function meaningOf(
  nearest: readonly NearPassage[],
  idOf: (near: NearPassage) => number | undefined,
): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  nearest.forEach((near, rank) => {
    const id = idOf(near);
    if (id !== undefined) shares.set(id, (rankOffset + 1) / (rankOffset + 1 + rank));
  });
  return shares;
}
