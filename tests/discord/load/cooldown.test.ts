import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseSettings } from "../../../src/config.ts";
import { createCooldowns } from "../../../src/discord/load/cooldown.ts";

const granted = { isGranted: true };

describe("cooldowns over time", () => {
  const { cooldown } = parseSettings({ COOLDOWN_PERSON_QUESTIONS: "1", COOLDOWN_PERSON_SECONDS: "60" });
  const day = 24 * 3600_000;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("last no longer than they may where the clock is set back", async () => {
    const cooldowns = createCooldowns(cooldown);
    const ask = () => cooldowns.take("question", "anna", "here");
    expect(await ask()).toEqual({ isGranted: true });
    vi.setSystemTime(Date.now() - day);
    const turn = await ask();
    expect(turn).toMatchObject({ isGranted: false });
    expect(turn.isGranted ? 0 : turn.waitSeconds).toBeLessThanOrEqual(60);
    vi.advanceTimersByTime(61_000);
    expect(await ask()).toEqual({ isGranted: true });
    expect(await ask()).toMatchObject({ isGranted: false });
    vi.advanceTimersByTime(61_000);
    expect(await ask()).toEqual({ isGranted: true });
  });

  it("say how many seconds are left", async () => {
    const cooldowns = createCooldowns(cooldown);
    const ask = () => cooldowns.take("question", "anna", "here");
    await ask();
    vi.advanceTimersByTime(40_500);
    expect(await ask()).toMatchObject({ isGranted: false, waitSeconds: 20 });
  });

  it("are over where the clock is set forward, and count on from there", async () => {
    const cooldowns = createCooldowns(cooldown);
    const ask = () => cooldowns.take("question", "anna", "here");
    expect(await ask()).toEqual({ isGranted: true });
    vi.setSystemTime(Date.now() + day);
    expect(await ask()).toEqual({ isGranted: true });
    expect(await ask()).toMatchObject({ isGranted: false, waitSeconds: 60 });
  });
});

describe("cooldowns", () => {
  const minute = (questions: number) => ({ questions, seconds: 60 });

  it("let a person ask so often and no more, and say for the first time of a wait that it is the first", async () => {
    const cooldowns = createCooldowns({ person: minute(2), channel: minute(100) });
    const ask = (who: string) => cooldowns.take("question", who, "here");
    expect(await ask("anna")).toEqual(granted);
    expect(await ask("anna")).toEqual(granted);
    expect(await ask("anna")).toEqual({ isGranted: false, waitSeconds: 60, isFirst: true });
    expect(await ask("anna")).toEqual({ isGranted: false, waitSeconds: 60, isFirst: false });
    expect(await ask("ben")).toEqual(granted);
  });

  it("count four clicks as one question", async () => {
    const cooldowns = createCooldowns({ person: minute(1), channel: minute(100) });
    for (let click = 0; click < 4; click++) expect(await cooldowns.take("click", "anna", "here")).toEqual(granted);
    expect(await cooldowns.take("click", "anna", "here")).toMatchObject({ isGranted: false, isFirst: true });
    expect(await cooldowns.take("click", "ben", "here")).toEqual(granted);
    expect(await cooldowns.take("question", "ben", "here")).toMatchObject({ isGranted: false });
  });

  it("let so many be asked in a channel, and who has to wait uses up nothing of it", async () => {
    const cooldowns = createCooldowns({ person: minute(1), channel: minute(2) });
    const ask = (who: string, where: string) => cooldowns.take("question", who, where);
    expect(await ask("anna", "here")).toEqual(granted);
    expect(await ask("anna", "here")).toMatchObject({ isGranted: false });
    expect(await ask("ben", "here")).toEqual(granted);
    expect(await ask("cleo", "here")).toMatchObject({ isGranted: false, isFirst: true });
    expect(await ask("dora", "there")).toEqual(granted);
  });

  it("are counted by each process where the others cannot be asked, who are told no name", async () => {
    const asked: { readonly text: string; readonly values: readonly unknown[] }[] = [];
    const shared = {
      claims: { take: async () => true, release: async () => undefined },
      query: async (query: (typeof asked)[number]) => {
        asked.push(query);
        throw new Error("no database");
      },
    };
    const store = { shared, personHash: (id: string) => `hash-of-${id.length}` };
    const cooldowns = createCooldowns({ person: minute(1), channel: minute(100) }, store);
    expect(await cooldowns.take("question", "anna", "channel")).toEqual(granted);
    expect(await cooldowns.take("question", "anna", "channel")).toMatchObject({ isGranted: false, waitSeconds: 60 });
    const told = JSON.stringify(asked);
    expect(told).toContain("cooldowns");
    expect(asked.map(({ values }) => values[0])).toEqual(["person:hash-of-4", "channel:hash-of-7", "person:hash-of-4"]);
    expect(told).not.toContain("anna");
  });
});
