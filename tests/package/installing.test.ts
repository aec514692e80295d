import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/program.ts";
import { cloneInto, megabytesOf, node, npm } from "./processes.ts";

const mostMegabytes = 95;

/** Ways to install a clone that are promised beside `npm ci`, as the commands one after the other. */
const ways: readonly {
  readonly name: string;
  readonly commands: readonly string[][];
  readonly isProduction?: boolean;
}[] = [
  { name: "npm ci --omit=dev", commands: [["ci", "--omit=dev"]] },
  { name: "NODE_ENV=production npm ci", commands: [["ci"]], isProduction: true },
  {
    name: "npm ci --ignore-scripts && npm run build",
    commands: [
      ["ci", "--ignore-scripts"],
      ["run", "build"],
    ],
  },
];

describe.each(ways)("a clone after $name", ({ commands, isProduction = false }) => {
  const folder = temporaryFolder();
  const environment: Record<string, string> = isProduction ? { NODE_ENV: "production" } : {};
  afterAll(() => folder.remove());

  it("answers, and npm had nothing to warn of", () => {
    cloneInto(folder.path);
    for (const args of commands) {
      const { exitCode, output } = npm(args, { cwd: folder.path, environment });
      expect({ exitCode, warnings: output.match(/^npm (?:warn|error).*$/gim) ?? [] }).toEqual({
        exitCode: 0,
        warnings: [],
      });
    }
    const { exitCode, stdout } = node(["dist/main.js", "ask", "Wer ist Su Mi Terry?"], { cwd: folder.path });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining("CIA-Mitarbeiterin") });
  });

  it.runIf(isProduction || commands[0]?.includes("--omit=dev"))(
    `takes no more than ${mostMegabytes} MB of packages`,
    () => {
      expect(megabytesOf(path.join(folder.path, "node_modules"))).toBeLessThan(mostMegabytes);
    },
  );
});
