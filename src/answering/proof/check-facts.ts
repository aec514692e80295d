import type { Passage, SourceDocument, TextRange } from "../../documents/document.ts";
import { sameWords } from "../citing/fingerprint.ts";
import { passageLink, sentenceLink } from "../linking/sentence-link.ts";
import { check } from "./check.ts";
import type { StatedFacts } from "./claims/claim.ts";
import type { Check } from "./proof.ts";

/** A passage as its file has it. */
interface CheckedPassage {
  readonly document: SourceDocument;
  readonly passage: Passage;
  readonly text: string;
  /** The sentence that a claim marks. */
  readonly highlight: TextRange | undefined;
}

/** Compares the facts that a claim states about a passage and its document with the document itself. */
export function checkFacts(stated: StatedFacts, { document, passage, text, highlight }: CheckedPassage): Check[] {
  const { metadata, file } = document;
  const { title, date, paragraph, section, page, anchor, link } = stated;
  const linked = { metadata, file, passage, text };
  const links = [
    metadata.url,
    passageLink(linked),
    ...(highlight === undefined ? [] : [sentenceLink({ ...linked, highlight })]),
  ];
  const own = passage.headingPath.join(" › ");
  return [
    ...(title === undefined ? [] : [check("title", titlesOf(document).includes(sameWords(title)), metadata.title)]),
    ...(date === undefined
      ? []
      : [check("date", isSameDate(date, metadata.published?.stated), metadata.published?.stated)]),
    ...(paragraph === undefined ? [] : [check("paragraph", isWithin(paragraph, passage), String(passage.paragraph))]),
    ...(section === undefined ? [] : [check("section", sameWords(section) === sameWords(own), own)]),
    ...(page === undefined ? [] : [check("page", isOnPage(page, passage), passage.page?.toString())]),
    ...(anchor === undefined ? [] : [check("anchor", anchor === passage.anchor, passage.anchor)]),
    ...(link === undefined ? [] : [check("link", links.includes(link), links.at(-1))]),
  ];
}

/** The title as stated, or the one shown for a document without a title. */
function titlesOf({ metadata: { title, kicker } }: SourceDocument): string[] {
  const kicked = kicker === undefined ? [] : [`${kicker}: ${title}`];
  return [title, `[${title}]`, ...kicked].map(sameWords);
}

/** A claim may state the day alone when the document has the time as well. */
function isSameDate(stated: string, published: string | undefined): boolean {
  return published !== undefined && (published === stated || (stated.length === 10 && published.startsWith(stated)));
}

/** Whether a passage stands on a page, or some of it. */
export function isOnPage(page: number, { page: first, lastPage }: Pick<Passage, "page" | "lastPage">): boolean {
  return first !== undefined && page >= first && page <= (lastPage ?? first);
}

function isWithin(paragraph: number, passage: Passage): boolean {
  return paragraph >= passage.paragraph && paragraph <= (passage.lastParagraph ?? passage.paragraph);
}
