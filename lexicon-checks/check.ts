import type { Language } from "../src/analysis/language.ts";
import { type LexiconSource, stemsOf } from "../src/analysis/lexicon/building/compile.ts";
import { type Group, parseGroup, sourceLines } from "../src/analysis/lexicon/building/source-files.ts";
import { type CompiledGroup, groupKinds } from "../src/analysis/lexicon/compiled.ts";
import type { Lexicon } from "../src/analysis/lexicon/lexicon.ts";
import { checkTranslations } from "./check-translations.ts";
import type { Finding, LexiconCheck } from "./finding.ts";
import { isKnownExpression } from "./known-words.ts";

type Kind = CompiledGroup["kind"];

interface PlacedGroup extends Group {
  readonly kind: Kind;
  readonly code: Language["code"];
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly all: readonly string[];
}

/** Members of a group beyond which it is probably two. */
const mostMembers: Record<Kind, number> = { form: 16, family: 12, synonym: 10, broader: 24, role: 12, opposite: 8 };

/**
 * Looks for entries that are malformed, there twice, contradictory or doubtful.
 * @param sources the files as they stand in the folder
 * @param lexicon the same files compiled, for the frequencies of words
 */
export function checkLexicon(sources: readonly LexiconSource[], lexicon: Lexicon): LexiconCheck {
  const translations = checkTranslations(
    sources.filter(({ path }) => /^\w+-\w+\//.test(path)),
    lexicon,
  );
  const groups = checkGroups(sources, lexicon);
  return {
    entries: translations.entries + groups.entries,
    findings: [...translations.findings, ...groups.findings],
  };
}

function checkGroups(sources: readonly LexiconSource[], lexicon: Lexicon): LexiconCheck {
  const findings: Finding[] = [];
  const groups: PlacedGroup[] = [];
  for (const { path, content } of sources) {
    const [folder = "", file = ""] = path.split("/");
    const kind = groupKinds.find((candidate) => file.startsWith(candidate.file));
    if (kind === undefined || folder.includes("-")) continue;
    for (const { text, line } of sourceLines(content)) {
      const group = parseGroup(text, kind.separator);
      if (group === undefined || !isWellFormed(text)) {
        findings.push({ severity: "error", rule: "malformed", path, line, text });
        continue;
      }
      const all = group.head === undefined ? group.members : [group.head, ...group.members];
      groups.push({ ...group, kind: kind.kind, code: folder, path, line, text, all });
    }
  }
  const add = (group: PlacedGroup, severity: Finding["severity"], rule: Finding["rule"]): void => {
    findings.push({ severity, rule, path: group.path, line: group.line, text: group.text });
  };
  for (const group of groups) {
    if (new Set(group.all).size < group.all.length) add(group, "error", "duplicate-item");
    if (group.all.length > mostMembers[group.kind]) add(group, "doubtful", "large-group");
    // Forms are listed as grammar has them; those that a stemmer unites are left out when they are compiled.
    if (group.kind !== "form" && new Set(group.all.map((word) => stemsOf(word, group.code).join(" "))).size < 2) {
      add(group, "doubtful", "same-stem");
    }
    if (group.kind !== "form" && !group.all.some((word) => isKnownExpression(word, group.code, lexicon))) {
      add(group, "doubtful", "unknown-group");
    }
  }
  for (const group of repeated(groups)) add(group, "error", "duplicate-group");
  for (const group of contained(groups)) add(group, "error", "contained-group");
  for (const group of asymmetric(groups)) add(group, "error", "asymmetric");
  return { entries: groups.length, findings };
}

function isWellFormed(text: string): boolean {
  return /^[\p{L}\p{N}'’.&/() ,;:<>~–-]+$/u.test(text) && !/,\s*,|,$|^,|\s{2}/.test(text);
}

function keyOf({ kind, code, head, members }: PlacedGroup): string {
  return [kind, code, head ?? "", ...[...members].sort()].join("\t");
}

/** Groups of equals that were there before, and heads that have a line already. */
function repeated(groups: readonly PlacedGroup[]): PlacedGroup[] {
  const seen = new Set<string>();
  return groups.filter((group) => {
    const key = group.head === undefined ? keyOf(group) : [group.kind, group.code, group.head].join("\t");
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

/** Groups all of whose members stand together in a larger one of the same kind. */
function contained(groups: readonly PlacedGroup[]): PlacedGroup[] {
  const equals = groups.filter((group) => group.head === undefined);
  const byMember = new Map<string, PlacedGroup[]>();
  const place = (group: PlacedGroup, word: string): string => [group.kind, group.code, word].join("\t");
  for (const group of equals) {
    for (const word of group.all) {
      const key = place(group, word);
      byMember.set(key, [...(byMember.get(key) ?? []), group]);
    }
  }
  return equals.filter((group) =>
    (byMember.get(place(group, group.all[0] ?? "")) ?? []).some(
      (other) => other.all.length > group.all.length && group.all.every((word) => other.all.includes(word)),
    ),
  );
}

/** Broader terms that stand under one of their narrower ones. */
function asymmetric(groups: readonly PlacedGroup[]): PlacedGroup[] {
  const broader = groups.filter(({ kind }) => kind === "broader");
  const narrower = new Map(broader.map((group) => [`${group.code}\t${group.head ?? ""}`, group.members]));
  return broader.filter(({ code, head = "", members }) =>
    members.some((member) => narrower.get(`${code}\t${member}`)?.includes(head) ?? false),
  );
}
