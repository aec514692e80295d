import type { Messages } from "../../../locales/messages.ts";
import type { Visitor } from "../../access/visitor.ts";
import { pageAddress } from "../addresses.ts";
import { type Html, html, nothing } from "./html.ts";

/** Everything that a page needs beside its own content. */
export interface PageFrame {
  readonly m: Messages;
  /** Undefined on pages for somebody who may see nothing. */
  readonly visitor: Visitor | undefined;
}

export interface PageContent {
  readonly title: string;
  readonly body: Html;
  /** What stands in the field for questions and searches. */
  readonly asked?: { readonly kind: "ask" | "search"; readonly words: string };
  /** Scripts of the reader's own, by file name, beside the one for keys. */
  readonly scripts?: readonly string[];
}

/** A whole page. It works without scripts; they add keys and copying. */
export function renderPage({ title, body, asked, scripts = [] }: PageContent, { m, visitor }: PageFrame): Html {
  const { reader } = m;
  const field = visitor?.seesCollection === true ? renderField(m, visitor, asked) : nothing;
  return html`<!doctype html>
<html lang="${m.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Fundstelle</title>
<link rel="icon" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/style.css">
${["keys.js", ...scripts].map((script) => html`<script type="module" src="/assets/${script}"></script>`)}
</head>
<body data-copied="${reader.copied}">
<a class="skip" href="#text">${reader.skipToText}</a>
<header>${renderHome(m, visitor)}${field}</header>
<main id="text">${body}</main>
<footer><p id="keys" hidden>${reader.keys}</p></footer>
</body>
</html>`;
}

function renderHome({ reader }: Messages, visitor: Visitor | undefined): Html {
  return visitor?.seesCollection === true
    ? html`<a class="home" href="${pageAddress("/", {}, visitor)}">Fundstelle</a>`
    : html`<span class="home" title="${reader.documents}">Fundstelle</span>`;
}

function renderField({ reader }: Messages, { token }: Visitor, asked: PageContent["asked"]): Html {
  const isSearch = asked?.kind === "search";
  const words = isSearch ? reader.searchPlaceholder : reader.askPlaceholder;
  const hidden = token === undefined ? nothing : html`<input type="hidden" name="access" value="${token}">`;
  return html`<form action="${isSearch ? "/search" : "/ask"}" method="get" role="search">
<input id="field" type="search" name="q" value="${asked?.words ?? ""}" placeholder="${words}" aria-label="${words}" maxlength="1000" required>
${hidden}<button type="submit">${isSearch ? reader.search : reader.ask}</button>
</form>`;
}
