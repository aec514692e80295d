// Compiles the program to dist/ and the lexicon to its compact form beside it. Runs at `npm ci` (prepare) and `npm run build`.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");

function compilerPath() {
  try {
    const manifest = createRequire(import.meta.url).resolve("typescript/package.json");
    return join(dirname(manifest), JSON.parse(readFileSync(manifest, "utf8")).bin.tsc);
  } catch {
    return undefined;
  }
}

const compiler = compilerPath();
if (compiler === undefined) {
  // `npm ci --omit=dev` leaves the compiler out: what was built before goes on being used.
  if (existsSync(join(dist, "main.js"))) process.exit(0);
  process.stderr.write("dist/ is missing and the TypeScript compiler is not installed. Run: npm ci\n");
  process.exit(1);
}

rmSync(dist, { recursive: true, force: true });
try {
  execFileSync(process.execPath, [compiler, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit" });
} catch {
  process.exit(1);
}

const built = (file) => import(pathToFileURL(join(dist, file)).href);
const { readLexiconSources, compiledLexiconFile } = await built("analysis/lexicon/read-lexicon.js");
const { compileLexicon } = await built("analysis/lexicon/compile.js");
const { formatCompiled } = await built("analysis/lexicon/compiled.js");
const { lexicon, problems } = compileLexicon(readLexiconSources(join(root, "src/analysis/lexicon/")));
for (const { path, line, text } of problems) process.stderr.write(`${path}:${line}: no entry: ${text}\n`);
if (problems.length > 0) process.exit(1);
writeFileSync(join(dist, "analysis/lexicon", compiledLexiconFile), formatCompiled(lexicon));
