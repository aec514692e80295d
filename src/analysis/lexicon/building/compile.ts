import { analyze } from "../../analyze.ts";
import type { Language } from "../../language.ts";
import { languageByCode } from "../../languages.ts";
import { writingOf } from "../../writing.ts";
import {
  type CompiledGroup,
  type CompiledLexicon,
  emptyLexicon,
  groupKinds,
  listed,
  partsOfMember,
} from "../compiled.ts";
import { formatEntries, LineTable } from "../word-table.ts";
import { parseGroup, parseTranslation, sourceLines } from "./source-files.ts";
import { prefixedForms } from "./strong-verbs.ts";

type LanguageCode = Language["code"];

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
 * The name of a file says what it holds: `en-de/*` translations, `families*`, `synonyms*`, `broader*`, `roles*`, `forms*`,
 * `strong-verbs*`, `frequencies*` below a language's folder. Lines without that form are reported and left out.
 */
export function compileLexicon(sources: readonly LexiconSource[]): {
  lexicon: CompiledLexicon;
  problems: LexiconProblem[];
} {
  const lexicon = emptyLexicon();
  const tables: Tables = {
    de: new Map(),
    en: new Map(),
    baseForms: new Map(),
    kinds: { de: new Map(), en: new Map() },
  };
  const problems: LexiconProblem[] = [];
  const byPath = [...sources].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const source of byPath) {
    const [folder = "", file = ""] = source.path.split("/");
    const report = (line: number, text: string) => problems.push({ path: source.path, line, text });
    if (folder === "en-de") addTranslations(tables, source.content, report);
    else if (folder === "de" || folder === "en") addRelations(lexicon, tables, folder, file, source.content, report);
  }
  addStrongVerbs(lexicon, tables, byPath);
  const table = (entries: Map<string, string>) => new LineTable(formatEntries(entries));
  const translations = { de: table(tables.de), en: table(tables.en) };
  const kinds = { de: table(tables.kinds.de), en: table(tables.kinds.en) };
  return { lexicon: { ...lexicon, translations, kinds, baseForms: table(tables.baseForms) }, problems };
}

/** Translations of each language, irregular forms and kinds of things, while they are gathered. */
interface Tables {
  readonly de: Map<string, string>;
  readonly en: Map<string, string>;
  readonly baseForms: Map<string, string>;
  readonly kinds: { readonly de: Map<string, string>; readonly en: Map<string, string> };
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
  const isNoun = code === "de" && /^\p{Lu}/u.test(expression);
  return `${stems}=${isNoun ? folded.charAt(0).toUpperCase() + folded.slice(1) : folded}`;
}

/** A German translation: of a verb with its preposition (warnen vor) the verb is known, as if it stood alone. */
function targetOf(expression: string): string {
  const [verb = "", ...others] = expression.split(" ");
  const { isStopWord } = languageByCode("de");
  const isVerb = /^\p{Ll}{3,}n$/u.test(verb) && !isStopWord(languageByCode("de").fold(verb));
  const takesPreposition = others.length === 1 && others.every((word) => isStopWord(languageByCode("de").fold(word)));
  return memberOf(isVerb && takesPreposition ? verb : expression, "de");
}

/** US is folded as USA is, where it is written with capitals. */
function spellingsOf(headword: string): readonly string[] {
  return headword.startsWith("us ") ? [headword, `usa ${headword.slice(3)}`] : [headword];
}

function addTranslations(tables: Tables, content: string, report: Report): void {
  for (const { text, line } of sourceLines(content)) {
    const entry = parseTranslation(text);
    if (entry === undefined) {
      report(line, text);
      continue;
    }
    // Headwords are in small letters, but for acronyms, which are folded as such.
    const words = entry.headword.split(" ").map((word) => languageByCode("en").fold(word));
    const headwords = spellingsOf(words.join(" "));
    for (const translation of entry.translations) {
      const german = targetOf(translation.text);
      const english = memberOf(entry.headword, "en");
      for (const headword of headwords) addTarget(tables.en, headword, translation.strength, german);
      addTarget(tables.de, partsOfMember(german).stems, translation.strength, english);
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
    const table = listed(kinds, code);
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
    // English is translated by lemma, so its forms are looked up before stems are made.
    if (kind.file === "forms" && code === "en" && group.head !== undefined) {
      for (const form of group.members) {
        const folded = languageByCode(code).fold(form);
        const base = languageByCode(code).fold(group.head);
        const before = baseForms.get(folded);
        baseForms.set(folded, before === undefined ? base : `${before} ${base}`);
      }
    }
    const expressions = group.head === undefined ? group.members : [group.head, ...group.members];
    addGroup(lexicon, code, kind.kind, expressions);
  }
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
    if (newWords.length > 0) listed(lexicon.frequencies, code)?.words.push([zipf, ...newWords].join(" "));
    if (newStems.length > 0) listed(lexicon.frequencies, code)?.stems.push([zipf, ...newStems].join(" "));
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
  if (stems.size > 1) listed(lexicon.groups, code)?.push({ kind, members });
}

/** Strong verbs with and without prefixes; prefixed ones only where the lexicon knows their infinitive. */
function addStrongVerbs(lexicon: CompiledLexicon, tables: Tables, sources: readonly LexiconSource[]): void {
  const known = germanLemmas(lexicon, tables);
  for (const line of lexicon.frequencies.de.words) for (const word of line.split(" ").slice(1)) known.add(word);
  for (const source of sources) {
    if (!source.path.startsWith("de/strong-verbs")) continue;
    for (const { text } of sourceLines(source.content)) {
      const verb = parseGroup(text, ":");
      if (verb?.head === undefined) continue;
      for (const forms of prefixedForms(verb.head, verb.members, (folded) => known.has(folded))) {
        addGroup(lexicon, "de", "form", forms);
      }
    }
  }
}

/** Folded single words of the German groups and of what English is translated to; nouns keep their capital. */
function germanLemmas(lexicon: CompiledLexicon, tables: Tables): Set<string> {
  const members = lexicon.groups.de.flatMap((group) => group.members);
  const targets = [...tables.en.values()].flatMap((items) => items.split("|"));
  return new Set([...members, ...targets].flatMap((member) => partsOfMember(member).lemma ?? []));
}
