import { createHash, randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { audienceName, viewersOf } from "../../documents/audience.ts";
import { shownExtensions } from "../../documents/formats.ts";
import { slug, stemOf } from "../../documents/metadata/keys.ts";
import { parserFor } from "../../documents/parsers/parsers.ts";
import type { ReadDocument } from "../../documents/reading/read-in-thread.ts";
import { type ServerEntry, sourceOf } from "../../documents/servers/entry.ts";
import { nameOfServers } from "../../documents/servers/places.ts";
import { readEntriesOf, readServerEntries } from "../../documents/servers/read-entries.ts";
import type {
  DocumentRemark,
  NewDocument,
  ServerDocument,
  ServerDocuments,
  ServerQuota,
} from "../../documents/servers/server-documents.ts";
import { AppError } from "../../errors.ts";
import type { FileWriter } from "../../search/storage/file-writing.ts";
import { createTaskQueue } from "../../search/storage/task-queue.ts";
import type { RefusedFiles } from "../collection/changes/refused-files.ts";
import type { Collection } from "../collection/collection.ts";
import type { OpenedIndex } from "../index/opened-index.ts";
import { conversationEnding, writeConversation } from "./conversation.ts";
import { ServerFiles } from "./server-files.ts";

const slugChars = 40;
const markBytes = 4;
const idBytes = 8;
const mostAttempts = 10;
const pauseMs = 500;

export interface ServerDocumentsParts {
  readonly dataFolder: string;
  readonly quota: ServerQuota;
  readonly collection: Pick<Collection, "readNew">;
  readonly opened: Pick<OpenedIndex, "passages" | "refresh">;
  readonly refused: RefusedFiles;
  readonly files: FileWriter;
}

/** Opens the documents that servers add themselves. */
export function openServerDocuments(parts: ServerDocumentsParts): ServerDocuments {
  const { dataFolder, quota, opened } = parts;
  const files = new ServerFiles(dataFolder, parts.files);
  const inTurn = createTaskQueue();
  const entriesOf = (guild: string): Promise<readonly ServerEntry[]> => readEntriesOf(dataFolder, guild);
  const refresh = (guild: string, entries: readonly ServerEntry[]): Promise<AppError | undefined> =>
    opened.refresh(new Set(entries.map(({ file }) => nameOfServers(guild, file))));
  /** Has the index know that something is to be seen by fewer people than before, or by none. */
  const takeBack = async (guild: string, entries: readonly ServerEntry[]): Promise<void> => {
    for (let attempt = 1; ; attempt++) {
      const problem = await refresh(guild, entries);
      if (problem !== undefined) throw problem;
      if (await isTakenBack(guild, entries)) return;
      // Another process may be writing what it has found before.
      if (attempt === mostAttempts) throw new AppError("busy", "The index is being written.", "Try again later.");
      await pause(pauseMs);
    }
  };
  const isTakenBack = async (guild: string, entries: readonly ServerEntry[]): Promise<boolean> => {
    const kept = new Map((await entriesOf(guild)).map((entry) => [nameOfServers(guild, entry.file), entry]));
    const concerned = new Set(entries.map(({ file }) => nameOfServers(guild, file)));
    const indexed = opened
      .passages()
      .documents()
      .filter(({ file }) => concerned.has(file));
    return indexed.every(({ file, metadata, fileSha256 }) => {
      const entry = kept.get(file);
      const now = entry === undefined ? undefined : viewersOf(sourceOf(guild, entry));
      return entry?.sha256 === fileSha256 && audienceName(now) === audienceName(viewersOf(metadata));
    });
  };
  const hasRoom = (entries: readonly ServerEntry[], bytes: number): boolean =>
    entries.length < quota.documents && entries.reduce((sum, entry) => sum + entry.bytes, bytes) <= quota.bytes;
  const describe = (guild: string, entries: readonly ServerEntry[]) => describeDocuments(guild, entries, parts);
  const find = async (guild: string, key: string): Promise<ServerEntry | undefined> =>
    (await entriesOf(guild)).find((entry) => entry.key === key);
  const list = async (guild: string): Promise<readonly ServerDocument[]> =>
    describe(guild, await entriesOf(guild)).sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));

  return {
    quota,
    extensions: shownExtensions,
    async stage(guild, wanted) {
      const file = fileOf(wanted);
      const ending = endingOf(file.name);
      if (ending === undefined) return { kind: "unknown-format" };
      const entries = await entriesOf(guild);
      if (!hasRoom(entries, file.bytes.length)) return { kind: "full" };
      const key = newKey(wanted.title ?? stemOf(wanted.name));
      const entry = entryOf(wanted, { key, ending, bytes: file.bytes });
      const read = await readNew(guild, entry, file, parts);
      if (read instanceof AppError) return { kind: "unreadable", error: read };
      const { metadata } = read.document;
      // A name of its own is all that a document without a title has: the file is called by its key.
      const title = entry.title ?? (metadata.titleSource === "derived" ? metadata.title : undefined);
      const staged = { ...entry, ...(title === undefined ? {} : { title }) };
      const id = randomBytes(idBytes).toString("hex");
      await files.stage(guild, id, { entry: staged, bytes: file.bytes });
      return {
        kind: "staged",
        document: {
          id,
          key,
          title: metadata.title,
          name: wanted.name,
          bytes: file.bytes.length,
          passages: read.passages.length,
          language: metadata.language,
          ...(entry.channels === undefined ? {} : { channels: entry.channels }),
          remarks: [...remarksOn(read), ...sameAs(entry, describe(guild, entries))],
        },
      };
    },
    add: (guild, id) =>
      inTurn(async () => {
        const staged = await files.staged(guild, id);
        if (staged === undefined) return { kind: "gone" };
        const { entry, bytes } = staged;
        const others = (await entriesOf(guild)).filter(({ key }) => key !== entry.key);
        if (!hasRoom(others, bytes.length)) return { kind: "full" };
        await files.keep(guild, entry, bytes);
        await files.unstage(guild, id);
        await refresh(guild, [entry]);
        const [document] = describe(guild, [entry]);
        return document === undefined ? { kind: "gone" } : { kind: "added", document };
      }),
    discard: (guild, id) => files.unstage(guild, id),
    list,
    remove: (guild, key) =>
      inTurn(async () => {
        const entry = await find(guild, key);
        if (entry === undefined) return undefined;
        const [before] = describe(guild, [entry]);
        await files.remove(guild, entry);
        await takeBack(guild, [entry]);
        return before;
      }),
    restrict: (guild, key, { roles, channels }) =>
      inTurn(async () => {
        const entry = await find(guild, key);
        if (entry === undefined) return undefined;
        const { roles: _roles, channels: _channels, ...open } = entry;
        const next = {
          ...open,
          ...(roles === undefined ? {} : { roles: [...roles] }),
          ...(channels === undefined ? {} : { channels: [...channels] }),
        };
        await files.keep(guild, next);
        await takeBack(guild, [next]);
        return describe(guild, [next])[0];
      }),
    async reload(guild) {
      const problem = await inTurn(async () => refresh(guild, await entriesOf(guild)));
      if (problem !== undefined) throw problem;
      return list(guild);
    },
    async about(person) {
      const { entries } = await readServerEntries(dataFolder);
      const all = [...entries.values()].flat();
      const messages = all.flatMap((entry) => entry.messages ?? []).filter(({ author }) => author === person);
      return { added: all.filter(({ added }) => added.by === person).length, messages: messages.length };
    },
    erase: (person) =>
      inTurn(async () => {
        // Nobody knows who stands in what waits to be added, and it can be made again.
        await files.unstageAll();
        const { entries } = await readServerEntries(dataFolder);
        for (const [guild, all] of entries) {
          const concerned = all.filter((entry) => names(entry, person));
          for (const entry of concerned) {
            const left = without(entry, person);
            if (left === undefined) await files.remove(guild, entry);
            else await files.keep(guild, left.entry, left.bytes);
          }
          if (concerned.length > 0) await takeBack(guild, concerned);
        }
      }),
  };
}

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function fileOf({ name, content, title }: NewDocument): NamedBytes {
  if ("bytes" in content) return { name, bytes: content.bytes };
  return {
    name: `${name}.${conversationEnding}`,
    bytes: Buffer.from(writeConversation(title ?? name, content.messages)),
  };
}

/** The extension by which the program knows a file's format. */
function endingOf(name: string): string | undefined {
  const parser = parserFor(name);
  const plain = name.toLowerCase();
  return parser?.extensions.find((extension) => plain.endsWith(extension)) ?? parser?.extensions[0];
}

/** A key that no other document has, and that tells of none: its end is by chance. */
function newKey(title: string): string {
  return `${slug(title, slugChars)}-${randomBytes(markBytes).toString("hex")}`;
}

function entryOf(
  { name, content, title, url, by, from, channels }: NewDocument,
  { key, ending, bytes }: { readonly key: string; readonly ending: string; readonly bytes: Uint8Array },
): ServerEntry {
  const messages = "messages" in content ? content.messages : undefined;
  const heading = title ?? (messages === undefined ? undefined : name);
  return {
    key,
    file: `${key}${ending}`,
    name,
    ...(heading === undefined ? {} : { title: heading }),
    ...(url === undefined ? {} : { url }),
    ...(channels === undefined ? {} : { channels }),
    ...(messages?.[0] === undefined ? {} : { published: messages[0].at.slice(0, 10) }),
    bytes: bytes.length,
    sha256: hashOf(bytes),
    added: { at: new Date().toISOString(), by, ...(from === undefined ? {} : { from }) },
    ...(messages === undefined ? {} : { messages }),
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Reads a file under the name that it came with. @returns why it cannot be read, if so */
async function readNew(
  guild: string,
  entry: ServerEntry,
  { name, bytes }: NamedBytes,
  { collection }: ServerDocumentsParts,
): Promise<ReadDocument | AppError> {
  try {
    return await collection.readNew(bytes, name, { key: entry.key, source: sourceOf(guild, entry) });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

function remarksOn({ document, passages }: ReadDocument): DocumentRemark[] {
  const gaps = (document.gaps ?? []).map((gap) => ({ kind: "gap", gap }) as const);
  return passages.length === 0 ? [...gaps, { kind: "no-passages" }] : gaps;
}

function sameAs({ sha256 }: ServerEntry, documents: readonly ServerDocument[]): DocumentRemark[] {
  const same = documents.find(({ entry }) => entry.sha256 === sha256);
  return same === undefined ? [] : [{ kind: "same", title: same.title }];
}

function describeDocuments(
  guild: string,
  entries: readonly ServerEntry[],
  { opened, refused }: Pick<ServerDocumentsParts, "opened" | "refused">,
): ServerDocument[] {
  const passages = opened.passages();
  const indexed = new Map(passages.documents().map((document) => [document.file, document]));
  const problems = new Map(refused.all.map(({ file, error }) => [file, error]));
  return entries.map((entry) => {
    const file = nameOfServers(guild, entry.file);
    const document = indexed.get(file);
    const title = document?.metadata.title ?? entry.title ?? entry.name;
    const problem = problems.get(file);
    if (document === undefined) return { entry, title, remarks: [], ...(problem === undefined ? {} : { problem }) };
    const count = passages.passageNames(document.metadata.key).length;
    const gaps = (document.gaps ?? []).map((gap) => ({ kind: "gap", gap }) as const);
    return { entry, title, passages: count, remarks: count === 0 ? [...gaps, { kind: "no-passages" }] : gaps };
  });
}

function names({ added, messages = [] }: ServerEntry, person: string): boolean {
  return added.by === person || messages.some(({ author }) => author === person);
}

/** A document without what a person did for it and wrote in it; undefined where nothing is left. */
function without(entry: ServerEntry, person: string): { entry: ServerEntry; bytes?: Uint8Array } | undefined {
  const { by, ...added } = entry.added;
  const known = { ...entry, added: by === undefined || by === person ? added : { ...added, by } };
  if (entry.messages === undefined) return { entry: known };
  const messages = entry.messages.filter(({ author }) => author !== person);
  if (messages.length === entry.messages.length) return { entry: known };
  if (messages.length === 0) return undefined;
  const bytes = Buffer.from(writeConversation(entry.title ?? entry.name, messages));
  return { entry: { ...known, messages, bytes: bytes.length, sha256: hashOf(bytes) }, bytes };
}
