import type { SourceSummary } from "../../answering/service.ts";
import type { Visitor } from "../access/visitor.ts";
import { documentPath, pageAddress } from "./addresses.ts";
import { type Html, html } from "./parts/html.ts";
import { type PageFrame, renderPage } from "./parts/layout.ts";
import { originOf, renderStanding, shownTitle } from "./parts/source-line.ts";

/** The first page: the field for questions, which every page has, and the documents. */
export function renderHomePage(sources: readonly SourceSummary[], frame: PageFrame & { visitor: Visitor }): Html {
  const { m, visitor } = frame;
  const body = html`<h1>${m.reader.documents}</h1>
<ul class="documents">${sources.map(
    ({ metadata, paragraphs, passages, ...source }) =>
      html`<li><a lang="${metadata.language}" href="${pageAddress(documentPath(metadata.key), {}, visitor)}">${shownTitle(metadata)}</a>
<p class="source">${originOf(metadata, m.answer)} · ${m.reader.documentCounts(paragraphs, passages)}</p>${renderStanding(source, m.answer)}</li>`,
  )}</ul>`;
  return renderPage({ title: m.reader.documents, body }, frame);
}
