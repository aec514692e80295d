import type { LanguageCode } from "../language.ts";
import { languages } from "../languages.ts";
import type { GroupSeparator } from "./building/source-files.ts";
import { formatEntries, LineTable, type WordTable } from "./word-table.ts";

/** Words that stand for one another, or, as `opposite`, exclude each other; where `kind` is `broader`, `role` or `opposite`, the first is the head. */
export interface CompiledGroup {
  readonly kind: "form" | "family" | "synonym" | "broader" | "role" | "opposite";
  /** Stems joined by spaces; for single words `=` and the lemma after them: `gas=Gast`. */
  readonly members: readonly string[];
}

/** @param member of a group, or the target of a translation */
export function partsOfMember(member: string): { readonly stems: string; readonly lemma: string | undefined } {
  const at = member.indexOf("=");
  return at < 0 ? { stems: member, lemma: undefined } : { stems: member.slice(0, at), lemma: member.slice(at + 1) };
}

/** By the codes of the languages that have lists; the others have nothing. */
export type PerLanguage<T> = Readonly<Record<LanguageCode, T>>;

const listedCodes: readonly LanguageCode[] = languages.flatMap(({ code, wordLists }) =>
  wordLists === undefined ? [] : [code],
);

/** Makes something for each language that has lists. */
export function perLanguage<T>(make: (code: LanguageCode) => T): PerLanguage<T> {
  return Object.fromEntries(listedCodes.map((code) => [code, make(code)]));
}

/**
 * The lexicon as it is stored beside the compiled program: everything is stemmed, and no look-up tables are built yet.
 */
export interface CompiledLexicon {
  readonly groups: PerLanguage<CompiledGroup[]>;
  /** Key to `strength target|strength target|…`; a target is written as a member of a group is. */
  readonly translations: PerLanguage<WordTable>;
  /** Stems to the kinds of things that they tell of, joined by spaces: time, place, length. */
  readonly kinds: PerLanguage<WordTable>;
  /**
   * Folded irregular form to folded base forms, joined by spaces; of a language with a dictionary, whose headwords are
   * looked up before stems are made.
   */
  readonly baseForms: PerLanguage<WordTable>;
  /** Lines `zipf word word …` by falling frequency, each word once: folded words, and stems. */
  readonly frequencies: PerLanguage<FrequencyLines>;
}

export interface FrequencyLines {
  readonly words: string[];
  readonly stems: string[];
}

/** An empty compiled lexicon. */
export function emptyLexicon(): CompiledLexicon {
  return {
    groups: perLanguage(() => []),
    translations: perLanguage(() => new LineTable("")),
    kinds: perLanguage(() => new LineTable("")),
    baseForms: perLanguage(() => new LineTable("")),
    frequencies: perLanguage(() => ({ words: [], stems: [] })),
  };
}

/** Which file holds which relation, and how its lines are written. */
export const groupKinds: readonly {
  readonly file: string;
  readonly kind: CompiledGroup["kind"];
  readonly separator?: GroupSeparator;
}[] = [
  { file: "forms", kind: "form", separator: ":" },
  { file: "families", kind: "family" },
  { file: "synonyms", kind: "synonym" },
  { file: "broader", kind: "broader", separator: ">" },
  { file: "roles", kind: "role", separator: "~" },
  { file: "opposites", kind: "opposite", separator: "<>" },
];

const marks = {
  groups: "#groups",
  members: "#members",
  translations: "#translations",
  kinds: "#kinds",
  baseForms: "#forms",
  words: "#words",
  stems: "#stems",
};

/** One text, read back by `parseCompiled`: lines of tab-separated fields below section marks. */
export function formatCompiled(lexicon: CompiledLexicon): string {
  const lines: string[] = [];
  for (const code of listedCodes) {
    const groups = lexicon.groups[code] ?? [];
    lines.push(`${marks.groups} ${code}`);
    for (const group of groups) lines.push([group.kind, ...group.members].join("\t"));
    lines.push(`${marks.members} ${code}`, ...memberLines(groups));
    lines.push(`${marks.translations} ${code}`, ...tableLines(lexicon.translations[code]));
    lines.push(`${marks.kinds} ${code}`, ...tableLines(lexicon.kinds[code]));
    lines.push(`${marks.baseForms} ${code}`, ...tableLines(lexicon.baseForms[code]));
    lines.push(`${marks.words} ${code}`, ...(lexicon.frequencies[code]?.words ?? []));
    lines.push(`${marks.stems} ${code}`, ...(lexicon.frequencies[code]?.stems ?? []));
  }
  return `${lines.join("\n")}\n`;
}

function tableLines(table: WordTable | undefined): string[] {
  const text = formatEntries(table?.entries() ?? []);
  return text === "" ? [] : [text.slice(0, -1)];
}

/**
 * Reads what `formatCompiled` wrote; each part of it when it is first asked for, since few questions need them all.
 * @throws Error where the text was not written by `formatCompiled`
 */
export function parseCompiled(text: string): CompiledLexicon {
  const sections = sectionsOf(text);
  const lines = (mark: string) => (sections.get(mark) ?? "").split("\n").filter((line) => line !== "");
  const table = (mark: string) => new LineTable(sections.get(mark) ?? "");
  const groups = whenAsked((code) => readGroups(lines(`${marks.groups} ${code}`)));
  const section = (mark: string) => sections.get(mark) ?? "";
  lookUps.set(groups, (code, member) =>
    groupsInText(section(`${marks.groups} ${code}`), section(`${marks.members} ${code}`), member),
  );
  return {
    groups,
    translations: whenAsked((code) => table(`${marks.translations} ${code}`)),
    kinds: whenAsked((code) => table(`${marks.kinds} ${code}`)),
    baseForms: whenAsked((code) => table(`${marks.baseForms} ${code}`)),
    frequencies: whenAsked((code) => ({
      words: lines(`${marks.words} ${code}`),
      stems: lines(`${marks.stems} ${code}`),
    })),
  };
}

/** Reads what a language has when it is first asked for. */
function whenAsked<T>(read: (code: LanguageCode) => T): PerLanguage<T> {
  const entries: Record<LanguageCode, T> = {};
  for (const code of listedCodes)
    Object.defineProperty(entries, code, { enumerable: true, get: once(() => read(code)) });
  return entries;
}

type Groups = CompiledLexicon["groups"];
type GroupLookUp = (code: string, member: string) => CompiledGroup[];

/**
 * Groups that were read from a text are looked up in it, since building a table of all of them takes longer than a
 * question.
 */
const lookUps = new WeakMap<Groups, GroupLookUp>();

/** The groups that have a member with these stems, in their order. */
export function groupsWith(groups: Groups, code: string, stems: string): readonly CompiledGroup[] {
  let lookUp = lookUps.get(groups);
  if (lookUp === undefined) {
    const tables = whenAsked((language) => groupTable(groups[language] ?? []));
    lookUp = (language, key) => tables[language]?.get(key) ?? [];
    lookUps.set(groups, lookUp);
  }
  return lookUp(code, stems);
}

function groupTable(groups: readonly CompiledGroup[]): Map<string, CompiledGroup[]> {
  const table = new Map<string, CompiledGroup[]>();
  for (const group of groups) {
    for (const stems of stemsOfMembers(group.members)) {
      const known = table.get(stems);
      if (known === undefined) table.set(stems, [group]);
      else known.push(group);
    }
  }
  return table;
}

function stemsOfMembers(members: readonly string[]): ReadonlySet<string> {
  return new Set(members.map((member) => partsOfMember(member).stems));
}

/** Lines `member place place …` in the order of the members; a place is where a group's line begins in its section. */
function memberLines(groups: readonly CompiledGroup[]): string[] {
  const places = new Map<string, number[]>();
  let place = 0;
  for (const { kind, members } of groups) {
    for (const stems of stemsOfMembers(members)) {
      const known = places.get(stems);
      if (known === undefined) places.set(stems, [place]);
      else known.push(place);
    }
    place += [kind, ...members].join("\t").length + 1;
  }
  return [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([member, at]) => `${member}\t${at.map((start) => start.toString(36)).join(" ")}`);
}

/** Finds a member's line by binary search in the sorted text, then the groups at the offsets that it lists. */
function groupsInText(groups: string, members: string, member: string): CompiledGroup[] {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const start = members.lastIndexOf("\n", ((low + high) >>> 1) - 1) + 1;
    const end = members.indexOf("\n", start);
    const tab = members.indexOf("\t", start);
    const found = members.slice(start, tab);
    if (found === member) {
      const places = members.slice(tab + 1, end).split(" ");
      return readGroups(places.map((place) => lineAt(groups, Number.parseInt(place, 36))));
    }
    if (found < member) low = end + 1;
    else high = start;
  }
  return [];
}

function lineAt(text: string, start: number): string {
  return text.slice(start, text.indexOf("\n", start));
}

/** The text below each section mark. */
function sectionsOf(text: string): Map<string, string> {
  const sections = new Map<string, string>();
  if (text !== "" && !text.startsWith(`${marks.groups} `)) {
    throw new Error("The compiled lexicon has no section mark. Build the program again: npm run build");
  }
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf("\n#", start);
    const end = next < 0 ? text.length : next + 1;
    const lineEnd = text.indexOf("\n", start);
    sections.set(text.slice(start, lineEnd), text.slice(lineEnd + 1, end));
    start = end;
  }
  return sections;
}

function readGroups(lines: readonly string[]): CompiledGroup[] {
  const kinds = new Map<string, CompiledGroup["kind"]>(groupKinds.map(({ kind }) => [kind, kind]));
  return lines.flatMap((line) => {
    const [name = "", ...members] = line.split("\t");
    const kind = kinds.get(name);
    return kind === undefined ? [] : [{ kind, members }];
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
