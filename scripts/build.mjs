// Bundles the program to dist/, with the lexicon in its compact form. Runs at `npm ci` (prepare) and `npm run build`.
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "src");
const dist = join(root, "dist");

const bundler = await import("esbuild").catch(() => undefined);
if (bundler === undefined) {
  // `npm ci --omit=dev` leaves the bundler out: what was built before goes on being used.
  if (existsSync(join(dist, "main.js"))) process.exit(0);
  process.stderr.write("dist/ is missing and the bundler is not installed. Run: npm ci\n");
  process.exit(1);
}

/** Small packages of many files that every command needs: opening them one by one takes longer than answering. */
const bundled = ["zod", "lru-cache", "flexsearch", "@orama/stemmers", "hono", "@hono/node-server"];
const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const external = Object.keys(dependencies)
  .filter((name) => !bundled.includes(name))
  .flatMap((name) => [name, `${name}/*`]);

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
    external,
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
for (const file of ["pdf.min.mjs", "pdf.worker.min.mjs"]) {
  copyFileSync(join(root, "node_modules/pdfjs-dist/build", file), join(dist, "assets", file));
}
copyFileSync(join(source, "reader/api/openapi.json"), join(dist, "openapi.json"));

const lists = join(dist, "read-lexicon.js");
const { compiledLexiconFile, compileLists } = await import(pathToFileURL(lists).href);
const { text, problems } = compileLists(join(source, "analysis/"));
rmSync(lists);
rmSync(`${lists}.map`);
for (const problem of problems) process.stderr.write(`${problem.path}:${problem.line}: no entry: ${problem.text}\n`);
if (problems.length > 0) process.exit(1);
writeFileSync(join(dist, compiledLexiconFile), text);
