import type { LookedUp, ReadingPage, SearchHit } from "../../answering/service.ts";
import { pageUnitOf } from "../../answering/shown/page-unit.ts";
import type { TextRange } from "../../documents/document.ts";
import type { Messages } from "../../locales/messages.ts";
import type { Visitor } from "../access/visitor.ts";
import { documentPath, pageAddress, passageAddress, passageParameters } from "./addresses.ts";
import { type Html, html, nothing } from "./parts/html.ts";
import { type PageFrame, renderPage } from "./parts/layout.ts";
import type { Mark } from "./parts/marked-text.ts";
import { originOf, passagePlace, renderStanding, shownTitle } from "./parts/source-line.ts";
import { renderBlock } from "./parts/text-blocks.ts";

/** What became of the passage that a link names. */
export type CitationOutcome = "unchanged" | "moved" | "changed" | "gone";

/** The passage that a link names. */
export interface CitedView {
  readonly found: LookedUp;
  /** The sentence that answers, in the canonical text. */
  readonly sentence?: TextRange;
  /** The reference in each style, in the order in which they are offered. */
  readonly references: readonly { readonly style: string; readonly text: string }[];
}

/** A page of a document, and why it was opened. */
export interface DocumentView {
  readonly page: ReadingPage;
  readonly cited?: CitedView;
  /** Present if the link names a passage. */
  readonly state?: CitationOutcome;
  /** What was asked or looked for, with its hits in this document in the order of the text. */
  readonly hits?: { readonly words: string; readonly found: readonly SearchHit[] };
  readonly showsHidden: boolean;
  /** Whether the file is a PDF that can be shown as it is. */
  readonly isPdf: boolean;
}

type Frame = PageFrame & { readonly visitor: Visitor };

/** A document with its numbered paragraphs, the cited passage marked. */
export function renderDocumentPage(view: DocumentView, frame: Frame): Html {
  const { page, cited } = view;
  const { m } = frame;
  const marks = marksOf(view);
  const body = html`<article lang="${page.metadata.language}">
<div class="head" lang="${m.locale}"><h1 lang="${page.metadata.language}">${shownTitle(page.metadata)}</h1>
<p class="source">${originOf(page.metadata, m.answer)}</p>
${renderStanding(cited?.found ?? page, m.answer)}
${view.state === undefined ? nothing : html`<p class="state ${view.state}" role="status">${m.reader.states[view.state]}</p>`}
${renderTools(view, frame)}</div>
${page.paragraphs.map((entry, index) =>
  renderParagraph(entry, page.paragraphs[index - 1]?.paragraph.page, { view, marks, m }),
)}
</article>
${renderPaging(view, frame)}`;
  const asked = view.hits === undefined ? {} : { asked: { kind: "search" as const, words: view.hits.words } };
  const place = cited === undefined ? "" : ` · ${passagePlace(cited.found, m.answer)}`;
  return renderPage({ title: `${shownTitle(page.metadata)}${place}`, body, ...asked }, frame);
}

function marksOf({ cited, hits }: DocumentView): Mark[] {
  return [
    ...(cited === undefined ? [] : [{ kind: "cited" as const, range: cited.found.passage.range }]),
    ...(cited?.sentence === undefined ? [] : [{ kind: "sentence" as const, range: cited.sentence }]),
    ...(hits?.found.flatMap(({ highlights }) => highlights.map((range) => ({ kind: "hit" as const, range }))) ?? []),
  ];
}

interface ParagraphParts {
  readonly view: DocumentView;
  readonly marks: readonly Mark[];
  readonly m: Messages;
}

function renderParagraph(
  { paragraph, text }: ReadingPage["paragraphs"][number],
  pageBefore: number | undefined,
  { view, marks, m }: ParagraphParts,
): Html {
  const { number, range, kind, headingPath, page, rule, isRecognised = false } = paragraph;
  const isCited = view.cited !== undefined && overlaps(view.cited.found.passage.range, range);
  const isFirstCited = isCited && (view.cited?.found.passage.range.start ?? 0) >= range.start;
  const block = { file: view.page.file, kind, text, start: range.start, level: Math.min(6, headingPath.length + 2) };
  const begins = page !== undefined && page !== pageBefore;
  return html`${begins ? html`<p class="page" lang="${m.locale}" id="page-${page}">${m.answer.page(page, pageUnitOf(view.page.file))}</p>` : nothing}
<div class="paragraph ${isCited ? "cited" : ""} ${rule === undefined ? "" : "hidden"}" id="p${number}">
${isFirstCited ? html`<span id="cited"></span>` : nothing}<a class="number" href="#p${number}" aria-label="${m.answer.paragraph({ paragraph: number })}">${number}</a>
<div>${renderBlock(block, marks)}${rule === undefined ? nothing : html`<p class="rule" lang="${m.locale}">${m.reader.hiddenBy(rule)}</p>`}${isRecognised ? html`<p class="rule" lang="${m.locale}">${m.answer.recognised}</p>` : nothing}</div></div>`;
}

function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

function renderTools(view: DocumentView, frame: Frame): Html {
  const { page, cited, hits } = view;
  const { reader } = frame.m;
  const links = [
    ...(cited === undefined ? [] : [html`<a href="#cited">${reader.toCited}</a>`]),
    ...(cited === undefined ? [] : [html`<button type="button" data-copy-link hidden>${reader.copyLink}</button>`]),
    ...(view.isPdf ? [html`<a href="${pdfAddress(view, frame.visitor)}">${reader.openPdf}</a>`] : []),
    ...(page.metadata.url === undefined
      ? []
      : [
          html`<a rel="noreferrer external" href="${cited?.found.link ?? page.metadata.url}">${reader.openOriginal}</a>`,
        ]),
  ];
  return html`<nav class="tools">${links.map((link) => html`${link} `)}</nav>
${hits === undefined ? nothing : renderHitPaging(hits, cited, frame)}
${cited === undefined ? nothing : renderReferences(cited, frame.m)}`;
}

function pdfAddress({ page, cited }: DocumentView, visitor: Visitor): string {
  const parameters = cited === undefined ? {} : { c: passageParameters(cited.found).c };
  return pageAddress(`${documentPath(page.metadata.key)}/pdf`, parameters, visitor);
}

function renderHitPaging(
  { words, found }: NonNullable<DocumentView["hits"]>,
  cited: CitedView | undefined,
  { m, visitor }: Frame,
): Html {
  if (found.length === 0) return nothing;
  const start = cited?.found.passage.range.start ?? -1;
  const at = found.findIndex(({ passage }) => passage.range.start === start);
  const before = found.filter(({ passage }) => passage.range.start < start).at(-1);
  const after = found.find(({ passage }) => passage.range.start > start);
  const link = (hit: SearchHit | undefined, rel: "prev" | "next", label: string): Html =>
    hit === undefined ? nothing : html`<a rel="${rel}" href="${passageAddress(hit, words, visitor)}">${label}</a>`;
  return html`<nav class="hits">${link(before, "prev", m.reader.previousHit)}
${at < 0 ? nothing : html`<span>${m.reader.hitOf(at + 1, found.length)}</span>`}
${link(after, "next", m.reader.nextHit)}</nav>`;
}

function renderReferences({ references }: CitedView, { reader }: Messages): Html {
  return html`<details class="cite"><summary>${reader.cite}</summary><dl>${references.map(
    ({ style, text }) =>
      html`<dt>${style}</dt><dd><pre tabindex="0">${text}</pre><button type="button" data-copy hidden>${reader.copyCitation}</button></dd>`,
  )}</dl></details>`;
}

function renderPaging(view: DocumentView, { m, visitor }: Frame): Html {
  const { page, pages, metadata } = view.page;
  const to = (number: number, showsHidden = view.showsHidden): string =>
    pageAddress(
      documentPath(metadata.key),
      { page: String(number), hidden: showsHidden ? "1" : undefined, q: view.hits?.words },
      visitor,
    );
  return html`<nav class="pages">
${page > 1 ? html`<a rel="prev" href="${to(page - 1)}">${m.reader.previousPage}</a>` : nothing}
${pages > 1 ? html`<span>${m.citing.pageOf(page, pages)}</span>` : nothing}
${page < pages ? html`<a rel="next" href="${to(page + 1)}">${m.reader.nextPage}</a>` : nothing}
<a href="${to(page, !view.showsHidden)}">${view.showsHidden ? m.reader.leaveHiddenOut : m.reader.showHidden}</a></nav>`;
}
