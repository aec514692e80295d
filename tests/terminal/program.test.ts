import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type RunOptions, root, runFundstelle, temporaryFolder } from "../support/program.ts";

const index = temporaryFolder();
const seeds = path.join(root, "seeds");
const run = (args: readonly string[], options: RunOptions = {}) =>
  runFundstelle([...args, "--seeds", seeds, "--index", index.path], options);

beforeAll(async () => {
  const built = await run(["index"]);
  expect(built).toMatchObject({ exitCode: 0, stderr: "" });
}, 60_000);
afterAll(() => index.remove());

const answerSchema = z.strictObject({
  question: z.string(),
  language: z.enum(["de", "en"]),
  answered: z.boolean(),
  certainty: z.enum(["sure", "uncertain", "none"]),
  confidence: z.number().min(0).max(1),
  reason: z.string().optional(),
  lookedFor: z.array(z.string()),
  missing: z.array(z.string()),
  passages: z.array(
    z.strictObject({
      citation: z.string().regex(/^[a-z0-9-]+:\d+(?:-\d+|[a-z]*)$/),
      fingerprint: z.string().regex(/^[0-9a-f]+$/),
      document: z.string(),
      paragraph: z.number(),
      start: z.number(),
      end: z.number(),
      text: z.string(),
      leadIns: z.array(z.string()).optional(),
      tableHead: z.string().optional(),
      questionAbove: z.string().optional(),
      highlight: z.tuple([z.number(), z.number()]),
      score: z.number(),
      section: z.string().optional(),
      title: z.string(),
      date: z.string().optional(),
      alsoIn: z.array(z.string()).optional(),
    }),
  ),
});

function canonicalText(file: string): string {
  return readFileSync(path.join(seeds, file), "utf8").replace(/^\uFEFF/, "");
}

describe("ask", () => {
  it("answers in the question's language, cited", async () => {
    const { stdout, stderr, exitCode } = await run(["ask", "Wer ist Su Mi Terry?"]);
    expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
    expect(stdout).toContain("[1] Die Zweckgemeinschaft");
    expect(stdout).toContain("Absatz 7");
    expect(stdout).toContain("zweckgemeinschaft-2023:7");
    expect(stdout).toContain("die frühere CIA-Mitarbeiterin Su Mi Terry");
  });

  it("takes words without quotes as one question", async () => {
    const { stdout } = await run(["ask", "Wer", "ist", "Su", "Mi", "Terry?", "--locale", "en"]);
    expect(stdout).toContain("paragraph 7");
    expect(stdout.match(/\[1\]/g)).toHaveLength(1);
  });

  it("writes one JSON object a line, in order, whose texts are slices of the documents", async () => {
    const questions = ["Wer ist Su Mi Terry?", "How heavy is a coconut?", "Wer besuchte im Juli Pjöngjang?"];
    const { stdout, exitCode } = await run(["ask", "--json", "--limit", "5"], { input: `${questions.join("\n")}\n\n` });
    expect(exitCode).toBe(0);
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => answerSchema.parse(JSON.parse(line)));
    expect(answers.map((answer) => answer.question)).toEqual(questions);
    expect(answers.map((answer) => answer.language)).toEqual(["de", "en", "de"]);
    expect(answers.map((answer) => answer.answered)).toEqual(answers.map((answer) => answer.certainty !== "none"));
    expect(answers[1]).toMatchObject({ answered: false, certainty: "none", reason: "not-found" });
    expect(answers[1]?.missing).toContain("coconut");
    for (const { text, document, start, end, highlight } of answers.flatMap((answer) => answer.passages)) {
      expect(text).toBe(canonicalText(document).slice(start, end));
      expect(highlight[0]).toBeGreaterThanOrEqual(start);
      expect(highlight[1]).toBeLessThanOrEqual(end);
      expect(highlight[1]).toBeGreaterThan(highlight[0]);
    }
    expect(answers[2]?.passages.length).toBeGreaterThan(3);
  });

  it("names bad questions among good ones, and goes on", async () => {
    const { stdout, stderr, exitCode } = await run(["ask", "--json"], {
      input: `Wer ist Su Mi Terry?\n${"sehr ".repeat(2_000)}lang?\nWer ist Kim Jong Un?\n`,
    });
    expect(exitCode).toBe(2);
    expect(stdout.trimEnd().split("\n")).toHaveLength(2);
    expect(stderr).toMatch(/^fundstelle: 2: .+\n$/);
  });
});

describe("chat", () => {
  it("answers piped lines one after the other, and ends with the input", async () => {
    const input = [
      "Wer ist Su Mi Terry?",
      "",
      "/show 1",
      "kims-besuch-2023:7",
      "/sources",
      "/nonsense",
      "nix:3",
      "What is a coconut?",
    ];
    const { stdout, stderr, exitCode } = await run(["chat"], { input: input.join("\n") });
    expect(exitCode).toBe(0);
    const asked = [...stdout.matchAll(/^> (?!paragraph|Absatz)(.+)$/gm)].map((match) => match[1]);
    expect(asked).toEqual(input.filter((line) => line !== ""));
    expect(stdout).toContain("> Absatz 7 · zweckgemeinschaft-2023:7");
    expect(stdout).toContain("> Absatz 7 · kims-besuch-2023:7");
    expect(stdout).toContain("/nonsense gibt es nicht");
    expect(stdout).toContain("The documents hold no answer to this.");
    expect(stderr).toMatch(/^fundstelle: .*nix:3.*\n$/);
  });

  it("is what runs without a command, and says how to connect to Discord", async () => {
    const { stdout, exitCode } = await run([], { input: "/quit\n" });
    expect(exitCode).toBe(0);
    const lines = stdout.split("\n");
    expect(lines[0]).toContain("word for word");
    expect(lines[1]).toMatch(/^5 documents, \d+ passages/);
    expect(stdout).toMatch(/DISCORD_TOKEN/);
  });
});

describe("search", () => {
  it("explains scores by signals that add up", async () => {
    const { stdout, exitCode } = await run(["search", "Munition", "--explain", "--limit", "3", "--locale", "en"]);
    expect(exitCode).toBe(0);
    const hits = stdout.split(/^\[\d+\] /m).slice(1);
    expect(hits).toHaveLength(3);
    for (const hit of hits) {
      const score = Number(/score (\d+\.\d+)/.exec(hit)?.[1]);
      const shares = [...hit.matchAll(/^\s+[\w-]+\s+(-?\d+\.\d+) = (-?[\d.]+) × (\d+\.\d+)(?: \(.+\))?$/gm)];
      expect(shares.length).toBeGreaterThan(1);
      expect(shares.reduce((sum, share) => sum + Number(share[1]), 0)).toBeCloseTo(score, 2);
      for (const [, sum, weight, value] of shares) expect(Number(weight) * Number(value)).toBeCloseTo(Number(sum), 2);
    }
  });
});

describe("show and sources", () => {
  it("shows a passage between its neighbours, with its proof", async () => {
    const { stdout, exitCode } = await run(["show", "ZWECKGEMEINSCHAFT-2023:7"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/zweckgemeinschaft-2023:6[\s\S]+> paragraph 7[\s\S]+zweckgemeinschaft-2023:9/);
    expect(stdout).toMatch(/zweckgemeinschaft-2023:7@[0-9a-f]{12} · 000_\w+\.txt · characters \d+–\d+ · bytes \d+–\d+/);
    expect(stdout).toContain("SHA-256");
  });

  it("lists the documents; described titles stand in brackets", async () => {
    const { stdout, exitCode } = await run(["sources"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^duo-des-schreckens-2022 {2}Was plant dieses Duo des Schreckens\? · .* · August 2022$/m);
    expect(stdout).toMatch(/^\S+ {2}\[.+\] · undated$/m);
    expect(stdout).toMatch(/5 documents, \d+ passages\.\n$/);
  });

  it("lists hidden paragraphs with their rules", async () => {
    const { stdout, exitCode } = await run(["sources", "--skipped"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^\S+:\d+ {2}[a-z-]+ {2}Weiterlesen nach der Anzeige$/m);
  });
});

describe("what goes wrong", () => {
  const empty = temporaryFolder();
  const mixed = temporaryFolder();
  const unlisted = temporaryFolder(seeds);
  afterAll(() => {
    for (const folder of [empty, mixed, unlisted]) folder.remove();
  });

  it.each([
    [["ask", ""], 2, /^fundstelle: .*empty.*\n$/],
    [["show", "keineAhnung"], 2, /^fundstelle: .*keineAhnung.*zweckgemeinschaft-2023:7\n$/],
    [["show", "zweckgemeinschaft-2023:999"], 1, /^fundstelle: .*zweckgemeinschaft-2023:999.*\n$/],
    [
      ["show", "zweckgemeinschaft-2023:999", "--locale", "de"],
      1,
      /^fundstelle: Diese Fundstelle gibt es nicht.*:999.*\n$/,
    ],
    [["nonsense"], 2, /^fundstelle: There is no command "nonsense"\. .+\n$/],
    [["ask", "--nonsense", "x"], 2, /^fundstelle: .*--nonsense.*--help\n$/],
    [["ask", "--limit", "0", "x"], 2, /^fundstelle: --limit .*1 to 100.*\n$/],
    [["ask", "--locale", "fr", "x"], 2, /^fundstelle: --locale "fr".*\n$/],
    [["show"], 2, /^fundstelle: .*citation.*\n$/],
  ])("%j ends with one line and exit code %i", async (args, code, line) => {
    const { stderr, stdout, exitCode } = await run(args);
    expect(stderr).toMatch(line);
    expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: code });
  });

  it("says how long a question may be", async () => {
    const { stderr, stdout, exitCode } = await run(["ask", "x".repeat(10_000)]);
    expect(stderr).toMatch(/^fundstelle: .*10,?000 characters.*\n$/);
    expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 2 });
  });

  it("names a folder that is missing or empty", async () => {
    const missing = await runFundstelle(["ask", "x", "--seeds", path.join(empty.path, "none"), "--index", index.path]);
    expect(missing.exitCode).toBe(1);
    expect(missing.stderr).toMatch(/^fundstelle: .*none.*\n$/);
    const nothing = await runFundstelle([
      "ask",
      "x",
      "--seeds",
      empty.path,
      "--index",
      path.join(empty.path, ".index"),
    ]);
    expect(nothing.exitCode).toBe(1);
    expect(nothing.stderr).toMatch(/^fundstelle: .*no document.*\n$/);
  });

  it("names a setting that is wrong, and never a secret's value", async () => {
    const { stderr, exitCode } = await run(["sources"], { environment: { DISCORD_TOKEN: "geheim geheim" } });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^fundstelle: .*DISCORD_TOKEN.*\n$/);
    expect(stderr).not.toContain("geheim");
  });

  it("names and skips bad documents, every time, and answers from the others", async () => {
    writeFileSync(path.join(mixed.path, "good.txt"), "Die Brücke über den Fluss wurde 1893 gebaut.\n");
    writeFileSync(path.join(mixed.path, "binary.txt"), Buffer.from([0, 1, 2, 0, 255, 0, 3]));
    mkdirSync(path.join(mixed.path, "folder.txt"));
    for (let time = 0; time < 2; time++) {
      const { stdout, stderr, exitCode } = await runFundstelle([
        "ask",
        "--json",
        "Wann wurde die Brücke gebaut?",
        "--seeds",
        mixed.path,
        "--index",
        path.join(mixed.path, ".index"),
      ]);
      expect(exitCode).toBe(0);
      expect(stderr).toMatch(/^fundstelle: binary\.txt .+\n$/);
      expect(answerSchema.parse(JSON.parse(stdout)).passages[0]?.document).toBe("good.txt");
    }
  });

  it("refuses a wrong sources.json, naming document and field", async () => {
    const document = { file: "000_05048fcfc54bc441.txt", publishd: "2023" };
    writeFileSync(path.join(unlisted.path, "sources.json"), JSON.stringify({ documents: [document] }));
    const { stderr, exitCode } = await runFundstelle(["sources", "--seeds", unlisted.path, "--index", index.path]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^fundstelle: sources\.json.*000_05048fcfc54bc441\.txt.*publishd.*\n$/);
  });

  it("does not mind a reader that has seen enough", async () => {
    const { exitCode, stderr } = await run(["chat"], { input: "/sources\n".repeat(3_000), closeOutput: true });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  });

  it("builds a damaged index again, with a warning", async () => {
    const folder = temporaryFolder(index.path);
    const generation = readdirSync(folder.path).find((file) => file.startsWith("generation"));
    const file = path.join(folder.path, generation ?? "");
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x55;
    writeFileSync(file, bytes);
    const args = ["ask", "Wer ist Su Mi Terry?", "--seeds", seeds, "--index", folder.path];
    const first = await runFundstelle(args);
    expect(first.exitCode).toBe(0);
    expect(first.stderr).toMatch(/^fundstelle: The index is damaged.*\n$/);
    const second = await runFundstelle(args);
    expect(second).toEqual({ ...first, stderr: "" });
    folder.remove();
  });
});

describe("colours", () => {
  it("are not written into a pipe, with or without NO_COLOR", async () => {
    for (const environment of [{}, { NO_COLOR: "1" }, { FORCE_COLOR: "1" }]) {
      const { stdout } = await run(["show", "zweckgemeinschaft-2023:7"], { environment });
      expect(stdout).not.toContain("\u001b");
    }
  });
});
