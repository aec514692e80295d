import sax from "sax";
import { AppError, describeError } from "../../errors.ts";

export interface Sitemap {
  readonly pages: readonly SitemapPage[];
  /** Other sitemaps, of an index. */
  readonly sitemaps: readonly string[];
}

export interface SitemapPage {
  readonly address: string;
  /** As it is written: of a news item when it was published, else when the page last changed. */
  readonly date: string | undefined;
}

const deepest = 20;
const longestText = 4000;

/**
 * Reads a sitemap (https://www.sitemaps.org/protocol.html): XML, or an address on each line. Entities that the file itself
 * declares are unknown, so none can unfold.
 * @param most so many pages and so many sitemaps are read; the rest is left
 * @throws AppError `fetch-failed` where it is neither
 */
export function parseSitemap(text: string, most: number): Sitemap {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (!start.startsWith("<")) {
    const lines = start.split(/\r?\n/, most).map((line) => line.trim());
    return {
      pages: lines.filter((line) => line !== "").map((address) => ({ address, date: undefined })),
      sitemaps: [],
    };
  }
  return parseXml(start, most);
}

function parseXml(text: string, most: number): Sitemap {
  const pages: SitemapPage[] = [];
  const sitemaps: string[] = [];
  const open: string[] = [];
  let words = "";
  let entry = new Map<string, string>();
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw unusable(describeError(error));
  };
  parser.onopentag = ({ name }) => {
    const plain = name.replace(/^.*:/, "");
    if (open.length === 0 && plain !== "urlset" && plain !== "sitemapindex")
      throw unusable(`it begins with <${plain}>`);
    open.push(plain);
    if (open.length > deepest) throw unusable("its elements lie too deep in one another");
    if (open.length === 2) entry = new Map();
    words = "";
  };
  const add = (piece: string) => {
    if (words.length < longestText) words += piece;
  };
  parser.ontext = add;
  parser.oncdata = add;
  parser.onclosetag = () => {
    const name = open.pop() ?? "";
    if (open.length === 2 || name === "publication_date") entry.set(name, words.trim());
    words = "";
    const address = entry.get("loc");
    if (open.length !== 1 || address === undefined || address === "" || address.length >= longestText) return;
    if (name === "url" && pages.length < most) {
      pages.push({ address, date: entry.get("publication_date") ?? entry.get("lastmod") });
    } else if (name === "sitemap" && sitemaps.length < most) sitemaps.push(address);
  };
  parser.write(text).close();
  return { pages, sitemaps };
}

function unusable(why: string): AppError {
  return new AppError(
    "fetch-failed",
    `The sitemap cannot be read: ${why.replace(/\s+/gu, " ").slice(0, 200)}.`,
    "Name the address of a sitemap, or of pages with --pages.",
  );
}
