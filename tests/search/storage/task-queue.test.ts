import { expect, it } from "vitest";
import { createTaskQueue } from "../../../src/search/storage/task-queue.ts";

it("runs tasks one after the other in their order, whatever becomes of them", async () => {
  const inTurn = createTaskQueue();
  const steps: string[] = [];
  let open: (value: string) => void = () => undefined;
  const opened = new Promise<string>((resolve) => {
    open = resolve;
  });
  const first = inTurn(async () => {
    steps.push("first begins");
    const value = await opened;
    steps.push("first ends");
    return value;
  });
  const second = inTurn(() => {
    steps.push("second");
    return Promise.reject(new Error("no"));
  });
  const third = inTurn(async () => {
    steps.push("third");
    return 3;
  });
  await Promise.resolve();
  expect(steps).toEqual(["first begins"]);
  open("done");
  expect(await first).toBe("done");
  await expect(second).rejects.toThrow("no");
  expect(await third).toBe(3);
  expect(steps).toEqual(["first begins", "first ends", "second", "third"]);
});
