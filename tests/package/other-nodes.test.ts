import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { documentSamples } from "../contracts/document-samples.ts";
import { temporaryFolder } from "../support/program.ts";
import { node, npm, root } from "./processes.ts";

/** `NODE_VERSIONS="20.19 22 24 26" npm run test:package` tries more of them. */
const { NODE_VERSIONS = "24" } = process.env;
const versions = NODE_VERSIONS.split(" ");
const main = path.join(root, "dist", "main.js");
/** Node itself comes from the registry too, where it has one for this computer. */
const nodePackage = process.platform === "linux" ? `node-linux-${process.arch}` : "none";

describe.skipIf(nodePackage === "none").each(versions)("the built program on Node %s", (version) => {
  const folder = temporaryFolder();
  const seeds = path.join(folder.path, "documents");
  const executable = path.join(folder.path, "node_modules", nodePackage, "bin", "node");
  const run = (args: readonly string[], input = "") => {
    const options = ["--seeds", seeds, "--index", path.join(folder.path, "index"), "--locale", "en"];
    return node([main, ...args, ...options], { cwd: folder.path, input }, executable);
  };

  beforeAll(() => {
    const { exitCode, output } = npm(["install", `${nodePackage}@${version}`], { cwd: folder.path });
    if (exitCode !== 0) throw new Error(output);
    mkdirSync(seeds);
    for (const { file, bytesWith } of Object.values(documentSamples))
      writeFileSync(path.join(seeds, file), bytesWith([]));
    writeFileSync(path.join(seeds, "lighthouse.txt"), "The lighthouse of Alterhaven was built in 1871.\n");
  });
  afterAll(() => folder.remove());

  it("is that Node", () => {
    expect(node(["--version"], { cwd: folder.path }, executable).stdout).toMatch(new RegExp(`^v${version}\\.`));
  });

  it("reads every format without a word of complaint", () => {
    expect(run(["index"])).toMatchObject({ exitCode: 0 });
    for (const { file } of Object.values(documentSamples)) {
      const { exitCode, stdout, output } = run(["read", file]);
      expect({ file, exitCode, complaints: output.slice(stdout.length).trim() }).toEqual({
        file,
        exitCode: 0,
        complaints: "",
      });
      expect(stdout).toMatch(/ferry/i);
    }
  });

  it("answers, proves what it quotes, and chats", () => {
    const { stdout } = run(["ask", "--json", "When was the lighthouse of Alterhaven built?"]);
    const answer = z
      .object({
        answered: z.literal(true),
        passages: z.array(z.object({ citation: z.string(), text: z.string() })).min(1),
      })
      .parse(JSON.parse(stdout));
    expect(answer.passages[0]?.text).toContain("1871");
    expect(run(["verify"], stdout)).toMatchObject({ exitCode: 0 });
    expect(run(["chat"], "When was the lighthouse built?\n/sources\n").stdout).toContain("1871");
  });
});
