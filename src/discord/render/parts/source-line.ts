import type { CitedPassage } from "../../../answering/answer.ts";
import { formatCitationWithFingerprint } from "../../../answering/citing/citation.ts";
import type { LookedUpPassage } from "../../../answering/service.ts";
import { pageUnitOf } from "../../../answering/shown/page-unit.ts";
import type { AnswerMessages } from "../../../locales/messages.ts";
import { cutLine, cutPlain } from "../text/cut.ts";
import { inlineCode } from "../text/escape.ts";

type Metadata = CitedPassage["metadata"];
/** A passage of a file. */
type Placed = Pick<LookedUpPassage, "passage" | "file">;

const titleChars = 120;
/** Two lines of small print on a phone. */
const shortTitleChars = 72;
const publisherChars = 60;
const sectionChars = 80;
const pathChars = 200;

/** A title as it may be shown: in square brackets where the document itself does not state it. */
export function shownTitle(
  { title, titleSource }: Pick<Metadata, "title" | "titleSource">,
  maxChars = titleChars,
): string {
  const cut = cutLine(title, maxChars);
  return titleSource === "described" ? `\\[${cut}\\]` : cut;
}

/** Title, publisher and date of a document. @param link where the title leads; absent: nowhere */
export function sourceLine(metadata: Metadata, words: AnswerMessages, link?: string): string {
  return [
    linked(`**${shownTitle(metadata)}**`, link),
    ...(metadata.publisher === undefined ? [] : [cutLine(metadata.publisher, publisherChars)]),
    metadata.published === undefined ? words.undated : cutLine(words.published(metadata.published), publisherChars),
  ].join(" · ");
}

/** The same in little room, for the small print below a quote. */
export function shortSourceLine(metadata: Metadata, words: AnswerMessages, link?: string): string {
  return [
    linked(`**${shownTitle(metadata, shortTitleChars)}**`, link),
    ...(metadata.publisher === undefined ? [] : [cutLine(metadata.publisher, sectionChars / 2)]),
    metadata.published === undefined ? words.undated : cutLine(words.published(metadata.published), publisherChars),
  ].join(" · ");
}

/** How a line begins that says so. */
export const standingMark = "-# ⚠️ ";

/** A separate line that says that something is not in force; nothing if it is. */
export function standingLines(
  { standing }: Pick<CitedPassage, "standing">,
  words: AnswerMessages,
  maxChars = pathChars,
): readonly string[] {
  return standing === undefined ? [] : [`${standingMark}${cutLine(words.standing(standing), maxChars)}`];
}

/** Words that lead to an address, where there is one. */
export function linked(words: string, link: string | undefined): string {
  return link === undefined ? words : `[${words}](${link})`;
}

/** Paragraph, page and kind of a passage, with the heading that it stands below where that is short. */
export function lastPlaceLine({ passage, file }: Placed, words: AnswerMessages): string {
  const section = passage.headingPath.at(-1);
  return place(section === undefined ? undefined : cutPlain(section, sectionChars / 2), { passage, file }, words);
}

/** Section, paragraph, page and kind of a passage. */
export function placeLine({ passage, file }: Placed, words: AnswerMessages): string {
  return place(passage.headingPath.at(-1), { passage, file }, words);
}

/** The same with all headings above the passage, where there is room for them. */
export function wholePlaceLine({ passage, file }: Placed, words: AnswerMessages): string {
  return place(pathOf(passage.headingPath), { passage, file }, words);
}

/** Headings, outermost first, in a few words; undefined where there is none. */
export function pathOf(headingPath: readonly string[]): string | undefined {
  return headingPath.length === 0
    ? undefined
    : headingPath.map((heading) => cutPlain(heading, sectionChars)).join(" › ");
}

function place(section: string | undefined, { passage, file }: Placed, words: AnswerMessages): string {
  return [
    ...(section === undefined ? [] : [cutLine(section, pathChars)]),
    words.paragraph(passage),
    ...(passage.page === undefined ? [] : [words.page(passage.page, pageUnitOf(file), passage.lastPage)]),
    ...(passage.kind === "text" ? [] : [words[passage.kind]]),
    ...(passage.isRecognised === true ? [words.recognised] : []),
  ].join(" · ");
}

/** The citation id with its fingerprint, as custom ids and menus carry it. */
export function referenceOf({ passage, fingerprint }: Pick<LookedUpPassage, "passage" | "fingerprint">): string {
  return formatCitationWithFingerprint({ ...passage, fingerprint });
}

/** The number of the sentence that answers among those of its passage, from 1; 0 where it is none of them. */
export function answeringSentenceOf({ passage, highlight }: CitedPassage): number {
  return passage.sentences.findIndex(({ start, end }) => start <= highlight.start && highlight.start < end) + 1;
}

/** The citation id with its fingerprint, to be copied. */
export function citationCode(cited: Pick<LookedUpPassage, "passage" | "fingerprint">): string {
  return inlineCode(referenceOf(cited));
}
