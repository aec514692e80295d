import { expect, it } from "vitest";
import { createInFlight } from "../../../src/discord/load/in-flight.ts";

/** A task that goes on until it is ended. */
function task() {
  let end: () => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const promise = new Promise<string>((resolve, reject) => {
    end = () => resolve("done");
    fail = reject;
  });
  return { run: () => promise, end, fail };
}

const longMs = 60_000;

it("hands on what a task comes to", async () => {
  const inFlight = createInFlight();
  await expect(inFlight.run(async () => 7)).resolves.toBe(7);
  await expect(inFlight.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
});

it("is full with a thousand tasks, until one of them ends, well or not", async () => {
  const inFlight = createInFlight();
  const tasks = Array.from({ length: 1001 }, task);
  const run = (from: number, to: number) => tasks.slice(from, to).map((each) => inFlight.run(each.run));
  const running = run(0, 999);
  expect(inFlight.isFull).toBe(false);
  running.push(...run(999, 1000));
  expect(inFlight.isFull).toBe(true);
  tasks[0]?.end();
  await running[0];
  expect(inFlight.isFull).toBe(false);
  running.push(...run(1000, 1001));
  expect(inFlight.isFull).toBe(true);
  tasks[1]?.fail(new Error("no"));
  await expect(running[1]).rejects.toThrow("no");
  expect(inFlight.isFull).toBe(false);
});

it("closes when everything is done, and what came meanwhile", async () => {
  const inFlight = createInFlight();
  const [before, meanwhile] = [task(), task()];
  void inFlight.run(before.run);
  expect(inFlight.isClosing).toBe(false);
  let isClosed = false;
  const closed = inFlight.close(longMs).then(() => {
    isClosed = true;
  });
  expect(inFlight.isClosing).toBe(true);
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  await settled();
  expect(isClosed).toBe(false);
  void inFlight.run(meanwhile.run);
  before.end();
  await settled();
  expect(isClosed).toBe(false);
  meanwhile.end();
  await closed;
});

it("closes although tasks fail, and leaves no timer behind", async () => {
  const inFlight = createInFlight();
  const failing = task();
  const running = inFlight.run(failing.run);
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  const before = timers();
  const closed = inFlight.close(longMs);
  expect(timers()).toBe(before + 1);
  failing.fail(new Error("no"));
  await expect(running).rejects.toThrow("no");
  await closed;
  expect(timers()).toBe(before);
});

it("waits no longer than it may for what does not end", async () => {
  const inFlight = createInFlight();
  void inFlight.run(task().run);
  await inFlight.close(1);
  expect(inFlight.isClosing).toBe(true);
});
