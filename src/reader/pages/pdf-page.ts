import type { ReadingPage } from "../../answering/service.ts";
import type { Visitor } from "../access/visitor.ts";
import { documentPath, pageAddress } from "./addresses.ts";
import { type Html, html } from "./parts/html.ts";
import { type PageFrame, renderPage } from "./parts/layout.ts";
import { shownTitle } from "./parts/source-line.ts";

export interface PdfView {
  readonly metadata: ReadingPage["metadata"];
  /** The passage that was named, with its fingerprint. */
  readonly citation?: string;
  /** From 1. */
  readonly page: number;
  /** The passage's words, which are looked for in the page's text. */
  readonly quote?: string;
}

/** A page of a PDF, with rectangles over the passage. */
export function renderPdfPage(view: PdfView, frame: PageFrame & { visitor: Visitor }): Html {
  const { m, visitor } = frame;
  const { metadata, page, quote, citation } = view;
  const path = documentPath(metadata.key);
  const file = pageAddress(`${path}/file`, {}, visitor);
  const body = html`<h1 lang="${metadata.language}">${shownTitle(metadata)}</h1>
<nav class="tools"><a href="${pageAddress(path, { c: citation }, visitor)}#cited">${m.reader.backToText}</a>
<a href="${file}#page=${page}">${m.reader.pdfWithoutScript}</a></nav>
<p class="page">${m.answer.page(page, "page")}</p>
<div class="sheet" id="sheet" data-file="${file}" data-page="${page}" data-quote="${quote ?? ""}" role="img" aria-label="${m.answer.page(page, "page")}"></div>`;
  return renderPage(
    { title: `${shownTitle(metadata)} · ${m.answer.page(page, "page")}`, body, scripts: ["sheet.js"] },
    frame,
  );
}
