import { posix } from "node:path";
import { isPublicationDate } from "../../documents/metadata/publication-date.ts";
import { AppError } from "../../errors.ts";
import type { FetchEvent, FetchLimits } from "../fetch-event.ts";
import type { Keeper } from "../kept/keeper.ts";
import { statedOf } from "../kept/stated-of.ts";
import type { ListedPage, PageList } from "../sitemap/read-sitemap.ts";
import { asUtf8 } from "./as-utf8.ts";
import { pageFile } from "./page-file.ts";
import type { PoliteClient, Visit } from "./polite-client.ts";

export interface PagesToFetch extends PageList {
  /** Which list it is, to tell what is gone from it. */
  readonly list: string;
  readonly into: string;
}

/** How often what was fetched is written down, in pages: who is killed starts over with no more. */
const savedEvery = 25;

/** Fetches pages one after the other. @throws AppError `sources-invalid`, `disk-failed` */
export async function* fetchPages(
  toFetch: PagesToFetch,
  keeper: Keeper,
  client: PoliteClient,
  limits: FetchLimits,
  signal: AbortSignal,
): AsyncGenerator<FetchEvent> {
  const pages = toFetch.pages.slice(0, limits.mostPages);
  const visited = new Set<string>();
  let bytesLeft = limits.mostBytesInAll;
  for (const [index, page] of pages.entries()) {
    const left = toFetch.pages.length - index;
    if (bytesLeft <= 0) {
      yield { kind: "stopped", limit: "size", left };
      return;
    }
    try {
      const { event, bytes } = await fetchPage(page, toFetch, {
        keeper,
        client,
        visited,
        mostBytes: limits.mostBytes,
      });
      bytesLeft -= bytes;
      yield event;
    } catch (error) {
      if (signal.aborted) {
        yield { kind: "stopped", limit: "time", left };
        return;
      }
      if (!(error instanceof AppError) || error.code === "disk-failed") throw error;
      yield { kind: "failed", address: page.url.href, error };
    }
    if (index % savedEvery === savedEvery - 1) await keeper.save();
  }
  if (toFetch.pages.length > pages.length) {
    yield { kind: "stopped", limit: "pages", left: toFetch.pages.length - pages.length };
  }
}

interface Fetching {
  readonly keeper: Keeper;
  readonly client: PoliteClient;
  /** Where visits have ended. */
  readonly visited: Set<string>;
  readonly mostBytes: number;
}

async function fetchPage(
  page: ListedPage,
  { list, into }: PagesToFetch,
  { keeper, client, visited, mostBytes }: Fetching,
): Promise<{ event: FetchEvent; bytes: number }> {
  const address = page.url.href;
  const known = keeper.fileOf(address);
  const told = (kind: Exclude<FetchEvent["kind"], "failed" | "stopped">, file = known?.file, bytes = 0) => ({
    event: { kind, address, file },
    bytes,
  });
  const state = await keeper.stateOf(address);
  if (state === "edited") return told("edited");
  const visit = await client.visit(page.url, mostBytes, state === "kept" ? conditionsOf(known) : {});
  if (visit === undefined) return told("forbidden");
  if (visited.has(visit.url.href)) return told("double");
  visited.add(visit.url.href);
  if (visit.status === 304 && known !== undefined) {
    keeper.confirm(address, known.wanted, list);
    return told("unchanged");
  }
  if ((visit.status === 404 || visit.status === 410) && known !== undefined) return told("gone");
  if (visit.status !== 200) {
    throw new AppError("fetch-failed", `It is answered with status ${visit.status}.`, "Check the address.");
  }
  const contentType = visit.headers["content-type"];
  const below = pageFile(visit.url, contentType, (file) => keeper.isTaken(`${into}/${file}`, address));
  if (below === undefined) return told("no-document");
  const isSameKind = known !== undefined && posix.extname(known.file) === posix.extname(below);
  const file = isSameKind ? known.file : `${into}/${below}`;
  const bytes = asUtf8(visit.body, contentType);
  const wanted = await statedOf(bytes, file, visit.url.href, dayOf(page.date) ?? dayOf(visit.headers["last-modified"]));
  const outcome = await keeper.keep(address, { file, bytes, list, wanted, ...validatorsOf(visit) });
  return told(outcome, file, visit.body.length);
}

function conditionsOf(known: { etag?: string | undefined; lastModified?: string | undefined } | undefined) {
  const { etag, lastModified } = known ?? {};
  return {
    ...(etag === undefined ? {} : { "if-none-match": etag }),
    ...(lastModified === undefined ? {} : { "if-modified-since": lastModified }),
  };
}

function validatorsOf({ headers }: Visit) {
  const { etag, "last-modified": lastModified } = headers;
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}

/** The day of a time as sitemaps or headers write it; undefined for anything else. */
function dayOf(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const written = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(date)?.[0];
  const day = written ?? (Number.isNaN(Date.parse(date)) ? undefined : new Date(date).toISOString().slice(0, 10));
  return day !== undefined && isPublicationDate(day) ? day : undefined;
}
