import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root, runFundstelle, temporaryFolder } from "../support/program.ts";

const folder = temporaryFolder();
const documents = path.join(root, "tests", "fixtures", "workshop", "documents");
const run = (args: readonly string[], locale: string) =>
  runFundstelle([...args, "--seeds", documents, "--index", path.join(folder.path, "index")], {
    environment: { LC_ALL: locale, LANG: locale },
  });
afterAll(() => folder.remove());

function questions(name: string, content: string): string {
  const file = path.join(folder.path, name);
  writeFileSync(file, content);
  return file;
}

describe("evaluate", () => {
  const file = questions(
    "questions.tsv",
    [
      "Wie hoch ist die Kaution für den Schlüssel der Werkstatt?\tholzwerkstatt.md\tsind 40 Euro zu hinterlegen",
      "Wie groß dürfen Werkstücke sein?\tholzwerkstatt.md\tdiese Worte stehen nirgends",
      "Gibt es hier eine Sauna?",
    ].join("\r\n"),
  );

  it("counts how many questions were answered, and names the others", { timeout: 60_000 }, async () => {
    const { stdout, exitCode } = await run(["evaluate", file], "de_DE.UTF-8");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("2 Fragen, auf die die Dokumente antworten");
    expect(stdout).toContain("die richtige Stelle steht zuerst: 1");
    expect(stdout).toContain("1 Frage, auf die die Dokumente nicht antworten");
    expect(stdout).toContain("so gesagt: 1");
    expect(stdout).toMatch(/Wie groß dürfen Werkstücke sein\? \(nicht unter den ersten zehn; zuerst: \S+\)/);
    expect(stdout).not.toContain("Wie hoch ist die Kaution");
  });

  it("gives programs every figure", { timeout: 60_000 }, async () => {
    const { stdout, exitCode } = await run(["evaluate", "--json", "--judgments", file], "en_US.UTF-8");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ranking: { de: { n: 2, recall1: { value: 0.5, n: 2 } } } });
  });

  it.each([
    ["a file that is not there", [path.join(folder.path, "none.tsv")]],
    ["a line that is no question", [questions("bad.jsonl", '{"question": ""}')]],
    ["no file", []],
  ])("says what is wrong with %s", async (_, args) => {
    const { stdout, stderr, exitCode } = await run(["evaluate", ...args], "en_US.UTF-8");
    expect(stdout).toBe("");
    expect(stderr).toMatch(/EVALUATING|evaluate FILE/);
    expect(exitCode).not.toBe(0);
  });
});
