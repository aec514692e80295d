/**
 * Spreads shards over processes, neighbours together.
 * @param processes at most as many as there are shards
 * @returns the shards of each process, by their numbers
 */
export function spreadShards(shards: number, processes: number): number[][] {
  return Array.from({ length: processes }, (_, process) => {
    const first = Math.floor((process * shards) / processes);
    const end = Math.floor(((process + 1) * shards) / processes);
    return Array.from({ length: end - first }, (_, shard) => first + shard);
  });
}
