import { describe, expect, it } from "vitest";
import { createRecentEvents, type SharedClaims } from "../../../src/discord/load/recent-events.ts";

/** What processes of one bot share, in memory. */
function createShared(): SharedClaims {
  const taken = new Set<string>();
  return {
    async take(key) {
      if (taken.has(key)) return false;
      taken.add(key);
      return true;
    },
    async release(key) {
      taken.delete(key);
    },
  };
}

describe("events that several processes are sent", () => {
  it("belong to the one that takes them first, until it gives them back", async () => {
    const shared = createShared();
    const [one, other] = [createRecentEvents(shared), createRecentEvents(shared)];
    const takes = await Promise.all([one.acquire("message:1"), other.acquire("message:1")]);
    expect(takes.filter((isTaken) => isTaken)).toHaveLength(1);
    const [owner, loser] = takes[0] === true ? [one, other] : [other, one];
    expect(await owner.acquire("message:1")).toBe(false);
    await owner.release("message:1");
    // Whoever has seen it before leaves it to others.
    expect(await loser.acquire("message:1")).toBe(false);
    expect(await owner.acquire("message:1")).toBe(true);
  });

  it("are answered all the same where the others cannot be asked", async () => {
    const failures: unknown[] = [];
    const broken: SharedClaims = {
      take: () => Promise.reject(new Error("no database")),
      release: () => Promise.reject(new Error("no database")),
    };
    const events = createRecentEvents(broken, (error) => failures.push(error));
    expect(await events.acquire("message:1")).toBe(true);
    expect(await events.acquire("message:1")).toBe(false);
    await events.release("message:1");
    expect(failures).toHaveLength(2);
  });
});

describe("what is remembered of events", () => {
  it("is bounded: after five thousand others, an event is new again", async () => {
    const events = createRecentEvents();
    for (let number = 0; number < 5000; number++) await events.acquire(`message:${number}`);
    expect(await events.acquire("message:0")).toBe(false);
    expect(await events.acquire("message:5000")).toBe(true);
    expect(await events.acquire("message:0")).toBe(true);
  });

  it("begins when the program does", () => {
    const before = Date.now();
    const { since } = createRecentEvents();
    expect(since).toBeGreaterThanOrEqual(before);
    expect(since).toBeLessThanOrEqual(Date.now());
  });

  it("can be taken again once it is given back, without other processes as well", async () => {
    const failures: unknown[] = [];
    const events = createRecentEvents(undefined, (error) => failures.push(error));
    expect(await events.acquire("message:1")).toBe(true);
    await events.release("message:1");
    expect(await events.acquire("message:1")).toBe(true);
    expect(failures).toEqual([]);
  });
});
