import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createLexicon } from "../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../src/analysis/lexicon/read-lexicon.ts";
import { importLexicon, readWholeLexicon } from "../../src/app/imported-lexicon.ts";
import { runFundstelle, temporaryFolder } from "../support/program.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());
const list = path.join(folder.path, "list.txt");
const target = path.join(folder.path, "below", "imported.txt");
writeFileSync(
  list,
  "# invented\nFlimmel {m} | Flimmel {pl} :: blorbwick | blorbwicks\nGlummer {f}; Flimmel {m} :: twizzlewick\n",
);

describe("importing translations", () => {
  it("adds them to the program's own", async () => {
    expect(await importLexicon(list, target)).toEqual({ english: 2, german: 2 });
    const own = createLexicon(readLexicon());
    const whole = createLexicon(readWholeLexicon(target));
    expect(own.translations("en", "blorbwick")).toEqual([]);
    expect(whole.translations("en", "blorbwick").map(({ stems }) => stems)).toEqual([["flimmel"]]);
    expect(whole.translations("en", "government")).toEqual(own.translations("en", "government"));
  });

  it("adds nothing where nothing was imported", () => {
    expect(readWholeLexicon(path.join(folder.path, "nowhere.txt"))).toEqual(readLexicon());
  });

  it("names the file that is missing, of another form or damaged, and writes nothing", async () => {
    const wrong = path.join(folder.path, "wrong.txt");
    writeFileSync(wrong, "just a text\n");
    const never = path.join(folder.path, "never.txt");
    await expect(importLexicon(path.join(folder.path, "missing"), never)).rejects.toMatchObject({
      code: "file-unreadable",
    });
    await expect(importLexicon(wrong, never)).rejects.toMatchObject({ code: "lexicon-invalid" });
    expect(() => readFileSync(never)).toThrow();
    expect(() => readWholeLexicon(wrong)).toThrow(expect.objectContaining({ code: "lexicon-invalid" }));
    const directory = path.join(folder.path, "directory");
    mkdirSync(directory);
    expect(() => readWholeLexicon(directory)).toThrow(expect.objectContaining({ code: "lexicon-invalid" }));
  });

  it("is a command", async () => {
    const to = path.join(folder.path, "by-command.txt");
    const done = await runFundstelle(["lexicon", "import", list, "--to", to], { environment: { LOCALE: "en" } });
    expect(done).toMatchObject({ exitCode: 0, stderr: "" });
    expect(done.stdout).toContain("2 English and 2 German");
    expect(readFileSync(to, "utf8")).toContain("blorbwick");
    const wrong = await runFundstelle(["lexicon"]);
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toContain("fundstelle lexicon import FILE");
  });
});
