import { endMatterHeadings } from "./end-matter.ts";
import { looksLikeHeading } from "./headings.ts";
import { withoutMarkup } from "./wording.ts";

const rule = "teasers";
/** Longer prose belongs to the article itself. */
const maxTeaserChars = { strong: 350, weak: 450 } as const;
/** How many whole paragraphs may follow one another under one headline. */
const maxRun = { strong: 2, weak: 1 } as const;

/** What stands below a paragraph, down to the end of its section or of the document, hidden paragraphs aside. */
interface Below {
  readonly paragraphs: number;
  readonly chars: number;
  readonly headlines: number;
  readonly cut: number;
  readonly longestProse: number;
  readonly longestRun: number;
  /** Whole paragraphs at its top, before the first headline or cut one. */
  readonly openRun: number;
}

const nothing: Below = {
  paragraphs: 0,
  chars: 0,
  headlines: 0,
  cut: 0,
  longestProse: 0,
  longestRun: 0,
  openRun: 0,
};

/**
 * Hides what stands under an end-matter heading where it looks like the teasers of other articles: its section where
 * the format knows one, or its list, else everything to the end of the document. Never hides more text than it leaves
 * above.
 * @param levelOf the level of what the format itself says is a heading, 1 being the outermost
 */
export function hideTeasers(
  paragraphs: readonly string[],
  phrases: readonly string[],
  hidden: Map<number, string>,
  levelOf: (position: number) => number | undefined,
): void {
  const hide = (from: number, to: number): void => {
    for (let i = from; i < to; i += 1) if (!hidden.has(i)) hidden.set(i, rule);
  };
  let below = nothing;
  let charsAbove = paragraphs.reduce((sum, paragraph, i) => sum + (hidden.has(i) ? 0 : paragraph.length), 0);
  let first: number | undefined;
  const sections: { readonly from: number; readonly to: number }[] = [];
  for (let i = paragraphs.length - 1; i > 0; i -= 1) {
    const text = paragraphs[i] ?? "";
    if (!hidden.has(i)) charsAbove -= text.length;
    const strength = endMatterHeadings.get(phrases[i] ?? "");
    if (strength !== undefined) {
      const to = endOfSection(i, paragraphs, hidden, levelOf);
      const own = to === undefined ? below : belowIn(i + 1, to, paragraphs, phrases, hidden);
      if (charsAbove > own.chars && looksLikeTeasers(own, strength)) {
        if (to === undefined) first = i;
        else sections.push({ from: i, to });
      }
    }
    if (!hidden.has(i)) below = withParagraph(below, text, strength !== undefined);
  }
  for (const { from, to } of sections) hide(from, to);
  if (first !== undefined) hide(first, paragraphs.length);
}

/**
 * Where a section ends before the document does: at the next heading that is no deeper, and no link to another article,
 * or behind its list. Undefined where neither can be told, and where nothing stands in it: headlines are headings too.
 */
function endOfSection(
  heading: number,
  paragraphs: readonly string[],
  hidden: ReadonlyMap<number, string>,
  levelOf: (position: number) => number | undefined,
): number | undefined {
  const level = levelOf(heading);
  let first: number | undefined;
  for (let i = heading + 1; i < paragraphs.length; i += 1) {
    if (hidden.has(i)) continue;
    const text = paragraphs[i] ?? "";
    const own = level === undefined ? undefined : levelOf(i);
    if (own !== undefined && level !== undefined && own <= level && !isLink(text))
      return first === undefined ? undefined : i;
    if (first !== undefined && level === undefined) return isListOfHeadlines(paragraphs[first] ?? "") ? i : undefined;
    first ??= i;
  }
  return undefined;
}

function belowIn(
  from: number,
  to: number,
  paragraphs: readonly string[],
  phrases: readonly string[],
  hidden: ReadonlyMap<number, string>,
): Below {
  let below = nothing;
  for (let i = to - 1; i >= from; i -= 1) {
    if (!hidden.has(i)) below = withParagraph(below, paragraphs[i] ?? "", endMatterHeadings.has(phrases[i] ?? ""));
  }
  return below;
}

function isLink(paragraph: string): boolean {
  return /^#{1,6}\s+\[[^[\]]+\]\([^()]+\)\s*$/u.test(paragraph);
}

function looksLikeTeasers(below: Below, strength: "strong" | "weak"): boolean {
  if (below.paragraphs === 0) return true;
  if (below.longestProse > maxTeaserChars[strength] || below.longestRun > maxRun[strength]) return false;
  return below.cut > 0 || (strength === "strong" && below.headlines > 0);
}

function withParagraph(below: Below, paragraph: string, isEndMatterHeading: boolean): Below {
  const text = withoutMarkup(paragraph);
  const isCut = /(?:…|\.{3})["”“»«)\]]*$/u.test(text.slice(-12));
  const isHeadline = !isCut && (isEndMatterHeading || looksLikeHeading(text) || isListOfHeadlines(paragraph));
  const isProse = !isCut && !isHeadline;
  const openRun = isProse ? below.openRun + 1 : 0;
  return {
    paragraphs: below.paragraphs + 1,
    chars: below.chars + paragraph.length,
    headlines: below.headlines + (isHeadline ? 1 : 0),
    cut: below.cut + (isCut ? 1 : 0),
    longestProse: isProse ? Math.max(below.longestProse, text.length) : below.longestProse,
    longestRun: Math.max(below.longestRun, openRun),
    openRun,
  };
}

function isListOfHeadlines(paragraph: string): boolean {
  if (paragraph.length > 3_000) return false;
  return paragraph.split("\n").every((line) => {
    const item = /^\s*(?:[-*+•]|\d{1,2}[.)])\s+(.+?)\s*$/u.exec(line)?.[1];
    return item !== undefined && (/^\[[^[\]]+\]\([^()]+\)$/u.test(item) || looksLikeHeading(item));
  });
}
