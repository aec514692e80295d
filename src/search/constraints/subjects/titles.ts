import type { Constraint, ConstraintMatch } from "../constraint.ts";
import type { ReadText, ReadWord } from "../read-text.ts";
import { asksFact, subjectIn, subjectRules } from "./subjects.ts";

/** No title is longer than this. */
const mostWords = 6;
/** What a passage gains if the question is its title. */
const titleWeight = 4.5;
/** The weight of a heading inside a page, compared with the page's title. */
const headingShare = 0.6;
/** The most that a title counts whose words are those of the question, but in another order or form. */
const notAsAsked = 0.6;
/** What being the heading adds where one fact is asked for. */
const factWeight = 1.5;
const smallWordShare = 0.25;
/** A title that shares less with the question is a different one. */
const leastShare = 0.6;

/** Words that ask what something is or does, without describing it. */
export const asking: ReadonlySet<string> = new Set(subjectRules.flatMap(({ asksWhat }) => asksWhat));

/** A question that is the title or heading of a page, or names its subject: where a thing is defined comes before where it is mentioned. */
export function titleConstraint(question: ReadText): Constraint | undefined {
  if (asksFact(question.text)) return factConstraint(question);
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
    find: (text) => finding(asked, question, text),
  };
}

/** A heading may put the question itself: "When to use it" for "When should I use it?". */
function factConstraint(question: ReadText): Constraint | undefined {
  const [asking, ...rest] = question.words;
  const asked = contentOf(question);
  if (asking === undefined || asked.length === 0 || rest.length > 2 * mostWords) return undefined;
  const said = question.words.filter(({ isStopWord }) => !isStopWord);
  return {
    kind: "title",
    start: asking.start,
    end: asked.at(-1)?.end ?? 0,
    weight: 0,
    passageWeight: factWeight,
    isHard: false,
    isNeutral: false,
    where: "around",
    find: (text): ConstraintMatch[] => {
      if (text.words[0]?.folded !== asking.folded) return [];
      const heading = text.words.slice(1).filter(({ isStopWord }) => !isStopWord);
      const shared = heading.filter(({ stem }) => said.some((word) => word.stem === stem)).length;
      const share = heading.length === 0 ? 0 : shared / Math.max(heading.length, said.length);
      return share < leastShare ? [] : [{ start: 0, end: text.text.length, share }];
    },
  };
}

function contentOf({ words }: ReadText): readonly ReadWord[] {
  const content = words.filter(({ isStopWord, folded }) => !isStopWord && !asking.has(folded));
  const first = new Map(content.map((word) => [word.stem, word]));
  return [...first.values()];
}

/** In full where the title is what is asked for, word by word; all of the question's words must be there, or nearly all. */
function finding(asked: readonly ReadWord[], question: ReadText, text: ReadText): ConstraintMatch[] {
  const all = question.words;
  const title = contentOf(text);
  const shared = asked.filter((word) => title.some((other) => other.stem === word.stem)).length;
  if (shared === 0 || title.length === 0) return [];
  const recall = shared / asked.length;
  // Small words can make it a different name: quit all.
  const small = text.words.filter(
    ({ isStopWord, folded }) => isStopWord && !all.some((word) => word.folded === folded),
  );
  const precision = shared / (title.length + smallWordShare * small.length);
  const alike = recall * recall * (0.5 + 0.5 * precision);
  const share = isItself(question, text) ? 1 : Math.min(alike, notAsAsked);
  if (share < leastShare) return [];
  return [{ start: 0, end: text.text.length, share: text.isTitle ? share : headingShare * share }];
}

/** Whether a text is the question, or what the question leads up to, word by word. */
function isItself(question: ReadText, { words }: ReadText): boolean {
  const { start: from, end: to } = subjectIn(question.text, "Thing");
  const isSame = (asked: readonly ReadWord[]): boolean =>
    asked.length === words.length && asked.every(({ folded }, at) => folded === words[at]?.folded);
  return isSame(question.words) || isSame(question.words.filter(({ start, end }) => start >= from && end <= to));
}
