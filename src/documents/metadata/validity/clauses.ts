import { defined } from "../../../defined.ts";
import { parsePublicationDate } from "../publication-date.ts";
import { dateAtStart } from "../read-date.ts";
import { namesRule, validityRules } from "./repeal.ts";

type Rules = (typeof validityRules)[number];

/** What the final clauses of a set of rules say: when they come into and go out of force, and what they replace. */
export interface Clauses {
  readonly from?: string;
  readonly until?: string;
  readonly supersedes: readonly string[];
}

/** Longer paragraphs are no such clause. */
const maxClauseChars = 1_500;

/**
 * Reads what rules (an order, a statute, a policy) say of themselves, and nothing of what other texts say of rules.
 * @param title of the document: it must name it as a rule
 */
export function readClauses(title: string, paragraphs: Iterable<string>): Clauses {
  const supersedes: string[] = [];
  let from: string | undefined;
  let until: string | undefined;
  if (!namesRule(title)) return { supersedes };
  for (const paragraph of paragraphs) {
    if (paragraph.length > maxClauseChars) continue;
    const words = paragraph.replace(/\s+/gu, " ");
    for (const rules of validityRules) {
      if (!rules.hint.test(paragraph)) continue;
      const [, noun = ""] = rules.self.exec(words) ?? [];
      if (noun !== "" && isNamedBy(title, noun)) {
        from ??= daysIn(words).find(({ before, after }) => rules.isStart(before, after))?.date;
        until ??= endIn(words, rules);
      }
      supersedes.push(...replacedIn(words, rules));
    }
  }
  const isOrdered = from === undefined || until === undefined || from <= until;
  return {
    ...defined({ from }),
    ...(until === undefined || !isOrdered ? {} : { until }),
    supersedes: [...new Set(supersedes)],
  };
}

/** "Diese Ordnung" in a Hausordnung, "these rules" in House rules, "diese Fassung"; not the law that a report speaks of. */
function isNamedBy(title: string, noun: string): boolean {
  return !namesRule(noun) || title.toLowerCase().includes(noun.toLowerCase());
}

/** The last day. */
function endIn(words: string, { endOn }: Rules): string | undefined {
  for (const { date, before, after } of daysIn(words)) {
    const end = endOn(before, after);
    if (end === "last") return date;
    if (end === "from") return isLastOfMonth(date) ? date : dayBefore(date);
  }
  return undefined;
}

interface FoundDay {
  /** A day, in ISO form. */
  readonly date: string;
  readonly before: string;
  readonly after: string;
}

function daysIn(words: string): FoundDay[] {
  return [...words.matchAll(/(?<![\p{L}\p{N}.])(?=\p{N}|\p{Lu}\p{L}{2,8}\.? \p{N})/gu)].flatMap(
    ({ index }): FoundDay[] => {
      const found = dateAtStart(words.slice(index, index + 40));
      if (found === undefined || found.date.length < 10) return [];
      const after = words.slice(index + found.length);
      return [{ date: found.date.slice(0, 10), before: words.slice(Math.max(0, index - 120), index), after }];
    },
  );
}

function replacedIn(words: string, { replaces, part }: Rules): string[] {
  return replaces.flatMap((pattern) =>
    [...words.matchAll(pattern)].flatMap((match) => {
      const named = (match[1] ?? "").replace(/["„“”]/gu, "").trim();
      if (part.test(words.slice(Math.max(0, match.index - 16), match.index))) return [];
      return namesRule(named) || /(?:19|20)\d\d/.test(named) ? [named] : [];
    }),
  );
}

export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

function isLastOfMonth(day: string): boolean {
  return parsePublicationDate(day.slice(0, 7)).until === day;
}
