import { formatCitationWithFingerprint, parseCitation } from "../../answering/citing/citation.ts";
import { readToken } from "../access/access-token.ts";
import { parseNumber } from "../api/numbers.ts";
import type { ReaderServices } from "../reader-services.ts";
import type { ReaderApp } from "../requests/environment.ts";
import { notFound, Refused } from "../requests/refused.ts";
import { requireCollection, requireVisitor } from "../requests/require-visitor.ts";
import { openPdf, readPdfFile } from "../views/open-pdf.ts";
import { viewDocument } from "../views/view-document.ts";
import { documentPath, pageAddress } from "./addresses.ts";
import { renderAnswerPage } from "./answer-page.ts";
import { renderDocumentPage } from "./document-page.ts";
import { renderHomePage } from "./home-page.ts";
import { renderInsightsPage } from "./insights-page.ts";
import { renderPdfPage } from "./pdf-page.ts";
import { hitsPerPage, renderSearchPage } from "./search-page.ts";

const usualDays = 30;
const mostDays = 365;

/** The pages that people see. */
export function registerPages(app: ReaderApp, services: ReaderServices): void {
  const { fundstelle } = services;

  app.get("/", (context) => {
    const visitor = requireCollection(context, services);
    return context.html(renderHomePage(fundstelle.sources(visitor.filter), { m: context.get("m"), visitor }));
  });

  app.get("/ask", async (context) => {
    const visitor = requireCollection(context, services);
    const question = context.req.query("q") ?? "";
    const answer = await fundstelle.ask(question, { filter: visitor.filter });
    return context.html(renderAnswerPage(answer, { m: context.get("m"), visitor }));
  });

  app.get("/insights", async (context) => {
    const m = context.get("m");
    const grant = readToken(context.req.query("access") ?? "", undefined, services.key, Date.now());
    if (typeof grant === "string" || grant.scope.kind !== "insights" || grant.guild === undefined)
      throw new Refused(403, m.reader.deniedTitle, m.reader.denied[grant === "expired" ? "expired" : "broken"]);
    if (services.insights === undefined) throw notFound(m);
    const days = parseNumber(context.req.query("days"), { least: 1, most: mostDays, fallback: usualDays });
    const insights = await services.insights({ guild: grant.guild, days });
    return context.html(renderInsightsPage(insights, days, m));
  });

  app.get("/search", async (context) => {
    const visitor = requireCollection(context, services);
    const terms = context.req.query("q") ?? "";
    const offset = (pageNumber(context.req.query("page")) - 1) * hitsPerPage;
    const page = await fundstelle.search(terms, { limit: hitsPerPage, offset, filter: visitor.filter });
    return context.html(renderSearchPage(page, { m: context.get("m"), visitor }));
  });

  app.get("/d/:key", async (context) => {
    const key = context.req.param("key");
    const visitor = requireVisitor(context, services, key);
    const m = context.get("m");
    const { c, s, q, page, hidden } = context.req.query();
    const wanted = { key, citation: c, sentence: s, words: q, page: page === undefined ? undefined : pageNumber(page) };
    const view = await viewDocument({ ...wanted, showsHidden: hidden === "1", locale: m.locale }, visitor, services);
    return context.html(renderDocumentPage(view, { m, visitor }));
  });

  app.get("/d/:key/pdf", async (context) => {
    const key = context.req.param("key");
    const visitor = requireVisitor(context, services, key);
    const view = await openPdf(key, context.req.query("c"), visitor, services);
    if (view === undefined) throw notFound(context.get("m"));
    return context.html(renderPdfPage(view, { m: context.get("m"), visitor }));
  });

  app.get("/d/:key/file", async (context) => {
    const visitor = requireVisitor(context, services, context.req.param("key"));
    const bytes = await readPdfFile(context.req.param("key"), visitor, services);
    if (bytes === undefined) throw notFound(context.get("m"));
    // Browsers show PDF files in a viewer page of their own, which our content security policy would leave empty.
    context.header("Content-Security-Policy", "frame-ancestors 'self'");
    return context.body(new Uint8Array(bytes), 200, {
      "Content-Type": "application/pdf",
      "Content-Disposition": "inline",
    });
  });

  // The document's page finds the passage, and says what has become of it.
  app.get("/c/:citation", (context) => {
    const reference = parseCitation(context.req.param("citation"));
    if (reference === undefined) throw notFound(context.get("m"));
    const visitor = requireVisitor(context, services, reference.documentKey);
    const parameters = { c: formatCitationWithFingerprint(reference) };
    return context.redirect(`${pageAddress(documentPath(reference.documentKey), parameters, visitor)}#cited`, 303);
  });
}

/** A page number from 1; anything that is not a number means the first page. */
function pageNumber(text: string | undefined): number {
  return parseNumber(text, { least: 1, most: 1_000_000, fallback: 1 });
}
