import { defined } from "../../../defined.ts";
import { parseAuthors } from "../../metadata/authors.ts";
import { isPlaceholderTitle } from "../../metadata/placeholder-title.ts";
import { wordsOnOneLine } from "../extracted-document.ts";
import { parseLanguageTag } from "../language-tag.ts";
import type { FoundMetadata } from "../parser.ts";
import { statedDate } from "../stated-date.ts";
import { titleAttribute } from "./blocks/elements.ts";
import type { HtmlPage } from "./dom.ts";
import { namesShown, timesOfPublication } from "./facts-shown.ts";
import { readJsonLd } from "./json-ld.ts";
import { authorsOfThread } from "./preparing/threads.ts";

/** Longer texts are not titles or names. */
const maxWordsChars = 500;

/** What a page says about itself: JSON-LD, meta elements, `time`, and the elements for title, language and address. */
export function readHtmlMetadata(page: HtmlPage): FoundMetadata {
  const described = readJsonLd(page);
  const metas = metaElements(page);
  const meta = (...names: readonly string[]) => metas(...names)[0];
  const first = (...candidates: readonly (string | null | undefined)[]) =>
    candidates.map(wordsOnOneLine).find((words) => words !== undefined && words.length <= maxWordsChars);
  const attribute = (selector: string, name: string) => page.querySelector(selector)?.getAttribute(name);

  const title = titleOf(page, [
    described.headline,
    meta("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title"),
  ]);
  const authors = authorsOf(page, described.authors, metas);
  const publisher = first(
    meta("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher"),
    described.publisher,
    meta("publisher", "application-name"),
  );
  const url = [attribute('link[rel="canonical"]', "href"), meta("og:url")].map(webAddress).find(Boolean);
  const published = [
    described.datePublished,
    meta("article:published_time", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued"),
    meta("dc.date", "dcterms.date", "date", "pubdate"),
    ...timesOfPublication(page),
  ]
    .map((date) => statedDate(date ?? undefined))
    .find((date) => date !== undefined);
  const language = [
    page.documentElement.getAttribute("lang"),
    attribute("html[lang]", "lang"),
    page.documentElement.getAttribute("xml:lang"),
    described.inLanguage,
    meta("content-language", "dc.language"),
  ]
    .map(parseLanguageTag)
    .find((code) => code !== undefined);
  return {
    ...defined({ title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...defined({ publisher, url, published, language }),
  };
}

/** The first title that the page shows, else its headline, else the words of its tab. */
function titleOf(page: HtmlPage, stated: readonly (string | undefined)[]): string | undefined {
  const headline = onlyHeadline(page);
  const tab = wordsOnOneLine(page.querySelector("title")?.textContent);
  const shown = comparable(`${tab ?? ""}\n${page.querySelector("body")?.textContent ?? ""}`);
  const title = stated.map(wordsOnOneLine).find((words) => words !== undefined && shown.includes(comparable(words)));
  const chosen = withoutSiteName(title ?? tab, headline);
  return chosen !== undefined && chosen.length <= maxWordsChars && !isPlaceholderTitle(chosen) ? chosen : headline;
}

/** Without what differs between two ways to write the same headline: case, white space, marks. */
function comparable(words: string): string {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The words of the page's title paragraph, else of its h1, where it has one only. */
export function onlyHeadline(page: HtmlPage): string | undefined {
  const title = wordsOnOneLine(page.querySelector(`[${titleAttribute}]`)?.textContent);
  if (title !== undefined) return title;
  const headlines = [...page.querySelectorAll("h1")].flatMap(({ textContent }) => wordsOnOneLine(textContent) ?? []);
  return headlines.length === 1 ? headlines[0] : undefined;
}

/** Many pages write their site's name behind or before their headline; one without a title has its headline. */
function withoutSiteName(title: string | undefined, headline: string | undefined): string | undefined {
  if (title === undefined || headline === undefined || title === headline) return title ?? headline;
  const rest = title.replace(headline, "\n");
  return rest === title || !/^\n\s*[|–—:·»/-]|[|–—:·«/-]\s*\n$/u.test(rest) ? title : headline;
}

/** The authors that the page's data state, else those whom the article itself shows. */
function authorsOf(
  page: HtmlPage,
  described: readonly string[],
  metas: (...names: readonly string[]) => readonly string[],
): readonly string[] {
  // Who began a discussion has not written all of it.
  const speakers = authorsOfThread(page);
  if (speakers.length > 0) return speakers;
  const candidates = [
    () => described,
    () => metas("citation_author"),
    () => metas("author", "article:author", "dc.creator", "dcterms.creator"),
    () => namesShown(page),
  ];
  return candidates.map((names) => parseAuthors(names())).find((authors) => authors.length > 0) ?? [];
}

/** Looks up what meta elements of the first of several names say, as `name`, `property` or `http-equiv`; there may be more than one. */
function metaElements(page: HtmlPage): (...names: readonly string[]) => readonly string[] {
  const contents = new Map<string, string[]>();
  for (const element of page.querySelectorAll("meta[content]")) {
    const content = element.getAttribute("content")?.trim() ?? "";
    const names = ["name", "property", "http-equiv"].map((it) => element.getAttribute(it)?.trim().toLowerCase() ?? "");
    for (const name of new Set(names)) {
      if (name !== "" && content !== "") contents.set(name, [...(contents.get(name) ?? []), content]);
    }
  }
  return (...names) => names.map((name) => contents.get(name)).find((content) => content !== undefined) ?? [];
}

function webAddress(address: string | null | undefined): string | undefined {
  const words = address?.trim() ?? "";
  if (words.length > 2_000 || !/^https?:\/\/[^\s<>"]+$/iu.test(words) || !URL.canParse(words)) return undefined;
  return words;
}
