import type { Language } from "../language.ts";
import { RecentMap } from "../recent-map.ts";
import { type CompiledGroup, type CompiledLexicon, entryOf, groupsWith } from "./compiled.ts";
import type { Lexicon, LexiconList, Relation } from "./lexicon.ts";

type LanguageCode = Language["code"];

/**
 * A lexicon ready for look-ups.
 * @param compiled what `compileLexicon` made
 * @param without lists to leave out, to measure what each is worth
 */
export function createLexicon(compiled: CompiledLexicon, without: readonly LexiconList[] = []): Lexicon {
  const left = new Set<LexiconList>(without);
  const headwordStarts = lazily((code) => firstWords(compiled.translations[code]));
  const frequencies = {
    words: lazily((code) => readFrequencies(left.has("frequency") ? [] : compiled.frequencies[code].words)),
    stems: lazily((code) => readFrequencies(left.has("frequency") ? [] : compiled.frequencies[code].stems)),
  };
  const relations = { de: new RecentMap<readonly Relation[]>(8192), en: new RecentMap<readonly Relation[]>(8192) };
  return {
    relations(code, key) {
      const known = relations[code].get(key);
      if (known !== undefined) return known;
      const found: Relation[] = [];
      for (const group of groupsWith(compiled.groups, code, key)) addRelated(found, group, key, left);
      relations[code].set(key, found);
      return found;
    },
    translations(from, key) {
      const targets = left.has("translation") ? undefined : entryOf(compiled.translations[from], key);
      return targets === undefined ? [] : targets.split("|").map(parseTarget);
    },
    isHeadwordStart: (from, word) => headwordStarts(from).has(word),
    baseForms: (word) => entryOf(compiled.baseForms, word)?.split(" ") ?? [],
    zipf: (code, folded) => frequencies.words(code).get(folded),
    zipfOfStem: (code, stem) => frequencies.stems(code).get(stem),
    words: (code) => frequencies.words(code).keys(),
  };
}

/** Entries are many and a start needs few of them: each language's are read at their first use. */
function lazily<T>(make: (code: LanguageCode) => T): (code: LanguageCode) => T {
  const made = new Map<LanguageCode, T>();
  return (code) => {
    const known = made.get(code);
    if (known !== undefined) return known;
    const value = make(code);
    made.set(code, value);
    return value;
  };
}

function firstWords(table: Readonly<Record<string, string>>): Set<string> {
  const starts = new Set<string>();
  for (const key of Object.keys(table)) {
    const space = key.indexOf(" ");
    starts.add(space < 0 ? key : key.slice(0, space));
  }
  return starts;
}

function addRelated(found: Relation[], group: CompiledGroup, key: string, left: ReadonlySet<LexiconList>): void {
  const [head] = group.members;
  for (const member of group.members) {
    if (member === key) continue;
    const kind =
      group.kind === "broader" ? (key === head ? "narrower" : member === head ? "broader" : undefined) : group.kind;
    // Two words under the same broader term, or two roles of the same head, are not related by that.
    if (kind === undefined || left.has(kind) || (kind === "role" && key !== head && member !== head)) continue;
    found.push({ kind, stems: member.split(" "), strength: 1 });
  }
}

function parseTarget(item: string): Relation {
  const space = item.indexOf(" ");
  return { kind: "translation", stems: item.slice(space + 1).split(" "), strength: Number(item.slice(0, space)) };
}

function readFrequencies(lines: readonly string[]): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const line of lines) {
    const [zipf, ...listed] = line.split(" ");
    const value = Number(zipf);
    for (const entry of listed) values.set(entry, value);
  }
  return values;
}
