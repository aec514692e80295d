import type { DocumentMetadata, Passage } from "../../documents/document.ts";
import type { AnswerMessages } from "../../locales/messages.ts";
import { type Html, html } from "./html.ts";

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
export function passagePlace(passage: Passage, words: AnswerMessages): string {
  const { headingPath, page, kind } = passage;
  return [
    ...(headingPath.length === 0 ? [] : [headingPath.join(" › ")]),
    ...(page === undefined ? [] : [words.page(page)]),
    words.paragraph(passage),
    ...(kind === "text" ? [] : [words[kind]]),
  ].join(" · ");
}

/** What stands under a quote: the document, and the place in it, which leads there. */
export function renderSource(
  { metadata, passage }: { readonly metadata: DocumentMetadata; readonly passage: Passage },
  address: string,
  words: AnswerMessages,
): Html {
  return html`<p class="source"><a href="${address}"><cite>${shownTitle(metadata)}</cite></a> · ${originOf(metadata, words)}<br>${passagePlace(passage, words)}</p>`;
}
