import type { LanguageCode } from "../language.ts";
import { languageByCode } from "../languages.ts";
import { RecentMap } from "../recent-map.ts";
import { type CompiledGroup, type CompiledLexicon, groupsWith, partsOfMember } from "./compiled.ts";
import { isAcronymLemma, isNounLemma } from "./lemmas.ts";
import type { Lexicon, LexiconList, Relation } from "./lexicon.ts";
import { ListedFrequencies } from "./listed-frequencies.ts";
import { NearWords } from "./near-words.ts";
import { sensesOf, type WordForm } from "./senses.ts";

/**
 * A lexicon ready for look-ups.
 * @param compiled what `compileLexicon` made
 * @param without lists to leave out, to measure what each is worth
 */
export function createLexicon(compiled: CompiledLexicon, without: readonly LexiconList[] = []): Lexicon {
  const left = new Set<LexiconList>(without);
  const frequencies = {
    words: lazily(
      (code) => new ListedFrequencies(left.has("frequency") ? [] : (compiled.frequencies[code]?.words ?? [])),
    ),
    stems: lazily(
      (code) => new ListedFrequencies(left.has("frequency") ? [] : (compiled.frequencies[code]?.stems ?? [])),
    ),
  };
  const nearWords = lazily(
    (code) => new NearWords(left.has("frequency") ? [] : (compiled.frequencies[code]?.words ?? [])),
  );
  const relations = lazily(() => new RecentMap<readonly Relation[]>(8192));
  const kinds = lazily(
    (code) => new Map([...(compiled.kinds[code]?.entries() ?? [])].map(([stem, names]) => [stem, names.split(" ")])),
  );
  const excluded = lazily(() => new RecentMap<Exclusions>(8192));
  const exclusions = (code: LanguageCode, key: string): Exclusions => {
    const known = excluded(code).get(key);
    if (known !== undefined) return known;
    const groups = groupsWith(compiled.groups, code, key);
    const found = {
      opposites: oppositesOf(groups, key),
      sisters: left.has("broader") ? [] : sistersOf(groups, key),
    };
    excluded(code).set(key, found);
    return found;
  };
  return {
    relations(code, key, word) {
      const asked = word === undefined ? key : `${key}\t${word.folded}\t${word.isNoun}\t${word.isAcronym}`;
      const known = relations(code).get(asked);
      if (known !== undefined) return known;
      const groups = groupsWith(compiled.groups, code, key).filter(isRelation);
      const senses = word === undefined ? undefined : sensesOf(word, lemmasIn(groups, key), languageByCode(code));
      const found: Relation[] = [];
      for (const group of groups) addRelated(found, group, key, senses, left);
      relations(code).set(asked, found);
      return found;
    },
    opposites: (code, key) => exclusions(code, key).opposites,
    sisters: (code, key) => exclusions(code, key).sisters,
    kindsOf: (code, stem) => kinds(code).get(stem) ?? [],
    translations(from, key) {
      const targets = left.has("translation") ? undefined : compiled.translations[from]?.get(key);
      return targets === undefined ? [] : targets.split("|").map(parseTarget);
    },
    isHeadwordStart: (from, word) => compiled.translations[from]?.hasStart(word) ?? false,
    baseForms: (code, word) => compiled.baseForms[code]?.get(word)?.split(" ") ?? [],
    zipf: (code, folded) => frequencies.words(code).get(folded),
    nearestWord: (code, folded) => nearWords(code).nearest(folded),
    zipfOfStem: (code, stem) => frequencies.stems(code).get(stem),
    listed: (code) => frequencies.words(code).entries(),
  };
}

/** Stems that a word excludes: its opposites and sisters. */
interface Exclusions {
  readonly opposites: readonly string[];
  readonly sisters: readonly string[];
}

type RelationGroup = CompiledGroup & { readonly kind: Exclude<CompiledGroup["kind"], "opposite"> };

function isRelation(group: CompiledGroup): group is RelationGroup {
  return group.kind !== "opposite";
}

function oppositesOf(groups: readonly CompiledGroup[], key: string): string[] {
  const found = groups
    .filter(({ kind }) => kind === "opposite")
    .flatMap(({ members }) => {
      const [head = "", ...others] = members.map((member) => partsOfMember(member).stems);
      // The members of a line need not exclude each other.
      return head === key ? others : [head];
    });
  return [...new Set(found)];
}

function sistersOf(groups: readonly CompiledGroup[], key: string): string[] {
  const found = groups
    .filter(({ kind }) => kind === "broader")
    .flatMap(({ members }) => {
      const [head, ...others] = members.map((member) => partsOfMember(member).stems);
      return head === key ? [] : others.filter((stems) => stems !== key);
    });
  return [...new Set(found)];
}

/** There are many entries, and starting needs few of them: each language's are read on first use. */
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

/** The lemmas that have these stems, each once. */
function lemmasIn(groups: readonly CompiledGroup[], key: string): string[] {
  const lemmas = groups.flatMap((group) =>
    group.members.flatMap((member) => {
      const { stems, lemma } = partsOfMember(member);
      return stems === key && lemma !== undefined ? [lemma] : [];
    }),
  );
  return [...new Set(lemmas)];
}

/** @param senses how much each lemma with these stems is meant; undefined where all are */
function addRelated(
  found: Relation[],
  group: RelationGroup,
  key: string,
  senses: ReadonlyMap<string, number> | undefined,
  left: ReadonlySet<LexiconList>,
): void {
  const members = group.members.map(partsOfMember);
  const strength = Math.max(
    0,
    ...members.map(({ stems, lemma }) => {
      if (stems !== key) return 0;
      return senses === undefined || lemma === undefined ? 1 : (senses.get(lemma) ?? 0);
    }),
  );
  if (strength === 0) return;
  const [head] = members;
  for (const { stems, lemma } of members) {
    if (stems === key) continue;
    const isHead = key === head?.stems;
    const isToHead = stems === head?.stems;
    const kind = group.kind === "broader" ? (isHead ? "narrower" : isToHead ? "broader" : undefined) : group.kind;
    // Two words under the same broader term, or two roles of the same head, are not related by that.
    if (kind === undefined || left.has(kind) || (kind === "role" && !isHead && !isToHead)) continue;
    found.push({ kind, stems: stems.split(" "), strength, ...wordOf(lemma) });
  }
}

function parseTarget(item: string): Relation {
  const space = item.indexOf(" ");
  const { stems, lemma } = partsOfMember(item.slice(space + 1));
  return { kind: "translation", stems: stems.split(" "), strength: Number(item.slice(0, space)), ...wordOf(lemma) };
}

function wordOf(lemma: string | undefined): { word?: WordForm } {
  return lemma === undefined
    ? {}
    : { word: { folded: lemma.toLowerCase(), isNoun: isNounLemma(lemma), isAcronym: isAcronymLemma(lemma) } };
}
