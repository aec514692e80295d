import { pageUnitOf } from "../../../answering/shown/page-unit.ts";
import type { DocumentMetadata, Passage } from "../../../documents/document.ts";
import type { AnswerMessages } from "../../../locales/messages.ts";
import type { Standing } from "../../../search/editions/editions.ts";
import { type Html, html, nothing } from "./html.ts";

/** A title as it may be shown: in square brackets where the document itself does not state it. */
export function shownTitle({ title, titleSource }: Pick<DocumentMetadata, "title" | "titleSource">): string {
  return titleSource === "described" ? `[${title}]` : title;
}

/** Publisher and date of a document. */
export function originOf({ publisher, published }: DocumentMetadata, words: AnswerMessages): string {
  const date = published === undefined ? words.undated : words.published(published);
  return publisher === undefined ? date : `${publisher} · ${date}`;
}

/** Section, page, paragraph and kind of a passage. */
export function passagePlace(
  { passage, file }: { readonly passage: Passage; readonly file: string },
  words: AnswerMessages,
): string {
  const { headingPath, page, lastPage, kind, isRecognised = false } = passage;
  return [
    ...(headingPath.length === 0 ? [] : [headingPath.join(" › ")]),
    ...(page === undefined ? [] : [words.page(page, pageUnitOf(file), lastPage)]),
    words.paragraph(passage),
    ...(kind === "text" ? [] : [words[kind]]),
    ...(isRecognised ? [words.recognised] : []),
  ].join(" · ");
}

/** That something is not in force, where that is so. */
export function renderStanding({ standing }: { readonly standing?: Standing }, words: AnswerMessages): Html {
  return standing === undefined ? nothing : html`<p class="standing"><strong>${words.standing(standing)}</strong></p>`;
}

/** The line under a quote: the document and, as a link, the place in it. */
export function renderSource(
  cited: {
    readonly file: string;
    readonly metadata: DocumentMetadata;
    readonly passage: Passage;
    readonly standing?: Standing;
  },
  address: string,
  words: AnswerMessages,
): Html {
  const { metadata } = cited;
  return html`${renderStanding(cited, words)}<p class="source"><a href="${address}"><cite>${shownTitle(metadata)}</cite></a> · ${originOf(metadata, words)}<br>${passagePlace(cited, words)}</p>`;
}
