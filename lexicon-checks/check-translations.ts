import { languageByCode } from "../src/analysis/languages.ts";
import type { LexiconSource } from "../src/analysis/lexicon/building/compile.ts";
import { parseTranslation, sourceLines } from "../src/analysis/lexicon/building/source-files.ts";
import type { Lexicon } from "../src/analysis/lexicon/lexicon.ts";
import type { Finding, LexiconCheck } from "./finding.ts";
import { isKnownExpression } from "./known-words.ts";

/** In small letters, but for acronyms. */
const headwordForm = /^(?:[\p{Ll}\p{N}][\p{Ll}\p{N}'’&./-]*|\p{Lu}{2,6})(?: (?:[\p{Ll}\p{N}'’&./-]+|\p{Lu}{2,6}))*$/u;
const translationForm = /^[\p{L}\p{N}.'’& /–-]{1,60}$/u;
const longestHeadword = 4;
/** English function words that are no German words in lower case. */
const englishWords = new Set(
  "the of and to with for from by not is are be it this that or at on as your their his".split(" "),
);

/** Checks the files of translations; see `checkLexicon`. */
export function checkTranslations(sources: readonly LexiconSource[], lexicon: Lexicon): LexiconCheck {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let entries = 0;
  for (const { path, content } of sources) {
    let previous = "";
    for (const { text, line } of sourceLines(content)) {
      entries++;
      const add = (severity: Finding["severity"], rule: Finding["rule"]): void => {
        findings.push({ severity, rule, path, line, text });
      };
      const entry = parseTranslation(text);
      if (entry === undefined || !isWellFormed(text, entry.headword, entry.translations)) {
        add("error", "malformed");
        continue;
      }
      const { headword } = entry;
      const translations = entry.translations.map((translation) => translation.text);
      if (seen.has(headword)) add("error", "duplicate-headword");
      else if (headword.toLowerCase() < previous) add("error", "unsorted");
      seen.add(headword);
      previous = headword.toLowerCase();
      if (/^[a-z]/i.test(headword) && !isInitialOf(previous.charAt(0), path)) add("error", "wrong-file");
      if (new Set(translations).size < translations.length) add("error", "duplicate-item");
      for (const rule of doubts(headword, translations, lexicon)) add("doubtful", rule);
    }
  }
  return { entries, findings };
}

/** Whether a file is for an initial: `en-de/a.txt` is for one, `en-de/d-e.txt` for several. */
function isInitialOf(initial: string, path: string): boolean {
  const [, first = "", last = first] = /([a-z])(?:-([a-z]))?\.txt$/.exec(path) ?? [];
  return initial >= first && initial <= last;
}

function isWellFormed(text: string, headword: string, translations: readonly { readonly text: string }[]): boolean {
  return (
    headwordForm.test(headword) &&
    headword.split(" ").length <= longestHeadword &&
    (text.match(/;/g) ?? []).length <= 2 &&
    !/[,;]\s*[,;]|[,;]$|= [,;]|\s{2}/.test(text) &&
    translations.every((translation) => translationForm.test(translation.text))
  );
}

function doubts(headword: string, translations: readonly string[], lexicon: Lexicon): Finding["rule"][] {
  const found: Finding["rule"][] = [];
  const { fold } = languageByCode("de");
  const isKnown = (translation: string): boolean => isKnownExpression(translation, "de", lexicon);
  // German may have the same word; then its frequency list has it too.
  if (translations.every((text) => fold(text) === fold(headword)) && !translations.some(isKnown))
    found.push("untranslated");
  const words = translations.flatMap((text) => (fold(text) === fold(headword) ? [] : text.split(" ")));
  if (words.some((word) => englishWords.has(word))) found.push("english-words");
  if (!translations.some(isKnown) && !found.includes("untranslated")) found.push("unknown-translation");
  return found;
}
