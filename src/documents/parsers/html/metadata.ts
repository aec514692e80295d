import { oneLine } from "../extracted-document.ts";
import { languageOf } from "../language-tag.ts";
import type { FoundMetadata } from "../parser.ts";
import { statedDate } from "../stated-date.ts";
import type { HtmlPage } from "./dom.ts";
import { readJsonLd } from "./json-ld.ts";

/** Longer ones are no titles and names. */
const maxWordsChars = 500;

/** What a page says about itself: JSON-LD, meta elements, `time`, and the elements for title, language and address. */
export function readHtmlMetadata(page: HtmlPage): FoundMetadata {
  const described = readJsonLd(page);
  const meta = metaElements(page);
  const first = (...candidates: readonly (string | null | undefined)[]) =>
    candidates.map(oneLine).find((words) => words !== undefined && words.length <= maxWordsChars);
  const element = (selector: string) => page.querySelector(selector)?.textContent;
  const attribute = (selector: string, name: string) => page.querySelector(selector)?.getAttribute(name);

  const stated = first(
    described.headline,
    meta("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title"),
    element("title"),
  );
  const title = withoutSiteName(stated, onlyHeadline(page));
  const author = first(
    described.author,
    meta("citation_author", "author", "article:author", "dc.creator", "dcterms.creator"),
    element('[rel="author"]'),
    element('[itemprop="author"]'),
  );
  const publisher = first(
    meta("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher"),
    described.publisher,
    meta("publisher", "application-name"),
  );
  const url = [attribute('link[rel="canonical"]', "href"), meta("og:url")].map(webAddress).find(Boolean);
  const published = [
    described.datePublished,
    meta("article:published_time", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued"),
    attribute('[itemprop="datePublished"]', "datetime") ?? attribute('[itemprop="datePublished"]', "content"),
    meta("dc.date", "dcterms.date", "date", "pubdate"),
    attribute("time[pubdate]", "datetime"),
    attribute("article time[datetime], main time[datetime], header time[datetime]", "datetime"),
    attribute("time[datetime]", "datetime"),
  ]
    .map((date) => statedDate(date ?? undefined))
    .find((date) => date !== undefined);
  const language = [
    page.documentElement.getAttribute("lang"),
    attribute("html[lang]", "lang"),
    described.inLanguage,
    meta("content-language", "dc.language", "og:locale"),
  ]
    .map(languageOf)
    .find((code) => code !== undefined);
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined || /^https?:/.test(author) ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
  };
}

/** The words of the page's h1, where it has one only. */
export function onlyHeadline(page: HtmlPage): string | undefined {
  const headlines = [...page.querySelectorAll("h1")].flatMap(({ textContent }) => oneLine(textContent) ?? []);
  return headlines.length === 1 ? headlines[0] : undefined;
}

/** Many pages write their site's name behind or before their headline; one without a title has its headline. */
function withoutSiteName(title: string | undefined, headline: string | undefined): string | undefined {
  if (title === undefined || headline === undefined || title === headline) return title ?? headline;
  const rest = title.replace(headline, "\n");
  return rest === title || !/^\n\s*[|–—:·»/-]|[|–—:·«/-]\s*\n$/u.test(rest) ? title : headline;
}

/** Looks up the first of several names that a meta element has, as `name`, `property` or `http-equiv`. */
function metaElements(page: HtmlPage): (...names: readonly string[]) => string | undefined {
  const contents = new Map<string, string>();
  for (const element of page.querySelectorAll("meta[content]")) {
    const content = element.getAttribute("content")?.trim() ?? "";
    for (const attribute of ["name", "property", "http-equiv"]) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase() ?? "";
      if (name !== "" && content !== "" && !contents.has(name)) contents.set(name, content);
    }
  }
  return (...names) => names.map((name) => contents.get(name)).find((content) => content !== undefined);
}

function webAddress(address: string | null | undefined): string | undefined {
  const words = address?.trim() ?? "";
  if (words.length > 2_000 || !/^https?:\/\/[^\s<>"]+$/iu.test(words) || !URL.canParse(words)) return undefined;
  return words;
}
