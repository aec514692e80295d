import { gunzipSync } from "node:zlib";
import { AppError, describeError } from "../../errors.ts";
import { type PoliteClient, parseWebAddress } from "../web/polite-client.ts";
import { parseSitemap } from "./parse-sitemap.ts";

export interface ListedPage {
  readonly url: URL;
  readonly date: string | undefined;
}

export interface PageList {
  readonly pages: readonly ListedPage[];
  /** Whether all of the list is known, so that a page that is missing in it is gone. */
  readonly isWhole: boolean;
}

/** As sitemaps.org has it, and for an index of them. */
const mostBytes = 50 * 1024 * 1024;
const mostInOne = 50_000;
const mostSitemaps = 500;

/**
 * The pages of a sitemap, and of the sitemaps that it lists. Pages and sitemaps of other sites are left out: a sitemap speaks for
 * its own.
 * @param onFailure told of a sitemap of an index that cannot be read
 * @throws AppError `fetch-failed`, `fetch-refused`
 */
export async function readSitemap(
  start: URL,
  client: PoliteClient,
  most: number,
  onFailure: (url: URL, error: AppError) => void,
): Promise<PageList> {
  const pages = new Map<string, ListedPage>();
  const waiting = [start];
  const seen = new Set([start.href]);
  let isWhole = true;
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    try {
      const found = parseSitemap(await textOf(url, client), mostInOne);
      for (const { address, date } of found.pages) {
        const page = parseWebAddress(address);
        if (page !== undefined && isSameSite(page, start) && !pages.has(page.href))
          pages.set(page.href, { url: page, date });
      }
      for (const address of found.sitemaps) {
        const next = parseWebAddress(address);
        if (next === undefined || !isSameSite(next, start) || seen.has(next.href)) continue;
        if (seen.size >= mostSitemaps) isWhole = false;
        else {
          seen.add(next.href);
          waiting.push(next);
        }
      }
    } catch (error) {
      if (!(error instanceof AppError) || url === start) throw error;
      isWhole = false;
      onFailure(url, error);
    }
    // One more than may be fetched, so that whoever fetches them sees that there are more.
    if (pages.size > most) return { pages: [...pages.values()], isWhole: false };
  }
  return { pages: [...pages.values()], isWhole };
}

async function textOf(url: URL, client: PoliteClient): Promise<string> {
  const visit = await client.visit(url, mostBytes);
  if (visit === undefined) throw new AppError("fetch-failed", "robots.txt forbids it.", "Ask the site's owner.");
  if (visit.status !== 200) {
    throw new AppError("fetch-failed", `The sitemap is answered with status ${visit.status}.`, "Check its address.");
  }
  const { body } = visit;
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body.toString("utf8");
  try {
    return gunzipSync(body, { maxOutputLength: mostBytes }).toString("utf8");
  } catch (cause) {
    throw new AppError(
      "fetch-failed",
      `The sitemap cannot be unpacked: ${describeError(cause)}.`,
      "Check its address.",
      {
        cause,
      },
    );
  }
}

function isSameSite(one: URL, other: URL): boolean {
  const site = ({ host }: URL) => host.replace(/^www\./, "");
  return site(one) === site(other);
}
