/**
 * How much of what English questions say the lexicon translates: `npm run lexicon:coverage -- --judgments FILE
 * [--seeds DIR]`. Prints figures only: a list of missing words would tempt to write entries for the judged questions.
 *
 * Counted are content words: no stop words, no numbers, no names. A name is a word that begins with a capital inside
 * its sentence, or that the German documents hold in the very same spelling. A word counts as translated where it is
 * a headword, an inflected form of one, or part of a headword of several words that the question holds.
 */
import { parseArgs } from "node:util";
import { analyze } from "../../src/analysis/analyze.ts";
import { englishLemmas, translateEnglish } from "../../src/analysis/english/translate.ts";
import { languageByCode } from "../../src/analysis/languages.ts";
import { createLexicon } from "../../src/analysis/lexicon/create-lexicon.ts";
import type { Lexicon } from "../../src/analysis/lexicon/lexicon.ts";
import { readLexicon } from "../../src/analysis/lexicon/read-lexicon.ts";
import { tokenize } from "../../src/analysis/tokens/tokenizer.ts";
import { readForEvaluation, readJudgments } from "../evaluation/evaluation-setup.ts";

const { values } = parseArgs({
  options: {
    judgments: { type: "string", default: "tests/judgments/seeds.jsonl" },
    seeds: { type: "string", default: "seeds" },
  },
});

/** How many content words a question has, and how many of them are translated. */
function coverageOf(question: string, lexicon: Lexicon, isInDocuments: (word: string) => boolean): [number, number] {
  const words = analyze(question, languageByCode("en")).filter(({ kind }) => kind === "word" || kind === "number");
  const folded = words.map((word) => word.folded);
  const translated = new Set<number>();
  words.forEach((_word, at) => {
    const span = translateEnglish(folded, at, lexicon)?.words ?? 0;
    for (let offset = 0; offset < span; offset++) translated.add(at + offset);
  });
  const counted = words.flatMap((word, at) => {
    const isSentenceStart = at === 0 || /[.?!:]\s/.test(question.slice(words[at - 1]?.end, word.start));
    const isName = (/^\p{Lu}/u.test(word.text) && !isSentenceStart) || isInDocuments(word.text);
    return word.isStopWord || word.kind === "number" || isName ? [] : [at];
  });
  return [counted.length, counted.filter((at) => translated.has(at)).length];
}

/** Headwords that no rule makes of another headword, and that are no names of places, languages or currencies that Node has. */
function headwordCounts(headwords: readonly string[], lexicon: Lexicon): { single: number; several: number } {
  const known = new Set(headwords);
  const own = headwords.filter((headword) => {
    const isInflected = englishLemmas(headword, lexicon).some((lemma) => lemma !== headword && known.has(lemma));
    return !isInflected && !isNamedByNode(headword);
  });
  const several = own.filter((headword) => headword.includes(" ")).length;
  return { single: own.length - several, several };
}

const namedByNode = new Set<string>();
const letters = [..."abcdefghijklmnopqrstuvwxyz"];
for (const type of ["region", "language", "currency"] as const) {
  const names = new Intl.DisplayNames("en", { type, fallback: "none" });
  const length = type === "currency" ? 3 : 2;
  let codes = [""];
  for (let i = 0; i < length; i++) codes = codes.flatMap((code) => letters.map((letter) => code + letter));
  for (const code of codes) {
    const name = names.of(type === "language" ? code : code.toUpperCase());
    if (name !== undefined) namedByNode.add(languageByCode("en").fold(name));
  }
}

function isNamedByNode(headword: string): boolean {
  return namedByNode.has(headword);
}

const compiled = readLexicon();
const lexicon = createLexicon(compiled);
const judgments = readJudgments(values.judgments).filter(({ lang }) => lang === "en");
const { documents } = await readForEvaluation(values.seeds);
const spellings = new Set(
  documents
    .filter(({ document }) => document.metadata.language === "de")
    .flatMap(({ document }) => tokenize(document.canonicalText).map(({ text }) => text)),
);
let counted = 0;
let translated = 0;
for (const { question } of judgments) {
  const [content, covered] = coverageOf(question, lexicon, (word) => spellings.has(word));
  counted += content;
  translated += covered;
}
const { en: english } = compiled.translations;
const headwords = headwordCounts(
  [...(english?.entries() ?? [])].map(([headword]) => headword),
  lexicon,
);
const share = counted === 0 ? 0 : (100 * translated) / counted;
process.stdout.write(
  `${share.toFixed(1)} % of ${counted} content words in ${judgments.length} English questions are translated\n` +
    `headwords without inflected forms and names that Node has: ${headwords.single} of one word, ${headwords.several} of several\n`,
);
