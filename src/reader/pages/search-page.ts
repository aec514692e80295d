import type { SearchHit, SearchPage } from "../../answering/service.ts";
import type { Visitor } from "../access/visitor.ts";
import { pageAddress, passageAddress } from "./addresses.ts";
import { type Html, html, nothing } from "./parts/html.ts";
import { type PageFrame, renderPage } from "./parts/layout.ts";
import { renderSource } from "./parts/source-line.ts";
import { renderBlock } from "./parts/text-blocks.ts";

/** How many hits a page shows. */
export const hitsPerPage = 10;

/** Keyword hits with what stands around them. */
export function renderSearchPage(page: SearchPage, frame: PageFrame & { visitor: Visitor }): Html {
  const { m, visitor } = frame;
  const { reader } = m;
  const suggestions =
    page.suggestions.length === 0
      ? nothing
      : html`<p>${reader.didYouMean}: ${page.suggestions.map(
          (word) => html`<a href="${pageAddress("/search", { q: word }, visitor)}">${word}</a> `,
        )}</p>`;
  const body = html`<h1>${page.total === 0 ? reader.noHits : reader.hits(page.total)}</h1>
${suggestions}
<ol class="passages" start="${page.offset + 1}">${page.hits.map((hit) => renderHit(hit, page.terms, frame))}</ol>
${renderPaging(page, frame)}
<p><a href="${pageAddress("/ask", { q: page.terms }, visitor)}">${reader.askInstead}</a></p>`;
  return renderPage({ title: page.terms, body, asked: { kind: "search", words: page.terms } }, frame);
}

function renderHit(hit: SearchHit, terms: string, { m, visitor }: PageFrame & { visitor: Visitor }): Html {
  const { passage, snippet, highlights, file, text } = hit;
  const offset = passage.range.start;
  const words = text.slice(snippet.start - offset, snippet.end - offset);
  const block = { file, kind: passage.kind, text: words, start: snippet.start, level: 3 };
  const marks = highlights.map((range) => ({ kind: "hit" as const, range }));
  return html`<li><blockquote lang="${hit.metadata.language}">${renderBlock(block, marks)}</blockquote>
${renderSource(hit, passageAddress(hit, terms, visitor), m.answer)}</li>`;
}

function renderPaging({ offset, total, terms }: SearchPage, { m, visitor }: PageFrame & { visitor: Visitor }): Html {
  const page = Math.floor(offset / hitsPerPage) + 1;
  const to = (number: number): string => pageAddress("/search", { q: terms, page: String(number) }, visitor);
  return html`<nav class="pages">${page > 1 ? html`<a rel="prev" href="${to(page - 1)}">${m.reader.previousPage}</a>` : nothing}
${offset + hitsPerPage < total ? html`<a rel="next" href="${to(page + 1)}">${m.reader.nextPage}</a>` : nothing}</nav>`;
}
