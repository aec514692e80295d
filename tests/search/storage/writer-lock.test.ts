import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFileWriter } from "../../../src/search/storage/file-writing.ts";
import { lockFile, lockIndex, type WriterLock } from "../../../src/search/storage/writer-lock.ts";
import { temporaryFolder } from "./invented.ts";

const files = createFileWriter();
let folder = "";
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

async function locked(waitMs = 0): Promise<WriterLock> {
  const locking = await lockIndex(folder, files, { waitMs });
  if (locking.kind !== "locked") throw locking.reason;
  return locking.lock;
}

function leaveLock(content: object | string): Promise<void> {
  return writeFile(join(folder, lockFile), typeof content === "string" ? content : JSON.stringify(content));
}

async function gonePid(): Promise<number> {
  const child = spawn(process.execPath, ["-e", "0"]);
  await once(child, "exit");
  return child.pid ?? 0;
}

describe("the writer lock", () => {
  it("is had by one at a time, and again after it was given back", async () => {
    const first = await locked();
    await expect(locked(120)).rejects.toMatchObject({ code: "index-locked" });
    await first.release();
    expect(await first.isHeld()).toBe(false);
    await (await locked()).release();
  });

  it("is waited for", async () => {
    const first = await locked();
    const second = locked(5_000);
    await first.release();
    expect(await (await second).isHeld()).toBe(true);
  });

  it("is taken over from a process that is gone", async () => {
    await leaveLock({ pid: await gonePid(), token: "a", host: hostname(), started: "1" });
    expect(await (await locked()).isHeld()).toBe(true);
  });

  it("is had by one even if many find a dead one at once", async () => {
    await leaveLock({ pid: await gonePid(), token: "a", host: hostname(), started: "1" });
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => locked(200)));
    expect(tries.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(1);
  });

  it.runIf(process.platform === "linux")("is taken over when the number of its process is another's now", async () => {
    await leaveLock({ pid: process.pid, token: "a", host: hostname(), started: "1" });
    expect(await (await locked()).isHeld()).toBe(true);
  });

  it("of another computer, or without content, is respected until it is old", async () => {
    for (const content of [{ pid: 1, token: "a", host: "elsewhere", started: "1" }, "", "garbage"]) {
      await leaveLock(content);
      await expect(locked(60)).rejects.toMatchObject({ code: "index-locked" });
      const old = new Date(Date.now() - 3_600_000);
      await utimes(join(folder, lockFile), old, old);
      await (await locked()).release();
    }
  });

  it("does not remove a lock that became another's", async () => {
    const lock = await locked();
    await leaveLock({ pid: process.pid, token: "other", host: hostname(), started: "" });
    expect(await lock.isHeld()).toBe(false);
    await lock.release();
    expect(await readFile(join(folder, lockFile), "utf8")).toContain("other");
  });
});
