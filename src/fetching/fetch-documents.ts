import { resolve } from "node:path";
import { AppError } from "../errors.ts";
import type { FetchEvent, FetchLimits } from "./fetch-event.ts";
import { createKeeper, type Keeper, type KeeperOptions } from "./kept/keeper.ts";
import { readPageList } from "./page-list.ts";
import { fetchFiles } from "./repository/fetch-files.ts";
import { fetchRepository } from "./repository/repository.ts";
import { type PageList, readSitemap } from "./sitemap/read-sitemap.ts";
import { fetchPages } from "./web/fetch-pages.ts";
import { createPoliteClient, type PoliteClient, parseWebAddress } from "./web/polite-client.ts";

/** Where documents come from. */
export type Origin =
  | { readonly kind: "pages"; readonly addresses: readonly string[] }
  /** Addresses in a file. */
  | { readonly kind: "list"; readonly file: string }
  | { readonly kind: "sitemap"; readonly address: string }
  /** Undefined branch: the one that is checked out by default. */
  | { readonly kind: "repository"; readonly address: string; readonly branch: string | undefined };

export interface FetchOptions extends KeeperOptions {
  readonly origin: Origin;
  readonly limits: FetchLimits;
  /** Hosts of this computer and its network that may be asked. */
  readonly privateHosts: readonly string[];
  /** Whether files are removed whose pages are gone. */
  readonly removesGone: boolean;
  readonly userAgent: string;
  /** What programs need of the environment that are started: where others are. */
  readonly programEnvironment: Readonly<Record<string, string>>;
  /** Between two requests to one site. */
  readonly pauseMs?: number;
  readonly timeoutMs?: number;
}

const usualPauseMs = 300;
const usualTimeoutMs = 30_000;

/**
 * Fetches documents into a folder, and says of each what came of it.
 * @throws AppError `usage`, `sources-invalid`, `fetch-failed`, `fetch-refused`, `disk-failed`
 */
export async function* fetchDocuments(options: FetchOptions): AsyncGenerator<FetchEvent> {
  const signal = AbortSignal.timeout(options.limits.mostMinutes * 60_000);
  const keeper = await createKeeper(options);
  const { origin } = options;
  const events =
    origin.kind === "repository"
      ? fetchFromRepository(origin, options, keeper, signal)
      : fetchFromWeb(origin, options, keeper, signal);
  try {
    for await (const event of events) {
      if (event.kind === "gone" && options.removesGone) yield await removed(event.address, keeper);
      else yield event;
    }
  } finally {
    await keeper.save();
  }
}

async function* fetchFromRepository(
  origin: Extract<Origin, { kind: "repository" }>,
  { dataFolder, privateHosts, programEnvironment, limits, into }: FetchOptions,
  keeper: Keeper,
  signal: AbortSignal,
): AsyncGenerator<FetchEvent> {
  const { branch } = origin;
  const url = webAddress(origin.address);
  const mostBytes = limits.mostBytesInAll;
  const repository = await fetchRepository({
    url,
    branch,
    dataFolder,
    privateHosts,
    programEnvironment,
    mostBytes,
    signal,
  });
  yield* fetchFiles({ url, branch, list: nameOf(origin), into }, repository, keeper, limits, signal);
}

async function* fetchFromWeb(
  origin: Exclude<Origin, { kind: "repository" }>,
  options: FetchOptions,
  keeper: Keeper,
  signal: AbortSignal,
): AsyncGenerator<FetchEvent> {
  const { into, limits, privateHosts, userAgent, pauseMs = usualPauseMs, timeoutMs = usualTimeoutMs } = options;
  const client = createPoliteClient({ privateHosts, userAgent, pauseMs, timeoutMs, signal });
  const failures: FetchEvent[] = [];
  const pages = await listOf(origin, client, limits.mostPages, (url, error) =>
    failures.push({ kind: "failed", address: url.href, error }),
  );
  yield* failures;
  const list = nameOf(origin);
  // Pages that are named by hand are no list from which others have gone.
  let isWhole = pages.isWhole && origin.kind !== "pages";
  for await (const event of fetchPages({ ...pages, list, into }, keeper, client, limits, signal)) {
    if (event.kind === "stopped") isWhole = false;
    yield event;
  }
  const present = new Set(pages.pages.map(({ url }) => url.href));
  // An empty list is a fault more often than the end of a site.
  if (!isWhole || present.size === 0) return;
  for (const address of keeper.idsOf(list).filter((one) => !present.has(one))) {
    yield { kind: "gone", address, file: keeper.fileOf(address)?.file };
  }
}

/** The name by which a later run knows the same list. */
function nameOf(origin: Origin): string {
  if (origin.kind === "pages") return "pages";
  if (origin.kind === "repository") return `repository ${origin.address} ${origin.branch ?? ""}`;
  return origin.kind === "list" ? `list ${resolve(origin.file)}` : `sitemap ${origin.address}`;
}

async function removed(address: string, keeper: Keeper): Promise<FetchEvent> {
  const file = keeper.fileOf(address)?.file;
  if ((await keeper.stateOf(address)) === "edited") return { kind: "edited", address, file };
  await keeper.remove(address);
  return { kind: "removed", address, file };
}

async function listOf(
  origin: Exclude<Origin, { kind: "repository" }>,
  client: PoliteClient,
  most: number,
  onFailure: (url: URL, error: AppError) => void,
): Promise<PageList> {
  if (origin.kind === "sitemap") return readSitemap(webAddress(origin.address), client, most, onFailure);
  const addresses = origin.kind === "list" ? await readPageList(origin.file) : origin.addresses;
  const urls = new Map(addresses.map(webAddress).map((url) => [url.href, url]));
  return { pages: [...urls.values()].map((url) => ({ url, date: undefined })), isWhole: true };
}

function webAddress(text: string): URL {
  const url = parseWebAddress(text);
  if (url !== undefined) return url;
  throw new AppError(
    "usage",
    `${JSON.stringify(text.slice(0, 200))} is no address that can be fetched.`,
    "Name web addresses (https://…) without a password in them.",
  );
}
