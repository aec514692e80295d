import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { temporaryFolder } from "../support/program.ts";
import { cloneInto, contentsOf, node, npm, root } from "./processes.ts";

/** A line of the Dockerfile: what it does, and to what. */
interface Instruction {
  readonly name: string;
  readonly words: readonly string[];
}

function instructionsOf(dockerfile: string): Instruction[] {
  const lines = dockerfile
    .replace(/^#.*\n/gm, "")
    .replace(/\\\n/g, " ")
    .split("\n");
  return lines.flatMap((line) => {
    const [name, ...words] = line.trim().split(/\s+/);
    return name === undefined || name === "" ? [] : [{ name, words }];
  });
}

/** The image's own folders, built by the Dockerfile's steps without an engine: Node is the one that runs the tests. */
class Image {
  readonly #context: string;
  readonly #folder: string;
  #stage = "";

  constructor(context: string, folder: string) {
    this.#context = context;
    this.#folder = folder;
  }

  get app(): string {
    return this.#inStage(this.#stage, "/app");
  }

  do({ name, words }: Instruction): void {
    if (name === "FROM") this.#stage = words[2] ?? "final";
    else if (name === "COPY") this.#copy(words);
    else if (name === "RUN" && words[0] === "npm") this.#run(words.join(" "));
  }

  #inStage(stage: string, place: string): string {
    return path.join(this.#folder, stage, place);
  }

  #copy(words: readonly string[]): void {
    const from = words.find((word) => word.startsWith("--from="))?.slice("--from=".length);
    const places = words.filter((word) => !word.startsWith("--"));
    const to = places.at(-1) ?? "";
    for (const place of places.slice(0, -1)) {
      const source = from === undefined ? path.join(this.#context, place) : this.#inStage(from, place);
      const target = path.join(this.app, to, to.endsWith("/") ? path.basename(place) : "");
      mkdirSync(path.dirname(target), { recursive: true });
      cpSync(source, target, { recursive: true });
    }
  }

  #run(command: string): void {
    for (const part of command.split("&&")) {
      const [program, ...args] = part.trim().split(/\s+/);
      expect(program).toBe("npm");
      const { exitCode, output } = npm(args, { cwd: this.app });
      expect({ args, exitCode, output }).toMatchObject({ args, exitCode: 0 });
    }
  }
}

describe("the image, by its Dockerfile's steps", () => {
  const context = temporaryFolder();
  const built = temporaryFolder();
  const documents = temporaryFolder();
  const image = new Image(context.path, built.path);
  const instructions = instructionsOf(readFileSync(path.join(root, "Dockerfile"), "utf8"));

  beforeAll(() => {
    const clone = path.join(built.path, "clone");
    cloneInto(clone);
    // All is left out of the context but what is named.
    const [all, ...named] = readFileSync(path.join(root, ".dockerignore"), "utf8").trim().split("\n");
    expect(all).toBe("*");
    for (const place of named.map((line) => line.replace(/^!/, "")))
      cpSync(path.join(clone, place), path.join(context.path, place), { recursive: true });
    for (const instruction of instructions) image.do(instruction);
  }, 400_000);
  afterAll(() => {
    for (const folder of [context, built, documents]) folder.remove();
  });

  it("starts from one base, named by its digest, and runs as nobody special", () => {
    const bases = instructions.filter(({ name }) => name === "FROM").map(({ words }) => words[0] ?? "");
    expect(new Set(bases).size).toBe(1);
    expect(bases[0]).toMatch(/^node:\d+\.\d+\.\d+-\S+@sha256:[0-9a-f]{64}$/);
    expect(instructions).toContainEqual({ name: "USER", words: ["node"] });
  });

  it("answers from what is mounted as its documents, and has none of its own but the sample", () => {
    cpSync(path.join(root, "sample"), documents.path, { recursive: true });
    const args = ["dist/main.js", "ask", "--seeds", documents.path, "--index", path.join(built.path, "index")];
    const { exitCode, output } = node([...args, "What is a passage?"], { cwd: image.app });
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    const articles = contentsOf(path.join(root, "seeds")).map((line) => line.split(" ")[0] ?? "");
    for (const article of articles.filter((file) => file.endsWith(".txt")))
      expect(existsSync(path.join(image.app, "seeds", article))).toBe(false);
    expect(existsSync(path.join(image.app, "LICENSE"))).toBe(true);
    expect(existsSync(path.join(image.app, "src"))).toBe(false);
  });

  it("starts as its command says, and says how to connect where it has no token", () => {
    const command = instructions.find(({ name }) => name === "CMD")?.words.join(" ") ?? "";
    const [program, ...args] = z.array(z.string()).parse(JSON.parse(command));
    expect(program).toBe("node");
    const environment = { SEEDS_DIR: documents.path, INDEX_DIR: path.join(built.path, "index") };
    const { exitCode, output } = node(args, { cwd: image.app, environment });
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: expect.stringContaining("DISCORD_TOKEN") });
  });
});
