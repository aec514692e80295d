import { describe, expect, it } from "vitest";
import { spreadShards } from "../../src/discord/processes/spread-shards.ts";

describe("sharing shards out", () => {
  it.each([
    [4, 4, [[0], [1], [2], [3]]],
    [
      10,
      4,
      [
        [0, 1],
        [2, 3, 4],
        [5, 6],
        [7, 8, 9],
      ],
    ],
    [3, 1, [[0, 1, 2]]],
  ])("gives %d shards to %d processes", (shards, processes, expected) => {
    expect(spreadShards(shards, processes)).toEqual(expected);
  });

  it("gives every shard to one process, and every process one", () => {
    for (let processes = 1; processes < 20; processes++) {
      for (let shards = processes; shards < 60; shards++) {
        const shared = spreadShards(shards, processes);
        expect(shared.flat()).toEqual(Array.from({ length: shards }, (_, shard) => shard));
        expect(Math.min(...shared.map((own) => own.length))).toBeGreaterThan(0);
      }
    }
  });
});
