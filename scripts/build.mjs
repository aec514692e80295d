// Bundles the program to dist/, with the lexicon in its compact form. Runs at `npm ci` (prepare) and `npm run build`.
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildElsewhere } from "./package/build-elsewhere.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "src");
const dist = join(root, "dist");

const bundler = await import("esbuild").catch(() => undefined);
if (bundler === undefined) {
  buildElsewhere(root);
  process.exit(0);
}

const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const external = Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]);

// Everything lies in one folder, so that a file finds its neighbours beside it, whichever bundle it went into.
const bundle = (entryPoints) =>
  bundler.build({
    entryPoints,
    outdir: dist,
    entryNames: "[name]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: true,
    // Names and lines are what an error's trace needs; the sources themselves would double the package.
    sourcesContent: false,
    external,
    // OpenSearch's client is written for require, and asks for modules of Node's own by it.
    banner: {
      js: 'import { createRequire as requireFor } from "node:module"; const require = requireFor(import.meta.url);',
    },
    logLevel: "warning",
  });

const workers = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) =>
  /(?<!-in)-worker\.ts$/.test(file),
);
rmSync(dist, { recursive: true, force: true });
try {
  await bundle(["main.ts", ...workers].map((file) => join(source, file)));
  await bundle([join(source, "analysis/lexicon/read-lexicon.ts")]);
} catch {
  process.exit(1);
}

// What pages in the browser load, and pdf.js, which draws PDF files there.
cpSync(join(source, "reader/assets"), join(dist, "assets"), { recursive: true });
const pdfjs = join(root, "node_modules/pdfjs-dist");
for (const file of ["pdf.min.mjs", "pdf.worker.min.mjs"]) {
  copyFileSync(join(pdfjs, "build", file), join(dist, "assets", file));
}
copyFileSync(join(source, "reader/api/openapi.json"), join(dist, "openapi.json"));
// Which characters the codes of Chinese, Japanese and Korean fonts in PDF files stand for.
cpSync(join(pdfjs, "cmaps"), join(dist, "cmaps"), { recursive: true });

// SQLite for each kind of computer, where Node brings none that is sound.
cpSync(join(root, "node_modules/@photostructure/sqlite/prebuilds"), join(dist, "sqlite"), { recursive: true });

const lists = join(dist, "read-lexicon.js");
const { compiledLexiconFile, compileLists } = await import(pathToFileURL(lists).href);
const { text, problems } = compileLists(join(source, "analysis/"));
rmSync(lists);
rmSync(`${lists}.map`);
for (const problem of problems) process.stderr.write(`${problem.path}:${problem.line}: no entry: ${problem.text}\n`);
if (problems.length > 0) process.exit(1);
writeFileSync(join(dist, compiledLexiconFile), text);
