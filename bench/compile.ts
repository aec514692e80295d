/** The benchmarks as plain JavaScript: compiling while running would count as the engines' time to start. */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { formatCompiled } from "../src/analysis/lexicon/compiled.ts";
import { compiledLexiconFile, readLexicon } from "../src/analysis/lexicon/read-lexicon.ts";

const manifestSchema = z.object({ bin: z.object({ tsc: z.string() }) });

/**
 * @param use names the folder, for several of them may run at once
 * @returns the folder with `bench/` and `src/` compiled
 */
export function compileBench(root: string, use: string): string {
  const program = join(root, "node_modules", ".cache", "fundstelle", use);
  rmSync(program, { recursive: true, force: true });
  mkdirSync(program, { recursive: true });
  const manifest = createRequire(import.meta.url).resolve("typescript/package.json");
  const { tsc } = manifestSchema.parse(JSON.parse(readFileSync(manifest, "utf8"))).bin;
  execFileSync(
    process.execPath,
    [join(dirname(manifest), tsc), "-p", join(root, "bench/tsconfig.json"), "--outDir", program],
    {
      stdio: "inherit",
    },
  );
  // What it starts an OpenSearch with is no TypeScript.
  for (const file of ["pom.xml", "StartNode.java"])
    copyFileSync(join(root, "opensearch-in-tests", file), join(program, "opensearch-in-tests", file));
  writeFileSync(join(program, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(program, "src/analysis/lexicon", compiledLexiconFile), formatCompiled(readLexicon()));
  return program;
}
