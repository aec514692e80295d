import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { temporaryFolder } from "../support/program.ts";
import { cloneInto, contentsOf, megabytesOf, node, npm, type Ran, root } from "./processes.ts";

/** 18 of them are SQLite for eight kinds of computers. */
const mostMegabytes = 100;
const packedFile = z
  .array(z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }))
  .length(1);

const clone = temporaryFolder();
const stranger = temporaryFolder();
const home = temporaryFolder();
const cache = path.join(home.path, "cache");
const installedProgram = path.join(stranger.path, "node_modules", "fundstelle");
let files: readonly string[];

/** Runs the installed program as a stranger does, who has set nothing. */
function fundstelle(args: readonly string[], cwd: string, input = ""): Ran {
  const environment = {
    HOME: home.path,
    USERPROFILE: home.path,
    XDG_CACHE_HOME: cache,
    LOCALAPPDATA: cache,
    NO_COLOR: "1",
  };
  return node([path.join(installedProgram, "dist", "main.js"), ...args], { cwd, environment, input });
}

beforeAll(() => {
  cloneInto(clone.path);
  symlinkSync(path.join(root, "node_modules"), path.join(clone.path, "node_modules"), "junction");
  const packing = npm(["pack", "--json", "--pack-destination", stranger.path], { cwd: clone.path });
  expect(packing.exitCode).toBe(0);
  const [packed] = packedFile.parse(JSON.parse(packing.stdout.slice(packing.stdout.indexOf("[\n"))));
  files = packed?.files.map((file) => file.path) ?? [];
  const installing = npm(["install", `./${packed?.filename}`], { cwd: stranger.path });
  expect({
    exitCode: installing.exitCode,
    warnings: installing.output.match(/^npm (?:warn|error).*$/gim) ?? [],
  }).toEqual({
    exitCode: 0,
    warnings: [],
  });
});
afterAll(() => {
  for (const folder of [clone, stranger, home]) folder.remove();
});

describe("the package", () => {
  it("holds the built program, its sample and its papers, and no sources, tests or publishers' articles", () => {
    for (const file of [
      "README.md",
      "LICENSE",
      "THIRD-PARTY.md",
      ".env.example",
      "dist/main.js",
      "sample/sources.json",
    ])
      expect(files).toContain(file);
    expect(
      files.filter((file) => /^(?:src|tests|seeds|bench|scripts|index)\//.test(file) || /\.tsx?$/.test(file)),
    ).toEqual([]);
    const articles = readdirSync(path.join(root, "seeds")).filter((file) => file.endsWith(".txt"));
    expect(files.filter((file) => articles.includes(path.basename(file)))).toEqual([]);
  });

  it("says what a registry shows, and asks for nothing that only building needs", () => {
    const manifest = z
      .looseObject({
        dependencies: z.record(z.string(), z.string()),
        repository: z.object({ url: z.string() }),
        keywords: z.array(z.string()),
      })
      .parse(JSON.parse(readFileSync(path.join(installedProgram, "package.json"), "utf8")));
    expect(manifest).toMatchObject({ name: "fundstelle", license: "MIT", engines: { node: ">=20.19" } });
    expect(manifest.keywords).toContain("citations");
    for (const name of ["scripts", "devDependencies", "private"]) expect(manifest).not.toHaveProperty(name);
    for (const name of ["esbuild", "zod"]) expect(manifest.dependencies).not.toHaveProperty(name);
  });

  it(`takes no more than ${mostMegabytes} MB with all that it needs`, () => {
    expect(megabytesOf(path.join(stranger.path, "node_modules"))).toBeLessThan(mostMegabytes);
  });
});

describe("a stranger", () => {
  it("asks the documents of the folder where they stand, and nothing is written there or among the packages", () => {
    const folder = path.join(stranger.path, "notes");
    for (const below of ["deep", ".hidden", "node_modules/left-pad"])
      mkdirSync(path.join(folder, below), { recursive: true });
    writeFileSync(path.join(folder, "deep", "boat.md"), "# The boat\n\nThe boat of the club is called Seestern.\n");
    writeFileSync(path.join(folder, ".hidden", "secret.md"), "The secret word is Quaggamuschel.\n");
    writeFileSync(path.join(folder, "node_modules", "left-pad", "notes.md"), "Left-pad is called Zackenbarsch.\n");
    const before = contentsOf(stranger.path);
    const { exitCode, stdout } = fundstelle(["ask", "What is the boat of the club called?"], folder);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining("Seestern") });
    for (const word of ["Quaggamuschel", "Zackenbarsch"])
      expect(fundstelle(["search", word], folder).stdout).not.toContain(":1");
    expect(contentsOf(stranger.path)).toEqual(before);
    expect(
      readdirSync(cache, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("manifest.json")),
    ).toHaveLength(1);
  });

  it("sees a sample where there is no document, and reads what to do", () => {
    const empty = path.join(stranger.path, "empty");
    mkdirSync(empty);
    const { exitCode, output } = fundstelle(["start"], empty, "How high is the lighthouse?\n");
    expect(exitCode).toBe(0);
    expect(output).toContain("--seeds");
    expect(output).toContain("38 Meter");
    expect(readdirSync(empty)).toEqual([]);
  });

  it("is told what to add before thousands of files are read", () => {
    const large = path.join(stranger.path, "large");
    mkdirSync(large);
    for (let number = 0; number <= 2_000; number++)
      writeFileSync(path.join(large, `${number}.txt`), `Note ${number}.\n`);
    const { exitCode, output } = fundstelle(["ask", "What is this?"], large);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: expect.stringContaining("--seeds .") });
  });

  it("finds the program under its name", () => {
    const { exitCode, stdout } = npm(["exec", "--offline", "--", "fundstelle", "--version"], { cwd: stranger.path });
    expect({ exitCode, stdout: stdout.trim() }).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
  });
});
