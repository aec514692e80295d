import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root, runFundstelle } from "./support/program.ts";

const maps = ["ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "README.md"];
const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");

/** Parts whose folders say by their names what is in them; so does a language's, which holds a file of its name. */
const foldersNamedByPart: ReadonlySet<string> = new Set(["app", "locales", "store"]);

/** Where a page links to within the repository. */
function linksOf(file: string): string[] {
  const text = textOf(file).replace(/`[^`\n]*`(?!\])/gu, "");
  return [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/gu)].map(([, target = ""]) => target);
}

describe.each(maps)("%s", (file) => {
  it("links to files that are there", () => {
    expect(linksOf(file).filter((target) => !existsSync(path.join(root, target)))).toEqual([]);
  });
});

describe("README.md", () => {
  it("says what each command is for", async () => {
    const { stdout } = await runFundstelle(["--help"]);
    const commands = [...stdout.slice(stdout.indexOf("Commands:")).matchAll(/^ {2}([a-z]+)\b/gmu)].map(
      ([, name]) => name,
    );
    expect(commands.length).toBeGreaterThan(20);
    const table = textOf("README.md");
    expect(commands.filter((name) => name !== "help" && !new RegExp(`^\\|.*\`${name}\\b`, "mu").test(table))).toEqual(
      [],
    );
  });
});

describe("ARCHITECTURE.md", () => {
  it("names every part of the program", () => {
    const text = textOf("ARCHITECTURE.md");
    const parts = readdirSync(path.join(root, "src"), { withFileTypes: true });
    const unnamed = parts
      .filter((part) => part.isDirectory() && !["app", "config"].includes(part.name))
      .filter(({ name }) => !text.includes(`src/${name}/`) && !text.includes(`](src/${name})`));
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  it("asks a question for every folder of a part", () => {
    const text = textOf("ARCHITECTURE.md");
    const folders = readdirSync(path.join(root, "src"), { withFileTypes: true })
      .filter((part) => part.isDirectory() && !foldersNamedByPart.has(part.name))
      .flatMap(({ name }) =>
        readdirSync(path.join(root, "src", name), { withFileTypes: true })
          .filter((folder) => folder.isDirectory())
          .map((folder) => `src/${name}/${folder.name}`),
      )
      .filter((folder) => !existsSync(path.join(root, folder, `${path.basename(folder)}.ts`)));
    expect(folders.length).toBeGreaterThan(30);
    expect(folders.filter((folder) => !text.includes(`](${folder})`))).toEqual([]);
  });
});

describe("CONTRIBUTING.md", () => {
  it("names commands that package.json has", () => {
    const scripts = textOf("package.json");
    const named = [...textOf("CONTRIBUTING.md").matchAll(/npm run ([\w:-]+)/gu)].map(([, name = ""]) => name);
    expect(named.filter((name) => !scripts.includes(`"${name}":`))).toEqual([]);
  });
});
