import { spawn } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundleSimulation } from "../../scripts/simulation/bundle.mjs";
import { readArguments } from "../../simulation/arguments.ts";

const timeoutMs = 600_000;
let bundle: Awaited<ReturnType<typeof bundleSimulation>>;
beforeAll(async () => {
  bundle = await bundleSimulation();
});
afterAll(() => bundle.remove());

/**
 * `npm run simulate`, several times in a process of its own, for it puts time, network and disk of a process under a seed.
 * @returns the exit codes and what was printed, of each time
 */
async function simulate(...times: readonly (readonly string[])[]): Promise<{ code: string; lines: string[] }[]> {
  const program = `
    const { main } = await import(${JSON.stringify(bundle.url)});
    for (const args of ${JSON.stringify(times)}) process.stdout.write("exit code " + (await main(args)) + "\\n");`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: path.join(import.meta.dirname, "..", ".."),
    stdio: ["ignore", "pipe", "ignore"],
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    printed += piece;
  });
  await new Promise((resolve) => child.once("close", resolve));
  return [...printed.matchAll(/(.*?)exit code (\d+)\n/gsu)].map(([, text = "", code = ""]) => ({
    code,
    lines: text.split("\n"),
  }));
}

it(
  "keeps every rule on thirty seeds, whatever fails meanwhile, and gives the same history for the same seed",
  async () => {
    const seed = ["--seed", "8", "--minutes", "3"];
    const [all, after] = await simulate(["--seeds", "30", "--minutes", "4"], seed);
    const [alone, other] = await simulate(seed, ["--seed", "9", "--minutes", "3"]);
    expect(all?.lines.join("\n")).toMatch(
      /^30 seeds of 4 minutes, 0 failed: [1-9]\d{2,} asked, [1-9]\d{2,} shown, [1-9]\d+ faults\n$/u,
    );
    expect(all?.code).toBe("0");
    expect(alone?.lines.length).toBeGreaterThan(100);
    expect(after?.lines).toEqual(alone?.lines);
    expect(other?.lines).not.toEqual(alone?.lines);
  },
  timeoutMs,
);

it("knows how it is to be used", () => {
  expect(readArguments(["--seeds", "3", "--from", "5", "--minutes", "2"])).toEqual({
    seeds: [5, 6, 7],
    minutes: 2,
    isReplay: false,
  });
  expect(readArguments(["--seed", "123"])).toEqual({ seeds: [123], minutes: 10, isReplay: true });
  for (const args of [[], ["--seeds", "none"], ["--seeds", "0"], ["--seed", "1", "--seeds", "2"], ["--something"]])
    expect(readArguments(args)).toBeUndefined();
});
