import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { root, temporaryFolder } from "./support/program.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());
const rounds = 300;

/** A process that asks for a key in one folder after the other, from a moment on that all of them have in common. */
const source = `
  import { keptKey } from ${JSON.stringify(path.join(root, "src", "kept-key.ts"))};
  const { place, from } = JSON.parse(process.env.KEYS);
  while (Date.now() < from);
  const keys = Array.from({ length: ${rounds} }, (_, round) =>
    keptKey({ setting: undefined, variable: "KEY", folder: place + "/" + round, file: "a.key", purpose: "tests" }));
  process.stdout.write(keys.join(" "));
`;

function keysOfProcess(place: string, from: number): Promise<string> {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", source], {
    cwd: root,
    env: { ...process.env, KEYS: JSON.stringify({ place, from }) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (piece: Buffer) => (output += piece.toString()));
  return new Promise((resolve, reject) =>
    child.on("close", (code) => (code === 0 ? resolve(output) : reject(new Error(`ended with ${code}`)))),
  );
}

it("is one key for all processes that ask for it at once", { timeout: 60_000 }, async () => {
  const place = path.join(folder.path, "keys");
  mkdirSync(place);
  const from = Date.now() + 3_000;
  const [first = "", ...others] = await Promise.all([1, 2, 3, 4].map(() => keysOfProcess(place, from)));
  expect(first.split(" ")).toHaveLength(rounds);
  expect(others).toEqual([first, first, first]);
  expect(readdirSync(path.join(place, "0"))).toEqual(["a.key"]);
  expect(readFileSync(path.join(place, "0", "a.key"), "utf8")).toBe(first.split(" ")[0]);
});
