import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type RunOptions, root, runFundstelle, temporaryFolder } from "../support/program.ts";

const index = temporaryFolder();
const seeds = path.join(root, "seeds");
const run = (args: readonly string[], options: RunOptions = {}) =>
  runFundstelle([...args, "--seeds", seeds, "--index", index.path], options);

beforeAll(async () => {
  expect(await run(["index"])).toMatchObject({ exitCode: 0, stderr: "" });
}, 60_000);
afterAll(() => index.remove());

describe("verify", () => {
  it("proves what ask wrote, as text and as JSON", async () => {
    for (const args of [
      ["ask", "Wer ist Su Mi Terry?"],
      ["ask", "--json", "Wer ist Su Mi Terry?"],
    ]) {
      const { stdout: input } = await run(args);
      const { stdout, stderr, exitCode } = await run(["verify", "-"], { input });
      expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
      expect(stdout).toMatch(/^✓ zweckgemeinschaft-2023:7 .*000_05048fcfc54bc441\.txt.*SHA-256/m);
      expect(stdout).not.toContain("✗");
    }
  });

  it("fails where one citation fails, and names each on a line", async () => {
    const { stdout, exitCode } = await run([
      "verify",
      "zweckgemeinschaft-2023:7",
      "zweckgemeinschaft-2023:7@0000000000aa",
      "nix:1",
    ]);
    expect(exitCode).toBe(1);
    expect(stdout.split("\n").map((line) => line.slice(0, 1))).toEqual(["✓", "✗", "✗", "1", ""]);
  });

  it("writes JSON, one object a line", async () => {
    const { stdout, exitCode } = await run(["verify", "--json"], {
      input: "zweckgemeinschaft-2023:7\nkims-besuch-2023:7\n",
    });
    expect(exitCode).toBe(0);
    const proofs = stdout
      .trimEnd()
      .split("\n")
      .map((line) => z.looseObject({ holds: z.boolean(), fileSha256: z.string() }).parse(JSON.parse(line)));
    expect(proofs.map(({ holds }) => holds)).toEqual([true, true]);
  });

  it("refuses what has no citation", async () => {
    const { stderr, exitCode } = await run(["verify", "kein Beleg"]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^fundstelle: There is no citation.*\n$/);
  });
});

describe("read", () => {
  it("shows a document page by page, and marks a cited paragraph", async () => {
    const first = await run(["read", "zweckgemeinschaft-2023"]);
    expect(first.exitCode).toBe(0);
    expect(first.stdout).toContain("fundstelle read zweckgemeinschaft-2023 --page 2");
    const marked = await run(["read", "Zweckgemeinschaft 2023:7"]);
    expect(marked.stdout).toMatch(/^> paragraph 7\n {4}"Nordkorea verfügt/m);
    const nowhere = await run(["read", "zweckgemeinschaft-2023", "--around", "99"]);
    expect(nowhere).toMatchObject({ exitCode: 1, stdout: "", stderr: expect.stringContaining("no paragraph 99") });
    const beyond = await run(["read", "zweckgemeinschaft-2023", "--page", "99"]);
    expect(beyond.exitCode).toBe(1);
    expect(beyond.stderr).toMatch(/^fundstelle: .*no page 99.*1 to 2\.\n$/);
  });
});

describe("cite", () => {
  it("writes references in every style that its help names", async () => {
    const { stdout: help } = await run(["cite", "--help"]);
    const names = /--style <name>\s+([a-z0-9,\s-]+?)\s+\(default/.exec(help)?.[1]?.split(/,\s+/) ?? [];
    expect(names.length).toBeGreaterThan(7);
    const { stdout } = await run(["cite", "duo-des-schreckens-2022:6", "--style", "iso690-footnote", "--locale", "de"]);
    expect(stdout).toBe(
      "o. V.: Was plant dieses Duo des Schreckens? RedaktionsNetzwerk Deutschland, August 2022, Absatz 6.\n",
    );
    const bibtex = await run(["cite", "duo-des-schreckens-2022:6", "--style", "bibtex"]);
    expect(bibtex.stdout).toMatch(/^@misc\{duo-des-schreckens-2022-6,/);
  });

  it("writes several references as one whole", async () => {
    const cite = (style: string) =>
      run(["cite", "zweckgemeinschaft-2023:7", "duo-des-schreckens-2022:6", "--style", style]);
    const csl = z.array(z.object({ id: z.string() })).parse(JSON.parse((await cite("csl-json")).stdout));
    expect(csl.map(({ id }) => id)).toEqual(["zweckgemeinschaft-2023-7", "duo-des-schreckens-2022-6"]);
    expect((await cite("markdown")).stdout).toMatch(/`\)\n\n> /);
    expect((await cite("chicago")).stdout.trim().split("\n")).toHaveLength(2);
    expect((await cite("bibtex")).stdout.match(/^@misc/gm)).toHaveLength(2);
  });

  it("refuses an unknown style, naming those that there are", async () => {
    const { stderr, exitCode } = await run(["cite", "zweckgemeinschaft-2023:7", "--style", "mla"]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^fundstelle: --style .*bibtex.*\n$/);
  });
});
