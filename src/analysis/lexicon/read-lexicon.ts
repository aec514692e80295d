import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { languages } from "../languages.ts";
import { compileLexicon, type LexiconProblem, type LexiconSource } from "./building/compile.ts";
import { cachedText, sourceCacheFile, sourceFingerprint } from "./building/source-cache.ts";
import { type CompiledLexicon, formatCompiled, parseCompiled } from "./compiled.ts";

/** Where the build leaves the compiled lexicon: beside this module. */
const folder = fileURLToPath(new URL(".", import.meta.url));

/** The analysis, whose languages have the lists, where the program runs from its sources. */
const analysisFolder = fileURLToPath(new URL("..", import.meta.url));

/** The name under which the build writes the compiled lexicon beside this module. */
export const compiledLexiconFile = "lexicon.compiled";

/** The lexicon that comes with the program: the build's, or compiled, once, where the program runs from its sources. */
export function readLexicon(): CompiledLexicon {
  const compiled = `${folder}${compiledLexiconFile}`;
  if (existsSync(compiled)) return parseCompiled(readFileSync(compiled, "utf8"));
  return parseCompiled(cachedText(sourceCacheFile, sourceFingerprint(), () => compileLists(analysisFolder).text));
}

/** The lists below the analysis' folder in the form that the build writes, and the lines that are no entries. */
export function compileLists(directory: string): { readonly text: string; readonly problems: LexiconProblem[] } {
  const { lexicon, problems } = compileLexicon(readLexiconSources(directory));
  return { text: formatCompiled(lexicon), problems };
}

/** Every list below the analysis' folder, which ends with a slash, with paths such as `en-de/a.txt`. */
export function readLexiconSources(directory: string): LexiconSource[] {
  const sources: LexiconSource[] = [];
  for (const { code, wordLists = [] } of languages) {
    for (const { folder: lists, to } of wordLists) {
      for (const file of readdirSync(`${directory}${lists}`).sort()) {
        if (!file.endsWith(".txt")) continue;
        const part = to === undefined ? code : `${code}-${to}`;
        sources.push({ path: `${part}/${file}`, content: readFileSync(`${directory}${lists}/${file}`, "utf8") });
      }
    }
  }
  return sources;
}
