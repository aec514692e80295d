import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileLexicon, type LexiconProblem, type LexiconSource } from "./compile.ts";
import { type CompiledLexicon, formatCompiled, parseCompiled } from "./compiled.ts";
import { cachedText, sourceCacheFile, sourceFingerprint } from "./source-cache.ts";

/** The folder of the lexicon's files, beside this module in the sources and in the built program. */
const folder = fileURLToPath(new URL(".", import.meta.url));

/** The name under which the build writes the compiled lexicon beside this module. */
export const compiledLexiconFile = "lexicon.compiled";

/** The lexicon that comes with the program: the build's, or compiled, once, where the program runs from its sources. */
export function readLexicon(): CompiledLexicon {
  const compiled = `${folder}${compiledLexiconFile}`;
  if (existsSync(compiled)) return parseCompiled(readFileSync(compiled, "utf8"));
  return parseCompiled(cachedText(sourceCacheFile, sourceFingerprint(), () => compileLists(folder).text));
}

/** The lists below a folder in the form that the build writes, and the lines that are no entries. */
export function compileLists(directory: string): { readonly text: string; readonly problems: LexiconProblem[] } {
  const { lexicon, problems } = compileLexicon(readLexiconSources(directory));
  return { text: formatCompiled(lexicon), problems };
}

/** Every lexicon file below a folder that ends with a slash, with paths such as `en-de/a.txt`. */
export function readLexiconSources(directory: string): LexiconSource[] {
  const sources: LexiconSource[] = [];
  for (const part of ["de", "en", "en-de"]) {
    if (!existsSync(`${directory}${part}`)) continue;
    for (const file of readdirSync(`${directory}${part}`).sort()) {
      if (!file.endsWith(".txt")) continue;
      sources.push({ path: `${part}/${file}`, content: readFileSync(`${directory}${part}/${file}`, "utf8") });
    }
  }
  return sources;
}
