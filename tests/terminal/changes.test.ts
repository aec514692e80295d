import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { renderChanges } from "../../src/terminal/render/changes.ts";
import { progressOf } from "../../src/terminal/reporting/progress.ts";
import { programCommand, root, temporaryFolder } from "../support/program.ts";

describe("what changed", () => {
  it("is one line, signs first", () => {
    expect(renderChanges({ added: ["a.txt"], changed: ["b.txt"], removed: ["c.md"] })).toBe("+ a.txt, ~ b.txt, − c.md");
  });

  it("names the first of many, and does no harm to a terminal", () => {
    const added = Array.from({ length: 30 }, (_, number) => `d${number}\u001b[2J.txt`);
    const line = renderChanges({ added, changed: [], removed: [] });
    expect(line).not.toContain("\u001b");
    expect(line).toMatch(/^\+ d0.*, … \(30\)$/);
  });
});

describe("progress", () => {
  it("tells the rate and the time left, once there is something to tell", () => {
    expect(progressOf(0, 100, 0)).toEqual({ perSecond: 0, secondsLeft: undefined });
    expect(progressOf(10, 100, 100)).toEqual({ perSecond: 100, secondsLeft: undefined });
    expect(progressOf(200, 1_000, 2_000)).toEqual({ perSecond: 100, secondsLeft: 8 });
  });
});

describe("chat --watch", () => {
  it("says what changes, and answers from it", async () => {
    const folder = temporaryFolder();
    const seeds = path.join(folder.path, "seeds");
    mkdirSync(seeds);
    writeFileSync(path.join(seeds, "tower.txt"), "Der Turm am Markt ist 62 Meter hoch.\n");
    const folders = ["--seeds", seeds, "--index", path.join(folder.path, "index")];
    const [command, ...args] = programCommand(["chat", "--watch", "--locale", "de", ...folders]);
    const child = spawn(command, args, { cwd: root });
    let output = "";
    const heard = (text: string) =>
      new Promise<void>((resolve) => {
        const listen = (): void => {
          if (output.includes(text)) resolve();
        };
        child.stdout.on("data", listen);
        child.stderr.on("data", listen);
      });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (piece: string) => {
        output += piece;
      });
    }
    child.stdin.write("Wie hoch ist der Turm?\n");
    await heard("62 Meter");
    writeFileSync(path.join(seeds, "well.txt"), "Der Brunnen am Rathaus stammt von 1702.\n");
    rmSync(path.join(seeds, "tower.txt"));
    await heard("Dokumente geändert: + well.txt, − tower.txt\n");
    child.stdin.end("Woher stammt der Brunnen?\n");
    const [exitCode] = await once(child, "close");
    expect(exitCode).toBe(0);
    expect(output).toContain("stammt von 1702");
    folder.remove();
  }, 60_000);
});
