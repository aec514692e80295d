import { setImmediate } from "node:timers/promises";
import { withReaderLinks } from "../answering/linking/reader-links.ts";
import { createQueue, type Queue } from "../answering/queue.ts";
import type { Fundstelle } from "../answering/service.ts";
import type { Settings } from "../config/settings.ts";
import { defined } from "../defined.ts";
import type { Listening } from "../listening.ts";
import { accessKey } from "./access/access-key.ts";
import { createReaderLinks, hostLink, insightsLink, type LinkSettings } from "./access/sign-links.ts";
import type { ReaderServices } from "./reader-services.ts";
import { serveReader } from "./serve-reader.ts";

/** What the pages show. */
export interface ReadCollection {
  readonly fundstelle: Fundstelle;
  /** The bytes of a document's file. @throws AppError `document-changed`, `file-unreadable` */
  readFile(file: string): Promise<Uint8Array>;
}

type ReaderStart = Pick<Settings, "reader" | "dataFolder" | "locale" | "defaultLocale" | "queue">;

const usualPort = 8123;

/**
 * Serves the pages until SIGINT or SIGTERM.
 * @param print told of the address to open
 * @throws AppError `settings-invalid`, `disk-failed`
 */
export async function runReader(
  collection: ReadCollection,
  settings: ReaderStart,
  { print, onFailure }: { readonly print: (address: string) => void; readonly onFailure: (error: unknown) => void },
): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
  const { server, links } = await startReader(collection, settings, createQueue(settings.queue), onFailure);
  print(settings.reader.isPublic ? `${links.url}/` : hostLink(links));
  await stopped;
  await server.close();
}

/**
 * Serves the pages beside a bot, whose answers then lead to them where READER_URL says where that is.
 * @param queue in whose turns everybody is answered
 * @returns the collection to answer from; it ends with the pages
 * @throws AppError `settings-invalid`, `disk-failed`
 */
export async function serveBeside<Collection extends ReadCollection & { close(): Promise<void> }>(
  collection: Collection,
  settings: ReaderStart,
  queue: Queue,
  {
    onServing,
    onFailure,
    insights,
  }: {
    readonly onServing: (port: number) => void;
    readonly onFailure: (error: unknown) => void;
    /** What was asked in a server; undefined where nothing is stored. */
    readonly insights: ReaderServices["insights"] | undefined;
  },
): Promise<Collection & { insightsLink?(guild: string, days: number): string }> {
  const { server, links } = await startReader({ ...collection, ...defined({ insights }) }, settings, queue, onFailure);
  onServing(server.port);
  const { fundstelle } = collection;
  const isReached = settings.reader.url !== undefined && insights !== undefined;
  return {
    ...collection,
    ...(isReached ? { insightsLink: (guild: string, days: number) => insightsLink(links, guild, days) } : {}),
    fundstelle: settings.reader.url === undefined ? fundstelle : withReaderLinks(fundstelle, createReaderLinks(links)),
    async close() {
      await server.close();
      await collection.close();
    },
  };
}

/** The pages while they are served, and what links to them are signed with. */
export interface RunningReader {
  readonly server: Listening;
  readonly links: LinkSettings;
}

/**
 * Serves the pages.
 * @param queue in whose turns they are made
 * @throws AppError `settings-invalid`, `disk-failed`
 */
export async function startReader(
  { fundstelle, readFile, insights }: ReadCollection & Pick<ReaderServices, "insights">,
  settings: ReaderStart,
  queue: Queue,
  onFailure: (error: unknown) => void,
): Promise<RunningReader> {
  const { reader, dataFolder, locale, defaultLocale } = settings;
  const key = accessKey(reader.key, dataFolder);
  const services: ReaderServices = {
    fundstelle,
    readFile,
    ...defined({ insights }),
    settings: { ...reader, locale, defaultLocale },
    key,
    inTurn: createLane(settings.queue.waiting, queue),
    onFailure,
  };
  const server = await serveReader(services, { host: reader.host, port: reader.port ?? usualPort });
  const url = reader.url ?? `http://${reader.host.includes(":") ? `[${reader.host}]` : reader.host}:${server.port}`;
  return { server, links: { url, key, linkDays: reader.linkDays } };
}

/**
 * Pages queue among themselves first and then take a turn in the common queue one at a time, so that somebody who asks
 * the bot waits for one page at most, however many people are reading.
 */
function createLane(waiting: number, queue: Queue): ReaderServices["inTurn"] {
  const lane = createQueue({ atWork: 1, waiting });
  return (person, page) =>
    lane.run(person, async () => {
      await queue.run(person, page);
      // Lets requests that arrived meanwhile be accepted before the next page is begun.
      await setImmediate();
    });
}
