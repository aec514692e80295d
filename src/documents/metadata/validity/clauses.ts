import { defined } from "../../../defined.ts";
import { parsePublicationDate } from "../publication-date.ts";
import { dateAtStart } from "../read-date.ts";
import { ruleNoun } from "./repeal.ts";

/** What the final clauses of a set of rules say: when they come into and go out of force, and what they replace. */
export interface Clauses {
  readonly from?: string;
  readonly until?: string;
  readonly supersedes: readonly string[];
}

const self = new RegExp(
  `(?<!\\p{L})(?:diese[rs]?|die vorliegende|das vorliegende|this|these)\\s+(${ruleNoun}|Fassung|version)(?!\\p{L})`,
  "iu",
);
const hasRuleNoun = new RegExp(`(?<!\\p{L})${ruleNoun}(?!\\p{L})`, "iu");
/** Longer paragraphs are no such clause. */
const maxClauseChars = 1_500;

const beforeDay = {
  onDay:
    /(?:(?<!\p{L})(?:am|zum|ab|ab dem|seit|seit dem|mit Wirkung (?:vom|zum|ab)|rückwirkend (?:zum|ab)|mit dem)|(?:into force|effect|in force|effective)\s+(?:on|from|as of|as from))\s*$/iu,
  from: /(?:Inkrafttreten (?:dieser|der vorliegenden) \p{L}+ (?:am|zum)|(?<!\p{L})(?:gilt|gelten|gültig)(?: (?:seit|ab)(?: dem)?)|(?:into force|takes? effect|in force|effective|valid|applies|apply)\s+(?:on|from|as of|as from|since))\s*$/iu,
  until:
    /(?:(?<!\p{L})(?:gilt|gelten|gültig|befristet|in Kraft)(?:[^.;]|(?<=\d)\.){0,40}\sbis(?: zum| einschließlich)?|(?:valid|in force|applies|apply|effective)(?:[^.;]|(?<=\d)\.){0,40}\suntil|expires?\s+(?:on|at the end of))\s*$/iu,
  end: /(?:mit Ablauf des|zum Ende des|bis zum|at the end of)\s*$/iu,
};
const verb = /(?<!\p{L})(?:tritt|treten|verlier\p{L}*|wird|werden)(?!\p{L})/iu;

const name =
  '(?:(?:bisherige|alte|vorherige|frühere)[nrs]?\\s+)?((?:\\p{Lu}|["„“])(?:[^.;\\n]|(?<=\\d)\\.|\\.(?=\\d)){2,140}?)';
const englishName = "(?:the\\s+|our\\s+)?(?:former |previous |old )?((?:[^.;\\n]|(?<=\\d)\\.|\\.(?=\\d)){3,140}?)";
/** The point behind a day ends no sentence. */
const sentenceEnd = "(?=;|$|(?<!(?<!\\p{N})\\p{N}{1,2})\\.)";
const outOfForce = "(?:außer Kraft|aufgehoben|(?:ihre|seine) (?:Gültigkeit|Wirkung))";
const ends = "(?:tritt|treten|wird|werden|verliert|verlieren)";
const replacing: readonly RegExp[] = [
  `(?<!\\p{L})${ends}\\s+(?:\\p{L}+\\s+)?(?:die|der|das)\\s+${name}\\s+${outOfForce}`,
  `(?<!\\p{L})(?:Die|Der|Das|die|der|das)\\s+${name}\\s+${ends}\\s+(?:[^.;]{0,40}\\s)?${outOfForce}`,
  `(?<!\\p{L})(?:[Dd]iese[rs]?\\s+\\p{Lu}\\p{L}+|Sie|und)\\s+(?:ersetzt|ersetzen|löst|lösen)\\s+(?:die|den|das)\\s+${name}(?:\\s+ab)?${sentenceEnd}`,
  `(?<!\\p{L})(?:[Tt]h(?:is|ese)\\s+[\\p{L} ]{3,40}|It|They|and)\\s+(?:replaces?|supersedes?)\\s+${englishName}${sentenceEnd}`,
  `(?<!\\p{L})[Tt]he\\s+${name}\\s+(?:is|are)\\s+(?:hereby\\s+)?(?:repealed|revoked|superseded|replaced)(?!\\s+by)`,
].map((pattern) => new RegExp(pattern, "gu"));
/** "§ 5 der Satzung wird aufgehoben" leaves the rest of it in force. */
const part = /(?:§+|Abs\.|Absatz|Satz|Nr\.|Nummer|Art\.|Artikel|[Ss]ection|[Pp]aragraph)\s*\p{N}+\p{L}?\s*$/iu;

/**
 * Reads what rules (an order, a statute, a policy) say of themselves, and nothing of what other texts say of rules.
 * @param title of the document: it must name it as a rule
 */
export function readClauses(title: string, paragraphs: Iterable<string>): Clauses {
  const supersedes: string[] = [];
  let from: string | undefined;
  let until: string | undefined;
  if (!hasRuleNoun.test(title)) return { supersedes };
  for (const paragraph of paragraphs) {
    if (
      paragraph.length > maxClauseChars ||
      !/Kraft|g[iü]lt|ersetzt|löst|force|effect|repla|supersede|valid|expire|repeal|revoke/iu.test(paragraph)
    )
      continue;
    const words = paragraph.replace(/\s+/gu, " ");
    const [, noun = ""] = self.exec(words) ?? [];
    if (noun !== "" && isNamedBy(title, noun)) {
      from ??= startIn(words);
      until ??= endIn(words);
    }
    supersedes.push(...replacedIn(words));
  }
  const isOrdered = from === undefined || until === undefined || from <= until;
  return {
    ...defined({ from }),
    ...(until === undefined || !isOrdered ? {} : { until }),
    supersedes: [...new Set(supersedes)],
  };
}

/** "Diese Ordnung" in a Hausordnung, "these rules" in House rules; not the law that a report speaks of. */
function isNamedBy(title: string, noun: string): boolean {
  return /^(?:fassung|version)$/iu.test(noun) || title.toLowerCase().includes(noun.toLowerCase());
}

function startIn(words: string): string | undefined {
  for (const { date, before, after } of daysIn(words)) {
    if (beforeDay.from.test(before)) return date;
    if (
      beforeDay.onDay.test(before) &&
      /^(?:[^.;]|(?<=\d)\.){0,60}?(?<!\p{L})in Kraft(?!\p{L})/u.test(after) &&
      !verb.test(upTo(after, "in Kraft"))
    ) {
      return date;
    }
  }
  return undefined;
}

/** The last day. */
function endIn(words: string): string | undefined {
  for (const { date, before, after } of daysIn(words)) {
    if (beforeDay.until.test(before)) return date;
    const isOut =
      /^(?:[^.;]|(?<=\d)\.){0,40}?außer Kraft(?!\p{L})/u.test(after) &&
      !/in Kraft|(?:die|der|das) \p{Lu}/u.test(upTo(after, "außer Kraft"));
    if (!isOut || verb.test(upTo(after, "außer Kraft"))) continue;
    if (beforeDay.end.test(before)) return date;
    if (beforeDay.onDay.test(before)) return isLastOfMonth(date) ? date : dayBefore(date);
  }
  return undefined;
}

function upTo(text: string, words: string): string {
  return text.slice(0, Math.max(0, text.indexOf(words)));
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

function replacedIn(words: string): string[] {
  return replacing.flatMap((pattern) =>
    [...words.matchAll(pattern)].flatMap((match) => {
      const named = (match[1] ?? "").replace(/["„“”]/gu, "").trim();
      if (part.test(words.slice(Math.max(0, match.index - 16), match.index))) return [];
      return hasRuleNoun.test(named) || /(?:19|20)\d\d/.test(named) ? [named] : [];
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
