import type { CitedPassage } from "../../../answering/answer.ts";
import { formatCitationWithFingerprint } from "../../../answering/citing/citation.ts";
import type { LookedUpPassage } from "../../../answering/service.ts";
import type { AnswerMessages } from "../../../locales/messages.ts";
import { cutLine, cutPlain } from "../text/cut.ts";
import { inlineCode } from "../text/escape.ts";

type Metadata = CitedPassage["metadata"];
type Passage = LookedUpPassage["passage"];

const titleChars = 120;
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

/** Title, publisher and date of a document. */
export function sourceLine(metadata: Metadata, words: AnswerMessages): string {
  return [
    `**${shownTitle(metadata)}**`,
    ...(metadata.publisher === undefined ? [] : [cutLine(metadata.publisher, publisherChars)]),
    metadata.published === undefined ? words.undated : cutLine(words.published(metadata.published), publisherChars),
  ].join(" · ");
}

/** Section, paragraph, page and kind of a passage. */
export function placeLine(passage: Passage, words: AnswerMessages): string {
  return place(passage.headingPath.at(-1), passage, words);
}

/** The same with all headings above the passage, where there is room for them. */
export function wholePlaceLine(passage: Passage, words: AnswerMessages): string {
  return place(pathOf(passage.headingPath), passage, words);
}

/** Headings, outermost first, in a few words; undefined where there is none. */
export function pathOf(headingPath: readonly string[]): string | undefined {
  return headingPath.length === 0
    ? undefined
    : headingPath.map((heading) => cutPlain(heading, sectionChars)).join(" › ");
}

function place(section: string | undefined, passage: Passage, words: AnswerMessages): string {
  return [
    ...(section === undefined ? [] : [cutLine(section, pathChars)]),
    words.paragraph(passage),
    ...(passage.page === undefined ? [] : [words.page(passage.page)]),
    ...(passage.kind === "text" ? [] : [words[passage.kind]]),
  ].join(" · ");
}

/** The citation id with its fingerprint, as custom ids and menus carry it. */
export function referenceOf({ passage, fingerprint }: Pick<LookedUpPassage, "passage" | "fingerprint">): string {
  return formatCitationWithFingerprint({ ...passage, fingerprint });
}

/** The citation id with its fingerprint, to be copied. */
export function citationCode(cited: Pick<LookedUpPassage, "passage" | "fingerprint">): string {
  return inlineCode(referenceOf(cited));
}
