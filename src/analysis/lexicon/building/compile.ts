import { analyze } from "../../analyze.ts";
import type { LanguageCode } from "../../language.ts";
import { languageByCode, languages } from "../../languages.ts";
import { writingOf } from "../../writing.ts";
import {
  type CompiledGroup,
  type CompiledLexicon,
  emptyLexicon,
  groupKinds,
  type PerLanguage,
  partsOfMember,
  perLanguage,
} from "../compiled.ts";
import { formatEntries, LineTable } from "../word-table.ts";
import { parseGroup, parseTranslation, sourceLines } from "./source-files.ts";

/** A lexicon file as it stands in the folder: `en-de/a.txt`, `de/families.txt`, … */
export interface LexiconSource {
  readonly path: string;
  readonly content: string;
}

/** A line that has not the form of its file. */
export interface LexiconProblem {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/**
 * Stems every entry of the lexicon files, so that a start reads instead of analysing.
 * The name of a file says what it holds: `en-de/*` a dictionary from one language to another, `families*`, `synonyms*`, `broader*`, `roles*`, `forms*`,
 * `strong-verbs*`, `frequencies*` below a language's folder. Lines without that form are reported and left out.
 */
export function compileLexicon(sources: readonly LexiconSource[]): {
  lexicon: CompiledLexicon;
  problems: LexiconProblem[];
} {
  const lexicon = emptyLexicon();
  const tables: Tables = {
    translations: perLanguage(() => new Map()),
    baseForms: perLanguage(() => new Map()),
    kinds: perLanguage(() => new Map()),
  };
  const problems: LexiconProblem[] = [];
  const byPath = [...sources].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const source of byPath) {
    const [folder = "", file = ""] = source.path.split("/");
    const report = (line: number, text: string) => problems.push({ path: source.path, line, text });
    const [code = "", to] = folder.split("-");
    if (to !== undefined) addTranslations(tables, { from: code, to }, source.content, report);
    else addRelations(lexicon, tables, code, file, source.content, report);
  }
  addStrongVerbs(lexicon, tables, byPath);
  const tablesOf = (entries: Entries) => perLanguage((code) => new LineTable(formatEntries(entries[code] ?? [])));
  const translations = tablesOf(tables.translations);
  const kinds = tablesOf(tables.kinds);
  return { lexicon: { ...lexicon, translations, kinds, baseForms: tablesOf(tables.baseForms) }, problems };
}

type Entries = PerLanguage<Map<string, string>>;

/** Translations, irregular forms and kinds of things, while they are gathered. */
interface Tables {
  readonly translations: Entries;
  readonly baseForms: Entries;
  readonly kinds: Entries;
}

type Report = (line: number, text: string) => void;

/** Most expressions are one word, which needs no search for numbers, dates and hyphens. */
const oneWord = /^\p{L}{2,40}$/u;

/** The stems of an expression's content words; of all its words where it has no other. */
export function stemsOf(expression: string, code: LanguageCode): string[] {
  if (oneWord.test(expression)) return [languageByCode(code).stem(languageByCode(code).fold(expression))];
  const tokens = analyze(expression, languageByCode(code)).filter((token) => token.kind !== "joined");
  const content = tokens.filter((token) => !token.isStopWord);
  return (content.length > 0 ? content : tokens).map((token) => token.stem);
}

/** An expression as it stands in a compiled group; empty where it has no word. */
export function memberOf(expression: string, code: LanguageCode): string {
  const stems = stemsOf(expression, code).join(" ");
  if (!oneWord.test(expression)) return stems;
  const folded = languageByCode(code).fold(expression);
  if (writingOf(expression) === "capitals") return `${stems}=${folded.toUpperCase()}`;
  const isNoun = languageByCode(code).capitalisesNouns === true && /^\p{Lu}/u.test(expression);
  return `${stems}=${isNoun ? folded.charAt(0).toUpperCase() + folded.slice(1) : folded}`;
}

/** The languages of a dictionary. */
interface Direction {
  readonly from: LanguageCode;
  readonly to: LanguageCode;
}

function addTranslations({ translations }: Tables, { from, to }: Direction, content: string, report: Report): void {
  const [there, back] = [translations[from], translations[to]];
  if (there === undefined || back === undefined) return;
  const [source, target] = [languageByCode(from), languageByCode(to)];
  for (const { text, line } of sourceLines(content)) {
    const entry = parseTranslation(text);
    if (entry === undefined) {
      report(line, text);
      continue;
    }
    // Headwords are in small letters, but for acronyms, which are folded as such.
    const headword = entry.headword
      .split(" ")
      .map((word) => source.fold(word))
      .join(" ");
    const keys = source.entries?.keysOf?.(headword) ?? [headword];
    for (const { text: translation, strength } of entry.translations) {
      const known = memberOf(target.entries?.knownBy?.(translation) ?? translation, to);
      for (const key of keys) addTarget(there, key, strength, known);
      addTarget(back, partsOfMember(known).stems, strength, memberOf(entry.headword, from));
    }
  }
}

/** Keeps for each target the largest strength with which it was named. */
function addTarget(table: Map<string, string>, key: string, strength: number, target: string): void {
  if (key === "" || target === "") return;
  const items = (table.get(key) ?? "").split("|").filter((item) => item !== "");
  const same = items.findIndex((item) => item.slice(item.indexOf(" ") + 1) === target);
  if (same < 0) items.push(`${strength} ${target}`);
  else if (Number.parseFloat(items[same] ?? "0") < strength) items[same] = `${strength} ${target}`;
  table.set(key, items.join("|"));
}

function addRelations(
  lexicon: CompiledLexicon,
  { baseForms, kinds }: Tables,
  code: LanguageCode,
  file: string,
  content: string,
  report: Report,
): void {
  const name = file.replace(/\.txt$/, "");
  if (name.startsWith("frequencies")) {
    addFrequencies(lexicon, code, content);
    return;
  }
  if (name.startsWith("strong-verbs")) return;
  if (name.startsWith("kinds")) {
    const table = kinds[code];
    if (table !== undefined) addKinds(table, code, content, report);
    return;
  }
  const kind = groupKinds.find((candidate) => name.startsWith(candidate.file));
  if (kind === undefined) return;
  for (const { text, line } of sourceLines(content)) {
    const group = parseGroup(text, kind.separator);
    if (group === undefined) {
      report(line, text);
      continue;
    }
    const bases = baseForms[code];
    if (kind.file === "forms" && group.head !== undefined && bases !== undefined && hasDictionary(code)) {
      for (const form of group.members) {
        const folded = languageByCode(code).fold(form);
        const base = languageByCode(code).fold(group.head);
        const before = bases.get(folded);
        bases.set(folded, before === undefined ? base : `${before} ${base}`);
      }
    }
    const expressions = group.head === undefined ? group.members : [group.head, ...group.members];
    addGroup(lexicon, code, kind.kind, expressions);
  }
}

/** Words of a language with a dictionary are translated as headwords, so their forms are looked up before stems are made. */
function hasDictionary(code: LanguageCode): boolean {
  return languageByCode(code).wordLists?.some(({ to }) => to !== undefined) === true;
}

/** By the stem of each word, of which sorts of things it tells. */
function addKinds(kinds: Map<string, string>, code: LanguageCode, content: string, report: Report): void {
  for (const { text, line } of sourceLines(content)) {
    const group = parseGroup(text, ":");
    if (group?.head === undefined) {
      report(line, text);
      continue;
    }
    for (const member of group.members) {
      const stems = stemsOf(member, code).join(" ");
      const before = kinds.get(stems);
      if (stems !== "") kinds.set(stems, before === undefined ? group.head : `${before} ${group.head}`);
    }
  }
}

/** Lines come by falling frequency, so the first value of a folded word or a stem is its largest. */
function addFrequencies(lexicon: CompiledLexicon, code: LanguageCode, content: string): void {
  const language = languageByCode(code);
  const seenWords = new Set<string>();
  const seenStems = new Set<string>();
  for (const { text } of sourceLines(content)) {
    const [zipf = "", ...spelt] = text.split(" ");
    const words = spelt.map((word) => language.fold(word));
    const newWords = words.filter((word) => !seenWords.has(word) && seenWords.add(word));
    const newStems = words
      .map((word) => language.stem(word))
      .filter((stem) => !seenStems.has(stem) && seenStems.add(stem));
    if (newWords.length > 0) lexicon.frequencies[code]?.words.push([zipf, ...newWords].join(" "));
    if (newStems.length > 0) lexicon.frequencies[code]?.stems.push([zipf, ...newStems].join(" "));
  }
}

function addGroup(
  lexicon: CompiledLexicon,
  code: LanguageCode,
  kind: CompiledGroup["kind"],
  expressions: readonly string[],
): void {
  const members = [...new Set(expressions.map((expression) => memberOf(expression, code)))].filter(
    (member) => member !== "",
  );
  const stems = new Set(members.map((member) => partsOfMember(member).stems));
  if (stems.size > 1) lexicon.groups[code]?.push({ kind, members });
}

/** Strong verbs with and without prefixes; prefixed ones only where the lexicon knows their infinitive. */
function addStrongVerbs(lexicon: CompiledLexicon, tables: Tables, sources: readonly LexiconSource[]): void {
  for (const { code, entries } of languages) {
    if (entries?.prefixedForms === undefined) continue;
    const known = lemmasOf(code, lexicon, tables);
    for (const source of sources) {
      if (!source.path.startsWith(`${code}/strong-verbs`)) continue;
      for (const { text } of sourceLines(source.content)) {
        const verb = parseGroup(text, ":");
        if (verb?.head === undefined) continue;
        for (const forms of entries.prefixedForms(verb.head, verb.members, (folded) => known.has(folded))) {
          addGroup(lexicon, code, "form", forms);
        }
      }
    }
  }
}

/** Folded single words of a language's lists and of what others are translated to; nouns keep their capital. */
function lemmasOf(code: LanguageCode, lexicon: CompiledLexicon, { translations }: Tables): Set<string> {
  const members = (lexicon.groups[code] ?? []).flatMap((group) => group.members);
  const targets = languages
    .filter(({ translatedTo }) => translatedTo === code)
    .flatMap((from) => [...(translations[from.code]?.values() ?? [])])
    .flatMap((items) => items.split("|"));
  const lemmas = new Set([...members, ...targets].flatMap((member) => partsOfMember(member).lemma ?? []));
  for (const line of lexicon.frequencies[code]?.words ?? []) {
    for (const word of line.split(" ").slice(1)) lemmas.add(word);
  }
  return lemmas;
}
