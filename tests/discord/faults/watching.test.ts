import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { honey } from "../collection.ts";
import { answerPart, question } from "./fault-scene.ts";
import { openProgramScene, type ProgramScene, processTimeoutMs } from "./running-program.ts";

let scene: ProgramScene;

beforeAll(async () => {
  scene = await openProgramScene();
});
afterEach(() => scene.stop());
afterAll(() => scene.close());

it(
  "a bot that watches its documents answers from one that is added, changed and removed, and says so in its log",
  async () => {
    const { written, output } = await scene.connect({ WATCH: "true" });
    const file = join(scene.folder, "honig.txt");
    const asked = "What does a jar of honey cost?";
    expect(await scene.ask(asked)).not.toContain("six pounds");
    writeFileSync(file, honey);
    await written('"added":["honig.txt"]');
    expect(await scene.ask(asked)).toContain("six pounds");
    appendFileSync(file, "\n\nThe wax of Bramley is sold to a candle maker in Leeds.\n");
    await written('"changed":["honig.txt"]');
    expect(await scene.ask("To whom is the wax of Bramley sold?")).toContain("a candle maker in Leeds");
    rmSync(file);
    await written('"removed":["honig.txt"]');
    expect(await scene.ask(asked)).not.toContain("six pounds");
    expect(await scene.ask(question)).toContain(answerPart);
    expect(output()).not.toContain('"level":"error"');
  },
  processTimeoutMs,
);
