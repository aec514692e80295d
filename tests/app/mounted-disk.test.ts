import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/app.ts";
import type { IndexEvent } from "../../src/search/index-event.ts";
import { root } from "../support/program.ts";

const question = "Wer ist Sydney Seiler?";
const openingTimeoutMs = 60_000;

function mount(folder: string, options: string): boolean {
  return spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]).status === 0;
}

/** Whether this process may mount; a container's usually may not. */
const mayMount = (() => {
  const folder = mkdtempSync(path.join(tmpdir(), "fundstelle-may-mount-"));
  const isMounted = mount(folder, "size=64k");
  if (isMounted) spawnSync("umount", [folder]);
  rmSync(folder, { recursive: true, force: true });
  return isMounted;
})();

describe.skipIf(!mayMount)("on a disk of its own (skipped where it may not be mounted)", () => {
  let folder: string;
  let seedsFolder: string;
  let indexFolder: string;
  let events: IndexEvent[];

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "fundstelle-mounted-"));
    seedsFolder = path.join(folder, "seeds");
    indexFolder = path.join(folder, "index");
    cpSync(path.join(root, "seeds"), seedsFolder, { recursive: true });
    mkdirSync(indexFolder);
  });
  afterAll(() => {
    spawnSync("umount", [indexFolder]);
    rmSync(folder, { recursive: true, force: true });
  });

  const open = () => {
    events = [];
    return createApp({ seedsFolder, indexFolder }, { onEvent: (event) => events.push(event) });
  };
  const problems = () => events.flatMap((event) => (event.kind === "not-kept" ? [event.error.message] : []));

  it(
    "that is full answers from memory, then keeps its index where there is room, and answers where it is read-only",
    async () => {
      expect(mount(indexFolder, "size=16k")).toBe(true);
      const cramped = await open();
      expect(cramped.index).toBe("in-memory");
      expect(problems().join()).toContain("ENOSPC");
      expect((await cramped.fundstelle.ask(question)).passages.length).toBeGreaterThan(0);
      await cramped.close();

      expect(spawnSync("mount", ["-o", "remount,size=64m", indexFolder]).status).toBe(0);
      const roomy = await open();
      expect([roomy.index, problems()]).toEqual(["built", []]);
      const kept = (await roomy.fundstelle.ask(question)).passages.map(({ citation }) => citation);
      await roomy.close();

      expect(spawnSync("mount", ["-o", "remount,ro", indexFolder]).status).toBe(0);
      const still = await open();
      expect(still.index).toBe("loaded");
      expect((await still.fundstelle.ask(question)).passages.map(({ citation }) => citation)).toEqual(kept);
      await still.close();
    },
    openingTimeoutMs,
  );
});
