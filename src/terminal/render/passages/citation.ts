import { pageUnitOf } from "../../../answering/shown/page-unit.ts";
import type { DocumentMetadata, Passage } from "../../../documents/document.ts";
import type { Messages } from "../../../locales/messages.ts";
import type { Standing } from "../../../search/editions/editions.ts";
import { sanitize } from "../../text/sanitize.ts";
import type { Style } from "../../text/style.ts";

/** Titles that somebody else gave a document stand in square brackets, as catalogues have it. */
function renderTitle(metadata: DocumentMetadata): string {
  const title = sanitize(metadata.title).trim();
  return metadata.titleSource === "described" ? `[${title}]` : title;
}

/** Title, publisher and date: `Die Zweckgemeinschaft · Tagesschau · 12. September 2023`. */
export function renderDocument(metadata: DocumentMetadata, messages: Messages, style: Style): string {
  const { publisher, published } = metadata;
  return [
    style.strong(renderTitle(metadata)),
    ...(publisher === undefined ? [] : [sanitize(publisher)]),
    published === undefined ? messages.answer.undated : messages.answer.published(published),
  ].join(" · ");
}

/** Section, page and paragraph of a passage: `Reaktionen › Seoul · Absatz 7`. */
function renderPlace(passage: Passage, file: string, messages: Messages): string {
  const { headingPath, page, lastPage, kind } = passage;
  return [
    ...(headingPath.length === 0 ? [] : [sanitize(headingPath.join(" › "))]),
    ...(page === undefined ? [] : [messages.answer.page(page, pageUnitOf(file), lastPage)]),
    messages.answer.paragraph(passage),
    ...(kind === "text" ? [] : [messages.answer[kind]]),
    ...(passage.isRecognised === true ? [messages.answer.recognised] : []),
  ].join(" · ");
}

/** That something is not in force, where that is so. */
export function renderStanding(
  { standing }: { readonly standing?: Standing },
  { answer }: Messages,
  style: Style,
): readonly string[] {
  return standing === undefined ? [] : [style.strong(sanitize(answer.standing(standing)))];
}

/** Everything about a quote but the quote. */
export function renderCitation(
  cited: {
    readonly citation: string;
    readonly file: string;
    readonly metadata: DocumentMetadata;
    readonly passage: Passage;
    readonly standing?: Standing;
    readonly readerLink?: string;
  },
  messages: Messages,
  style: Style,
): string {
  const { metadata, passage, citation, readerLink } = cited;
  return [
    renderDocument(metadata, messages, style),
    renderPlace(passage, cited.file, messages),
    ...renderStanding(cited, messages, style),
    style.link(style.accent(sanitize(citation)), readerLink),
  ].join(" · ");
}
