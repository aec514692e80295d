/**
 * Writes `src/analysis/german/morphology/ge-words.ts`: the words of the lexicon whose `ge` is no participle's. Run by hand after the
 * lexicon has changed: `npm run ge-words`.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { foldGerman } from "../../src/analysis/german/folding.ts";
import { sourceLines } from "../../src/analysis/lexicon/building/source-files.ts";
import { readLexiconSources } from "../../src/analysis/lexicon/read-lexicon.ts";

const sources = readLexiconSources(fileURLToPath(new URL("../../src/analysis/", import.meta.url)));
const words = new Set<string>();
const known = new Set<string>();
for (const { path, content } of sources) {
  if (path.startsWith("en/")) continue;
  for (const { text } of sourceLines(content)) {
    const german = path.startsWith("en-de/") ? text.slice(text.indexOf(" = ") + 3) : text;
    for (const [word] of german.matchAll(/\p{L}+/gu)) {
      known.add(foldGerman(word));
      if (/^ge\p{L}{4,}$/iu.test(word) && !path.startsWith("de/frequencies") && !path.startsWith("de/strong-verbs"))
        words.add(word);
    }
  }
}

/** Whether taking `ge` off leaves a known verb's stem: gekauft, gesprochen; nouns are written with a capital. */
function isParticiple(word: string): boolean {
  if (/^\p{Lu}/u.test(word)) return false;
  const rest = foldGerman(word).slice(2);
  const stem = rest.replace(/(?:et|t|en)$/, "");
  return /(?:t|en)$/.test(rest) && (known.has(`${stem}en`) || known.has(rest));
}

const kept = [...new Set([...words].filter((word) => !isParticiple(word)).map(foldGerman))].sort();
const lines: string[] = [];
for (let i = 0; i < kept.length; i += 10) lines.push(`  ${kept.slice(i, i + 10).join(" ")}`);
writeFileSync(
  fileURLToPath(new URL("../../src/analysis/german/morphology/ge-words.ts", import.meta.url)),
  `/** Words whose \`ge\` is no participle's (Gefahr, Geschäft, gewinnen), folded. Written by \`npm run ge-words\` from the lexicon. */\nexport const geWords: ReadonlySet<string> = new Set(\n  \`\n${lines.join("\n")}\n  \`\n    .split(/\\s+/)\n    .filter((word) => word !== ""),\n);\n`,
);
process.stdout.write(`${kept.length} words\n`);
