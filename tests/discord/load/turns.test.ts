import { expect, it } from "vitest";
import { createTurns } from "../../../src/discord/load/turns.ts";

it("runs tasks for one key one after the other, and others at the same time", async () => {
  const turns = createTurns();
  const happened: string[] = [];
  let end: () => void = () => undefined;
  const first = turns.run("a", async () => {
    happened.push("first");
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    happened.push("first is done");
    return 1;
  });
  const second = turns.run("a", async () => happened.push("second"));
  await turns.run("b", async () => happened.push("other"));
  expect(happened).toEqual(["first", "other"]);
  end();
  expect(await first).toBe(1);
  await second;
  // Nobody is waited for any more.
  await turns.run("a", async () => happened.push("third"));
  expect(happened).toEqual(["first", "other", "first is done", "second", "third"]);
});

it("tells of a failure those alone whose task it was", async () => {
  const turns = createTurns();
  const failing = turns.run("a", () => Promise.reject(new Error("no")));
  const next = turns.run("a", async () => "done");
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("done");
});

it("keeps the order of three, though the first ends while the others wait", async () => {
  const turns = createTurns();
  const happened: number[] = [];
  const tasks = [1, 2, 3].map((number) =>
    turns.run("a", async () => {
      await new Promise((resolve) => setImmediate(resolve));
      happened.push(number);
    }),
  );
  await tasks[0];
  tasks.push(turns.run("a", async () => void happened.push(4)));
  await Promise.all(tasks);
  expect(happened).toEqual([1, 2, 3, 4]);
});
