import { foldCase } from "../../folding.ts";
import { type CompiledLexicon, perLanguage } from "../compiled.ts";
import { formatEntries, LineTable, type WordTable } from "../word-table.ts";
import { stemsOf } from "./compile.ts";

/** Ding's list has German on the left and English on the right. */
const sides = { german: "de", english: "en" } as const;
type Side = keyof typeof sides;

/** What a list of Ding's translates, as `CompiledLexicon` has it. */
export type DingTranslations = Readonly<Record<(typeof sides)[Side], WordTable>>;

/** Longer expressions are phrases, which nobody asks word for word. */
const longestExpression = 3;
/** Of more translations of one word, the strongest stay. */
const mostTargets = 12;

/**
 * The translations in Ding's word list `de-en.txt`: lines `German; synonym | other form :: English; synonym | other
 * form`, with grammar in {}, fields in [], explanations in () and abbreviations between slashes.
 * @param lines of the file; comments and lines of another form are passed over
 * @returns tables as `CompiledLexicon` has them; within a word's translations, the one named first and most often has
 *   strength 1
 */
export function parseDing(lines: Iterable<string>): DingTranslations {
  const counts: Record<Side, Counts> = { german: new Map(), english: new Map() };
  for (const line of lines) {
    const halves = line.startsWith("#") ? [] : line.split(" :: ");
    const [german = "", english = ""] = halves;
    if (halves.length !== 2) continue;
    const germanForms = splitOutsideBrackets(german, "|");
    const englishForms = splitOutsideBrackets(english, "|");
    if (germanForms.length !== englishForms.length) continue;
    germanForms.forEach((form, at) => {
      // Plurals are found by their singular; the phrases among the further forms say less about a word's meaning.
      if (at > 0 && form.includes("{pl}")) return;
      countPairs(
        counts,
        expressionsOf(form, "german"),
        expressionsOf(englishForms[at] ?? "", "english"),
        at === 0 ? 1 : 0.5,
      );
    });
  }
  return { [sides.german]: strongest(counts.german), [sides.english]: strongest(counts.english) };
}

/**
 * A lexicon with further translations of words that it does not translate itself, and of expressions with such a word.
 * For all others its own are taken alone: the senses that a large dictionary adds to a common word are mostly others
 * than the one that is meant.
 */
export function mergeTranslations(compiled: CompiledLexicon, extra: CompiledLexicon["translations"]): CompiledLexicon {
  return {
    ...compiled,
    translations: perLanguage((code) => mergeTable(compiled.translations[code], extra[code])),
  };
}

type Counts = Map<string, Map<string, number>>;

function countPairs(
  counts: Readonly<Record<Side, Counts>>,
  german: readonly string[],
  english: readonly string[],
  share: number,
): void {
  const germanKeys = german.map((text) => stemsOf(text, sides.german).join(" "));
  const englishKeys = english.map((text) => stemsOf(text, sides.english).join(" "));
  const headwords = english.map(foldCase);
  germanKeys.forEach((germanKey, germanAt) => {
    englishKeys.forEach((englishKey, englishAt) => {
      if (germanKey === "" || englishKey === "") return;
      const weight = share / (1 + 0.25 * (germanAt + englishAt));
      count(counts.english, headwords[englishAt] ?? "", germanKey, weight);
      count(counts.german, germanKey, englishKey, weight);
    });
  });
}

function count(counts: Counts, key: string, target: string, weight: number): void {
  const targets = counts.get(key) ?? new Map<string, number>();
  counts.set(key, targets.set(target, (targets.get(target) ?? 0) + weight));
}

/** Expressions between semicolons, as a dictionary's headwords: without grammar, articles and placeholders. */
function expressionsOf(form: string, side: Side): string[] {
  return splitOutsideBrackets(form, ";").flatMap((text) => {
    const plain = text
      .replace(/\{[^}]*\}|\[[^\]]*\]|\([^)]*\)|\/[^/]*\/(?=\s|$)|[<>"„“!?…]/gu, " ")
      .replace(placeholders[side], " ")
      .replace(/\s+/g, " ")
      .trim();
    // A slash between words stands for alternatives that only a reader can tell apart.
    const isWord = plain !== "" && !/[/.:,+*=]/.test(plain) && /\p{L}{2}/u.test(plain);
    return isWord && plain.split(" ").length <= longestExpression ? [plain] : [];
  });
}

const placeholders: Readonly<Record<Side, RegExp>> = {
  english: /(?<!\S)(?:to(?=\s)|sth\.?|sb\.?|sb\.'s|so\.?|oneself|the(?=\s)|an?(?=\s))(?!\S)/giu,
  german: /(?<!\S)(?:etw\.?|jd[mns]?\.?|jmd[mns]?\.?|sich|der(?=\s)|die(?=\s)|das(?=\s)|eine?[mnrs]?(?=\s))(?!\S)/gu,
};

/** Separators inside brackets belong to what the brackets explain. */
function splitOutsideBrackets(text: string, separator: "|" | ";"): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if ("([{".includes(char)) depth++;
    else if (")]}".includes(char)) depth = Math.max(0, depth - 1);
    else if (char === separator && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

const noTable = new LineTable("");

function strongest(counts: Counts): WordTable {
  const table = new Map<string, string>();
  for (const [key, targets] of counts) {
    const ordered = [...targets].sort((a, b) => b[1] - a[1]).slice(0, mostTargets);
    const most = ordered[0]?.[1] ?? 1;
    const items = ordered.map(([target, weight]) => `${Math.max(0.1, weight / most).toFixed(2)} ${target}`);
    table.set(key, items.join("|"));
  }
  return new LineTable(formatEntries(table));
}

function mergeTable(own: WordTable = noTable, extra: WordTable = noTable): WordTable {
  const isTranslated = (key: string): boolean => key.split(" ").every((word) => own.get(word) !== undefined);
  return {
    get: (key) => own.get(key) ?? (isTranslated(key) ? undefined : extra.get(key)),
    hasStart: (word) => own.hasStart(word) || extra.hasStart(word),
    *entries() {
      yield* own.entries();
      for (const [key, targets] of extra.entries()) {
        if (own.get(key) === undefined && !isTranslated(key)) yield [key, targets];
      }
    },
  };
}
