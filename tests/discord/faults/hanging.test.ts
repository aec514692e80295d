import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { root } from "../../support/program.ts";
import { answerPart, question } from "./fault-scene.ts";
import { openProgramScene, type ProgramScene, processTimeoutMs } from "./running-program.ts";

const hangOnSignal = join(root, "tests", "support", "hang-on-signal.mjs");
const hangSeconds = 2;

let scene: ProgramScene;

beforeAll(async () => {
  scene = await openProgramScene();
});
afterEach(() => scene.stop());
afterAll(() => scene.close());

const connect = (way: string) => scene.connect({ HANG_SECONDS: String(hangSeconds), HANG: way }, hangOnSignal);

it.each(["loop", "expression", "promises"])(
  "a program that hangs for good in: %s, ends with exit code 4 and says so",
  async (way) => {
    const { child, ended, output } = await connect(way);
    child.kill("SIGUSR2");
    expect(await ended).toEqual([4, null]);
    expect(output()).toContain(`fundstelle: The program has been at one thing for ${hangSeconds} seconds.`);
  },
  processTimeoutMs,
);

it(
  "a program that hangs where no exit code can be given is ended all the same",
  async () => {
    const { child, ended, output } = await connect("native code");
    child.kill("SIGUSR2");
    expect(await ended).toEqual([null, "SIGKILL"]);
    expect(output()).toContain("The program has been at one thing");
  },
  processTimeoutMs,
);

it(
  "a program that was stopped for longer than it may hang goes on",
  async () => {
    const { child, output } = await connect("loop");
    child.kill("SIGSTOP");
    await pause(hangSeconds * 2 * 1000);
    child.kill("SIGCONT");
    expect(await scene.ask(question)).toContain(answerPart);
    await pause(hangSeconds * 1000);
    expect(await scene.ask(question)).toContain(answerPart);
    expect(output()).not.toContain("The program has been at one thing");
  },
  processTimeoutMs,
);
