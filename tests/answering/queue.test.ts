import fc from "fast-check";
import { expect, it } from "vitest";
import { createQueue } from "../../src/answering/queue.ts";

/** A task starts when the promises before it have run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

/** Tasks that end when they are told to. */
function controlled() {
  const started: string[] = [];
  const ends: (() => void)[] = [];
  return {
    started,
    task: (name: string) => () => {
      started.push(name);
      return new Promise<void>((resolve) => ends.push(resolve));
    },
    async endFirst() {
      ends.shift()?.();
      await settle();
    },
  };
}

it("works on so much at a time, and says busy at once where too much waits", async () => {
  const { started, task, endFirst } = controlled();
  const queue = createQueue({ atWork: 2, waiting: 1 });
  const runs = ["a", "b", "c"].map((name) => queue.run(name, task(name)));
  await settle();
  expect(started).toEqual(["a", "b"]);
  expect(queue.waiting).toBe(1);
  await expect(queue.run("d", task("d"))).rejects.toMatchObject({ code: "busy" });
  await endFirst();
  expect(started).toEqual(["a", "b", "c"]);
  await endFirst();
  await endFirst();
  await Promise.all(runs);
});

it("lets who asks much wait for themselves", async () => {
  const { started, task, endFirst } = controlled();
  const queue = createQueue({ atWork: 1, waiting: 10 });
  const runs = ["flood 1", "flood 2", "flood 3", "flood 4"].map((name) => queue.run("flood", task(name)));
  runs.push(queue.run("anna", task("anna")), queue.run("ben", task("ben")));
  await settle();
  for (let ended = 0; ended < 6; ended++) await endFirst();
  await Promise.all(runs);
  expect(started).toEqual(["flood 1", "flood 2", "anna", "ben", "flood 3", "flood 4"]);
});

it("goes on after a task that fails", async () => {
  const queue = createQueue({ atWork: 1, waiting: 1 });
  const failing = queue.run("a", () => Promise.reject(new TypeError("no")));
  const next = queue.run("b", async () => "done");
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("done");
});

it("never works on more than it may, loses nothing and ends empty", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 5 }),
      fc.array(fc.record({ person: fc.constantFrom("a", "b", "c"), turns: fc.nat(5), fails: fc.boolean() })),
      async (atWork, waiting, asked) => {
        const queue = createQueue({ atWork, waiting });
        let working = 0;
        let most = 0;
        const results = await Promise.allSettled(
          asked.map(({ person, turns, fails }) =>
            queue.run(person, async () => {
              most = Math.max(most, ++working);
              for (let turn = 0; turn < turns; turn++) await Promise.resolve();
              working--;
              if (fails) throw new RangeError("failed");
            }),
          ),
        );
        expect(most).toBeLessThanOrEqual(atWork);
        expect(queue.waiting).toBe(0);
        const refused = results.filter(
          (result) => result.status === "rejected" && !(result.reason instanceof RangeError),
        );
        expect(refused.length).toBe(Math.max(0, asked.length - atWork - waiting));
        expect(await queue.run("a", async () => "free")).toBe("free");
      },
    ),
    { numRuns: 100 },
  );
});
