import { saidByAll } from "../../language-rules.ts";
import { dateAtStart } from "../read-date.ts";

/** What a note says of the end of something's force. */
export interface Repeal {
  /** The first day on which it is no longer in force, in the form of `sources.json`. */
  readonly since?: string;
  /** What takes its place, as the note names it: `§ 7`, `Hausordnung 2024`. */
  readonly replacedBy?: string;
}

/** Of every language that knows how rules end. */
export const validityRules = saidByAll(({ validity }) => (validity === undefined ? [] : [validity]));

/** Whether a name is one of a text that is in force or is not: of an order, a statute, a policy. */
export function namesRule(name: string): boolean {
  return validityRules.some(({ ruleNoun }) => ruleNoun.test(name));
}

const maxNoteChars = 300;

/** Reads a heading that says of its section, or a title of its document, that it is no longer in force. */
export function repealInHeading(heading: string): Repeal | undefined {
  for (const { headingRepealed } of validityRules) {
    const found = headingRepealed.exec(heading);
    if (found !== null) return repealIn(heading.slice(found.index));
  }
  return undefined;
}

/** Reads a paragraph that says of the section that it opens that it is no longer in force, and says nothing else. */
export function repealOfSection(paragraph: string): Repeal | undefined {
  const isNote =
    paragraph.length <= maxNoteChars && validityRules.some((rules) => rules.sectionRepealed.test(paragraph));
  return isNote ? repealIn(paragraph) : undefined;
}

/** The same of a whole document. */
export function repealOfDocument(paragraph: string): Repeal | undefined {
  const isNote =
    paragraph.length <= maxNoteChars && validityRules.some((rules) => rules.documentRepealed.test(paragraph));
  return isNote ? repealIn(paragraph) : undefined;
}

function repealIn(note: string): Repeal {
  const [since] = validityRules.flatMap((rules) =>
    [...note.matchAll(rules.since)].flatMap(
      (match) => dateAtStart(note.slice(match.index + match[0].length))?.date ?? [],
    ),
  );
  const [by] = validityRules.flatMap(({ replacedBy }) => replacedBy.exec(note)?.[1] ?? []);
  const named = by?.replace(/[.*_\s]+$/u, "").trim();
  return {
    ...(since === undefined ? {} : { since: since.slice(0, 10) }),
    ...(named === undefined || named === "" ? {} : { replacedBy: named }),
  };
}
