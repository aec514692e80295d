import { spawnSync } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { node, npm } from "../package/processes.ts";
import { root, temporaryFolder } from "../support/program.ts";

/** Node itself comes from the registry too, where it has one for this computer. */
const nodePackage = process.platform === "linux" ? `node-linux-${process.arch}` : "none";
const version = "24";

describe.skipIf(nodePackage === "none")(`the store on Node ${version}`, () => {
  const folder = temporaryFolder();
  const executable = path.join(folder.path, "node_modules", nodePackage, "bin", "node");

  beforeAll(() => {
    const { exitCode, output } = npm(["install", `${nodePackage}@${version}`], { cwd: folder.path });
    if (exitCode !== 0) throw new Error(output);
  });
  afterAll(() => folder.remove());

  it("has a sound SQLite of Node's own", () => {
    const { stdout } = node(["--print", "process.versions.sqlite"], { cwd: folder.path }, executable);
    expect(stdout.trim()).toMatch(/^3\.(?:5[2-9]|[6-9]\d|51\.(?:[3-9]|\d\d))/);
  });

  it("keeps the contract with it", () => {
    const suite = ["run", "tests/store/sqlite-store.test.ts", "--reporter=verbose"];
    const args = [path.join(root, "node_modules", "vitest", "vitest.mjs"), ...suite];
    const { status, stdout, stderr } = spawnSync(executable, args, { cwd: root, encoding: "utf8" });
    expect(status, `${stdout}${stderr}`).toBe(0);
    const { stdout: own } = node(["--print", "process.versions.sqlite"], { cwd: folder.path }, executable);
    expect(stdout).toContain(`by SQLite ${own.trim()}`);
  });
});
