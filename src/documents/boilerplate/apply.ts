import type { BoilerplateRule } from "./boilerplate-rule.ts";
import { boilerplateRules } from "./boilerplate-rules.ts";
import { isCutVersionOf } from "./captions.ts";
import { hideTeasers } from "./teasers.ts";
import { barePhrase, withoutMarkup, withoutQuotes } from "./wording.ts";

/** Initials of agencies and editors are expected within this many paragraphs of the end. */
const endParagraphs = 2;

/** A compiled rule: whether it hides a paragraph, given its text without markup. */
interface Matcher {
  readonly name: string;
  readonly isAtEnd: boolean;
  readonly maxChars: number;
  readonly matches: (text: string, phrase: string) => boolean;
}

const matchers = boilerplateRules.map(matcherOf);
const maxChars = matchers.reduce((longest, matcher) => Math.max(longest, matcher.maxChars), 0);

/** What a format itself says of the paragraph at a position. */
export interface PlacesInFormat {
  /** Of a heading, 1 being the outermost. */
  readonly levelOf?: (position: number) => number | undefined;
  /** Whether it belongs to the page, by this rule. */
  readonly ruleOf?: (position: number) => string | undefined;
}

/**
 * Which paragraphs belong to the page and not to the article.
 * @param paragraphs the texts of all paragraphs of a document, in order.
 * @param isHeading whether the format itself says that a paragraph is a heading: one word there is no marker.
 * @returns the rule's name by the paragraph's position, from 0.
 */
export function findBoilerplate(
  paragraphs: readonly string[],
  isHeading: (position: number) => boolean = () => false,
  { levelOf = () => undefined, ruleOf = () => undefined }: PlacesInFormat = {},
): ReadonlyMap<number, string> {
  const hidden = new Map<number, string>();
  const phrases: string[] = [];
  for (const [i, paragraph] of paragraphs.entries()) {
    const text = paragraph.length > maxChars * 2 ? undefined : withoutMarkup(paragraph);
    const phrase = text === undefined ? "" : barePhrase(text);
    const known = ruleOf(i);
    phrases.push(known === undefined ? phrase : "");
    if (known !== undefined) hidden.set(i, known);
    if (text === undefined || known !== undefined) continue;
    if (isHeading(i) && !phrase.includes(" ")) continue;
    const rule = ruleFor(text, phrase, false) ?? (isCutDuplicate(paragraphs, i) ? "cut-duplicate" : undefined);
    if (rule !== undefined) hidden.set(i, rule);
  }
  hideTeasers(paragraphs, phrases, hidden, levelOf);
  hideInitials(paragraphs, hidden);
  return hidden;
}

function ruleFor(text: string, phrase: string, isAtEnd: boolean): string | undefined {
  return matchers.find(
    (matcher) => matcher.isAtEnd === isAtEnd && text.length <= matcher.maxChars && matcher.matches(text, phrase),
  )?.name;
}

function isCutDuplicate(paragraphs: readonly string[], i: number): boolean {
  const paragraph = paragraphs[i];
  const next = paragraphs[i + 1];
  return paragraph !== undefined && next !== undefined && isCutVersionOf(paragraph, next);
}

function hideInitials(paragraphs: readonly string[], hidden: Map<number, string>): void {
  let seen = 0;
  for (let i = paragraphs.length - 1; i > 0 && seen < endParagraphs; i -= 1) {
    if (hidden.has(i)) continue;
    seen += 1;
    const text = withoutMarkup(paragraphs[i] ?? "");
    const rule = ruleFor(text, "", true);
    if (rule !== undefined) hidden.set(i, rule);
  }
}

function matcherOf(rule: BoilerplateRule): Matcher {
  switch (rule.scope) {
    case "line": {
      const lines = new Set(rule.lines);
      const { patterns = [] } = rule;
      return {
        name: rule.name,
        isAtEnd: false,
        maxChars: rule.maxChars,
        matches: (text, phrase) => lines.has(phrase) || patterns.some((pattern) => pattern.test(text)),
      };
    }
    case "box":
      return {
        name: rule.name,
        isAtEnd: false,
        maxChars: rule.maxChars,
        matches: (text) => {
          const lower = text.toLowerCase();
          if (!rule.words.some((word) => lower.includes(word))) return false;
          const own = withoutQuotes(text);
          return rule.signs.filter((sign) => sign.test(own)).length >= rule.atLeast;
        },
      };
    case "words": {
      const known = new Set(rule.words);
      return {
        name: rule.name,
        isAtEnd: false,
        maxChars: 160,
        matches: (_text, phrase) => {
          const words = phrase.split(/[\s|·•]+/u);
          return words.length >= 2 && words.every((word) => known.has(word));
        },
      };
    }
    case "end":
      return {
        name: rule.name,
        isAtEnd: true,
        maxChars: rule.maxChars,
        matches: (text) => rule.patterns.some((pattern) => pattern.test(text)),
      };
  }
}
