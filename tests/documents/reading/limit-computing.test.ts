import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { limitComputing } from "../../../src/documents/reading/limit-computing.ts";

it("ends what computes for longer than it may, and what waits for several times as long", async () => {
  const computing = new Promise<string>((resolve) => limitComputing(30, () => resolve("expired")));
  let isBusy = true;
  void computing.then(() => {
    isBusy = false;
  });
  for (let turns = 0; isBusy && turns < 10_000; turns++) {
    for (let i = 0; i < 1_000_000; i++) Math.sqrt(i);
    await wait(0);
  }
  expect(await computing).toBe("expired");
  expect(await new Promise<string>((resolve) => limitComputing(20, () => resolve("expired")))).toBe("expired");
});

it("ends nothing that was done before", async () => {
  let isExpired = false;
  const end = limitComputing(10, () => {
    isExpired = true;
  });
  end();
  await wait(80);
  expect(isExpired).toBe(false);
});
