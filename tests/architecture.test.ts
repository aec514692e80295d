import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { bundledPackages } from "../scripts/package/build-time.mjs";
import { type ImportStatement, importsOf } from "./support/imports.ts";

const root = path.join(import.meta.dirname, "..");

interface Rule {
  /** Parts, or single files of a part, that may be imported, at run time too. */
  readonly any: readonly string[];
  /** Parts of which only types may be imported. */
  readonly types?: readonly string[];
}

/** Who may import whom. A part is a folder of `src/` or a file directly in it. ARCHITECTURE.md says why. */
const rules: Readonly<Record<string, Rule>> = {
  main: {
    any: [
      "app",
      "discord",
      "fetching",
      "insights",
      "mcp",
      "reader",
      "store",
      "terminal",
      "config",
      "errors",
      "evaluation",
    ],
  },
  app: {
    any: ["analysis", "answering", "documents", "meaning", "search", "errors", "start-thread"],
    types: ["observability", "config"],
  },
  discord: {
    any: [
      "any-signal",
      "defined",
      "one-line",
      "answering",
      "locales",
      "observability",
      "errors",
      "insights",
      "config/server-settings.ts",
      "config/variables.ts",
    ],
    types: ["config", "search", "documents", "store"],
  },
  terminal: {
    any: ["defined", "answering", "locales", "errors"],
    types: ["config", "fetching", "insights", "search", "documents"],
  },
  reader: {
    any: ["defined", "answering", "locales", "errors", "kept-key", "listening"],
    types: ["config", "insights", "search", "documents"],
  },
  fetching: {
    any: [
      "any-signal",
      "documents/find-files.ts",
      "documents/formats.ts",
      "documents/metadata/publication-date.ts",
      "documents/metadata/sources-file.ts",
      "documents/read-document.ts",
      "search/storage/file-writing.ts",
      "errors",
    ],
  },
  insights: { any: ["answering", "errors"], types: ["search", "store"] },
  store: { any: ["errors", "kept-key"], types: ["config"] },
  mcp: { any: ["answering", "errors"] },
  evaluation: { any: ["errors"], types: ["answering"] },
  answering: {
    any: [
      "defined",
      "one-line",
      "search",
      "analysis",
      "documents/formats.ts",
      "documents/parsers/markdown/directives.ts",
      "documents/parsers/markdown/shortcodes.ts",
      "documents/parsers/raised-text.ts",
      "errors",
    ],
    types: ["documents", "locales", "meaning"],
  },
  search: {
    any: ["defined", "analysis", "documents/audience.ts", "documents/passages/part-names.ts", "errors"],
    types: ["documents", "meaning"],
  },
  meaning: { any: ["defined", "errors"] },
  documents: {
    any: ["defined", "errors", "start-thread", "analysis/ascii.ts", "analysis/languages.ts"],
  },
  analysis: { any: [] },
  locales: { any: [], types: ["answering"] },
  observability: { any: ["errors", "start-thread", "listening"] },
  config: { any: ["errors"], types: ["locales"] },
  errors: { any: [] },
  "kept-key": { any: ["errors"] },
  "start-thread": { any: [] },
  "any-signal": { any: [] },
  defined: { any: [] },
  "one-line": { any: [] },
  listening: { any: ["errors"] },
};

/** Packages that stand behind one door: a file, or a folder that ends with a slash. */
const doors: Readonly<Record<string, string>> = {
  "@hono/node-server": "reader/",
  "@modelcontextprotocol/server": "mcp/",
  hono: "reader/",
  "@clack/prompts": "terminal/",
  "@mozilla/readability": "documents/parsers/html/",
  "@orama/stemmers": "analysis/",
  "@orama/stopwords": "analysis/",
  chokidar: "documents/watch-folder.ts",
  commander: "terminal/program.ts",
  "decode-named-character-reference": "answering/shown/",
  "@discordjs/ws": "discord/connection/patient-shards.ts",
  "discord.js": "discord/",
  dotenv: "config.ts",
  "env-paths": "config.ts",
  "fast-png": "insights/chart/draw-chart.ts",
  "ipaddr.js": "fetching/web/public-address.ts",
  kysely: "store/",
  pg: "store/postgres/open-postgres.ts",
  "@opensearch-project/opensearch": "search/cluster/connection.ts",
  flexsearch: "search/index/flexsearch-postings.ts",
  linkedom: "documents/parsers/",
  mammoth: "documents/parsers/docx/",
  "mdast-util-from-markdown": "documents/parsers/markdown/",
  "mdast-util-gfm-table": "documents/parsers/markdown/",
  "micromark-extension-gfm-table": "documents/parsers/markdown/",
  pino: "observability/",
  "postal-mime": "documents/parsers/mail/message.ts",
  "prom-client": "observability/",
  "robots-parser": "fetching/web/robots.ts",
  sax: "fetching/sitemap/parse-sitemap.ts",
  "smol-toml": "documents/parsers/front-matter/fields.ts",
  "string-width": "terminal/text/",
  unpdf: "documents/parsers/pdf/",
  yaml: "documents/parsers/front-matter/fields.ts",
};
/** Data from outside is checked, and caches and requests are limited, wherever there are any. */
const everywhere = ["lru-cache", "rate-limiter-flexible", "zod"];

const mostLines = 400;
const mostFiles = 15;

interface Module {
  /** Below `src/`, with forward slashes. */
  readonly file: string;
  readonly source: string;
  readonly imports: readonly ImportStatement[];
}

const modules: readonly Module[] = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.split(path.sep).join("/"))
  .sort()
  .map((file) => {
    const source = readFileSync(path.join(root, "src", file), "utf8");
    return { file, source, imports: importsOf(source) };
  });

function partOf(file: string): string {
  return (file.split("/")[0] ?? "").replace(/\.ts$/, "");
}

function targetOf(file: string, from: string): string | undefined {
  return from.startsWith(".") ? path.posix.normalize(path.posix.join(path.posix.dirname(file), from)) : undefined;
}

function packageOf(from: string): string {
  return from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");
}

const manifest = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")));

describe("the tables of this test", () => {
  const parts = new Set(modules.map(({ file }) => partOf(file)));
  const files = new Set(modules.map(({ file }) => file));

  it("name parts and files that are there, each part once", () => {
    expect(Object.keys(rules).sort()).toEqual([...parts].sort());
    const named = Object.values(rules).flatMap(({ any, types = [] }) => [...any, ...types]);
    expect(named.filter((name) => !parts.has(name) && !files.has(name))).toEqual([]);
  });

  it("allow nothing that nobody imports", () => {
    const used = new Set(
      modules.flatMap(({ file, imports }) =>
        imports.flatMap(({ from, isTypeOnly }) => {
          const target = targetOf(file, from) ?? "";
          const kinds = isTypeOnly ? ["types"] : ["types", "any"];
          return kinds.flatMap((kind) => [target, partOf(target)].map((name) => `${partOf(file)} ${kind} ${name}`));
        }),
      ),
    );
    const unused = Object.entries(rules).flatMap(([part, { any, types = [] }]) =>
      [...any.map((name) => `${part} any ${name}`), ...types.map((name) => `${part} types ${name}`)].filter(
        (allowed) => !used.has(allowed),
      ),
    );
    expect(unused).toEqual([]);
  });

  it("have a door for every dependency but those that are used everywhere or nowhere, and for nothing else", () => {
    // pdf.js goes into pages as it is, and SQLite is opened as a file: no source imports them.
    const asTheyAre = ["pdfjs-dist", "@photostructure/sqlite"];
    const bundled = bundledPackages.filter((name) => !asTheyAre.includes(name));
    expect([...Object.keys(doors), ...everywhere].sort()).toEqual(
      [...Object.keys(manifest.dependencies), ...bundled].sort(),
    );
    const isThere = (door: string) =>
      door.endsWith("/") ? [...files].some((file) => file.startsWith(door)) : files.has(door);
    expect(Object.values(doors).filter((door) => !isThere(door))).toEqual([]);
  });
});

describe("the source tree", () => {
  it("obeys the import table", () => {
    const offences = modules.flatMap(({ file, imports }) =>
      imports.flatMap(({ from, isTypeOnly }) => {
        const target = targetOf(file, from);
        if (target === undefined) return [];
        const [own, other] = [partOf(file), partOf(target)];
        const rule = rules[own];
        const isAllowed =
          own === other ||
          rule?.any.includes(other) ||
          rule?.any.includes(target) ||
          (isTypeOnly && rule?.types?.includes(other));
        return isAllowed === true ? [] : [`${file} imports ${isTypeOnly ? "types of " : ""}${target}`];
      }),
    );
    expect(offences).toEqual([]);
  });

  it("has one door for each package", () => {
    const offences = modules.flatMap(({ file, imports }) =>
      imports
        .map(({ from }) => ({ from, door: doors[packageOf(from)] }))
        .filter(({ door }) => door !== undefined && !(door.endsWith("/") ? file.startsWith(door) : file === door))
        .map(({ from, door }) => `${file} imports ${from}, whose door is ${door}`),
    );
    expect(offences).toEqual([]);
  });

  it("reads the environment in config.ts only, and ends the process in main.ts only, or where main.ts hangs", () => {
    const uses = (pattern: RegExp) => modules.filter(({ source }) => pattern.test(source)).map(({ file }) => file);
    expect(uses(/\bprocess\s*\.\s*env\b/)).toEqual(["config.ts"]);
    expect(uses(/\bprocess\s*\.\s*(?:exit|abort|reallyExit)\s*\(/)).toEqual([
      "main.ts",
      "observability/hang-worker.ts",
    ]);
  });

  it("joins signals with anySignal only", () => {
    const uses = modules.filter(({ source }) => /\bAbortSignal\s*\.\s*any\s*\(/.test(source));
    expect(uses.map(({ file }) => file)).toEqual([]);
  });

  it("imports only files that are there, by their full name", () => {
    const known = new Set(modules.map(({ file }) => file));
    const offences = modules.flatMap(({ file, imports }) =>
      imports
        .map(({ from }) => targetOf(file, from))
        .filter((target) => target !== undefined && !known.has(target))
        .map((target) => `${file} imports ${target}`),
    );
    expect(offences).toEqual([]);
  });

  it("asks a language's folder through languages.ts only", () => {
    const list = "analysis/languages.ts";
    const folders = (modules.find(({ file }) => file === list)?.imports ?? [])
      .map(({ from }) => /^\.\/(\w+)\/\1\.ts$/.exec(from)?.[1])
      .filter((name) => name !== undefined);
    expect(folders).toContain("german");
    const folderOf = (file: string) => folders.find((name) => file.startsWith(`analysis/${name}/`));
    const offences = modules.flatMap(({ file, imports }) =>
      imports
        .map(({ from }) => targetOf(file, from) ?? "")
        .filter((target) => folderOf(target) !== undefined && folderOf(target) !== folderOf(file) && file !== list)
        .map((target) => `${file} imports ${target}`),
    );
    expect(offences).toEqual([]);
  });

  it("has no cycles", () => {
    const targets = new Map(
      modules.map(({ file, imports }) => [
        file,
        imports.filter(({ isTypeOnly }) => !isTypeOnly).flatMap(({ from }) => targetOf(file, from) ?? []),
      ]),
    );
    expect(findCycle(targets)).toEqual([]);
  });

  it("has no barrel files", () => {
    const barrels = modules.filter(
      ({ file, imports }) => /(?:^|\/)index\.ts$/.test(file) || imports.some(({ kind }) => kind === "export"),
    );
    expect(barrels.map(({ file }) => file)).toEqual([]);
  });

  it(`has no file of more than ${mostLines} lines`, () => {
    const long = modules.filter(({ source }) => source.trimEnd().split("\n").length > mostLines);
    expect(long.map(({ file }) => file)).toEqual([]);
  });

  it(`has no folder of more than ${mostFiles} files beside its sub-folders`, () => {
    const counts = new Map<string, number>();
    for (const file of readdirSync(path.join(root, "src"), {
      recursive: true,
      encoding: "utf8",
      withFileTypes: true,
    })) {
      const folder = path.relative(root, file.parentPath);
      if (file.isFile()) counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    expect([...counts].filter(([, files]) => files > mostFiles)).toEqual([]);
  });
});

/** The files of one cycle, the first again at the end; empty where there is none. */
function findCycle(targets: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return [];
    done.add(file);
    for (const target of targets.get(file) ?? []) {
      const cycle = walk(target, [...trail, file]);
      if (cycle.length > 0) return cycle;
    }
    return [];
  };
  for (const file of targets.keys()) {
    const cycle = walk(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

describe("the import parser", () => {
  const runTime = (from: string) => ({ from, isTypeOnly: false, kind: "import" });
  const typeOnly = (from: string) => ({ from, isTypeOnly: true, kind: "import" });

  it.each([
    ['import { a } from "./a.ts";', [runTime("./a.ts")]],
    ['import type { A } from "./a.ts";', [typeOnly("./a.ts")]],
    ['import { type A } from "./a.ts";', [runTime("./a.ts")]],
    ['import { type A, b } from "./a.ts";', [runTime("./a.ts")]],
    ['import type A from "a";', [typeOnly("a")]],
    ['import type from "a";', [runTime("a")]],
    ['import * as a from "a";', [runTime("a")]],
    ['import a, {\n  b,\n  c,\n} from "a";', [runTime("a")]],
    ['import "./a.ts";', [runTime("./a.ts")]],
    ['export { a } from "./a.ts";', [{ from: "./a.ts", isTypeOnly: false, kind: "export" }]],
    ['export * from "./a.ts";', [{ from: "./a.ts", isTypeOnly: false, kind: "export" }]],
    ['export type { A } from "./a.ts";', [{ from: "./a.ts", isTypeOnly: true, kind: "export" }]],
    ['const a = await import("./a.ts");', [{ from: "./a.ts", isTypeOnly: false, kind: "dynamic" }]],
    ['let a: import("./a.ts").A;', [{ from: "./a.ts", isTypeOnly: true, kind: "dynamic" }]],
    ['let a: typeof import("./a.ts");', [{ from: "./a.ts", isTypeOnly: true, kind: "dynamic" }]],
    ['// import { a } from "a";', []],
    ['/* import { a } from "a"; */', []],
    ["const a = 'import { a } from \"a\"';", []],
    ['const a = `import { a } from "a"; \u0024{b + `import "c"`} `;', []],
    ['const a = /["\'`]/; import { b } from "b";', [runTime("b")]],
    ['const a = b / c; // "\nimport { d } from "d";', [runTime("d")]],
  ])("understands %s", (source, expected) => {
    expect(importsOf(source)).toEqual(expected);
  });
});
