import type { Constraint, ConstraintMatch } from "./constraint.ts";
import type { ReadText, ReadWord } from "./read-text.ts";

/** Longer questions are the title of nothing. */
const mostWords = 6;
/** What being the title itself adds to a passage. */
const titleWeight = 3;
/** What a heading inside a page counts beside its title. */
const headingShare = 0.6;
const smallWordShare = 0.25;
/** Titles that share less with the question are other ones. */
const leastShare = 0.6;

/** Words that ask what something is or does, and say nothing of it. */
const asking: ReadonlySet<string> = new Set(
  "bedeutet bedeuten heisst heissen macht machen tut tun means mean meaning work works funktioniert geht gibt use used bitte erklar explain definition".split(
    " ",
  ),
);
/** Asks for one fact of a thing, where the page that tells of it may have any title. */
const asksFact =
  /^\W*(?:wie\s?viele?|wieviel|wann|wer|wem|wen|wo|wohin|woher|warum|weshalb|welche[mnrs]?|how (?:many|much|long|old|far|often)|when|who|whom|where|why|which)(?!\p{L})/iu;

/** A question that is the title or heading of a page, or names its subject: where a thing is defined comes before where it is mentioned. */
export function titleConstraint(question: ReadText): Constraint | undefined {
  if (asksFact.test(question.text)) return undefined;
  const asked = contentOf(question);
  if (asked.length === 0 || asked.length > mostWords) return undefined;
  return {
    kind: "title",
    start: asked[0]?.start ?? 0,
    end: asked.at(-1)?.end ?? 0,
    weight: 0,
    passageWeight: titleWeight,
    isHard: false,
    isNeutral: false,
    where: "around",
    find: (text) => finding(asked, question.words, text),
  };
}

function contentOf({ words }: ReadText): readonly ReadWord[] {
  const content = words.filter(({ isStopWord, folded }) => !isStopWord && !asking.has(folded));
  const first = new Map(content.map((word) => [word.stem, word]));
  return [...first.values()];
}

/** In full where title and question have the same words; all of the question's words must be there, or nearly all. */
function finding(asked: readonly ReadWord[], all: readonly ReadWord[], text: ReadText): ConstraintMatch[] {
  const title = contentOf(text);
  const shared = asked.filter((word) => title.some((other) => other.stem === word.stem)).length;
  if (shared === 0 || title.length === 0) return [];
  const recall = shared / asked.length;
  // Small words make another name of it, too: quit all.
  const small = text.words.filter(
    ({ isStopWord, folded }) => isStopWord && !all.some((word) => word.folded === folded),
  );
  const precision = shared / (title.length + smallWordShare * small.length);
  const share = recall * recall * (0.5 + 0.5 * precision);
  if (share < leastShare) return [];
  return [{ start: 0, end: text.text.length, share: text.isTitle ? share : headingShare * share }];
}
