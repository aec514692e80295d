import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { discordId, entryEnding, entrySchema, type ServerEntry } from "../../documents/servers/entry.ts";
import { serversFolder } from "../../documents/servers/places.ts";
import { isMissing } from "../../errors.ts";
import { type FileWriter, namesIn } from "../../search/storage/file-writing.ts";

const stagedFolder = ".staged";
const stagedMs = 3600_000;

const stagedSchema = z.strictObject({ entry: entrySchema });

/** What was staged, with the bytes of its file. */
export interface StagedFile {
  readonly entry: ServerEntry;
  readonly bytes: Uint8Array;
}

/**
 * The files of servers' own documents. A document is there from the moment when its entry is, which is written last and
 * removed first.
 */
export class ServerFiles {
  readonly #dataFolder: string;
  readonly #files: FileWriter;

  constructor(dataFolder: string, files: FileWriter) {
    this.#dataFolder = dataFolder;
    this.#files = files;
  }

  /** @throws AppError `disk-failed` */
  async keep(guild: string, entry: ServerEntry, bytes?: Uint8Array): Promise<void> {
    const folder = this.#folderOf(guild);
    await this.#files.makeFolder(folder);
    if (bytes !== undefined) await this.#files.replace(join(folder, entry.file), [bytes]);
    await this.#files.replace(join(folder, entry.key + entryEnding), [toBytes(entry)]);
  }

  /** @throws AppError `disk-failed` */
  async remove(guild: string, { key, file }: Pick<ServerEntry, "key" | "file">): Promise<void> {
    const folder = this.#folderOf(guild);
    await this.#files.remove([join(folder, key + entryEnding), join(folder, file)]);
  }

  /** Keeps a document for an hour that is not yet one. @throws AppError `disk-failed` */
  async stage(guild: string, id: string, { entry, bytes }: StagedFile): Promise<void> {
    const folder = join(this.#folderOf(guild), stagedFolder);
    await this.#files.makeFolder(folder);
    await this.#forgetOld(folder);
    await this.#files.replace(join(folder, `${id}.bin`), [bytes]);
    await this.#files.replace(join(folder, `${id}.json`), [toBytes({ entry })]);
  }

  /** @returns undefined where there is none */
  async staged(guild: string, id: string): Promise<StagedFile | undefined> {
    const folder = join(this.#folderOf(guild), stagedFolder);
    try {
      const { mtimeMs } = await stat(join(folder, `${id}.json`));
      if (Date.now() - mtimeMs > stagedMs) return undefined;
      const text = await readFile(join(folder, `${id}.json`), "utf8");
      return { ...stagedSchema.parse(JSON.parse(text)), bytes: await readFile(join(folder, `${id}.bin`)) };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async unstage(guild: string, id: string): Promise<void> {
    const folder = join(this.#folderOf(guild), stagedFolder);
    await this.#files.remove([join(folder, `${id}.json`), join(folder, `${id}.bin`)]);
  }

  /** Forgets all that is staged in any server. */
  async unstageAll(): Promise<void> {
    const guilds = (await namesIn(serversFolder(this.#dataFolder))).filter((name) => discordId.test(name));
    for (const guild of guilds) {
      const folder = join(this.#folderOf(guild), stagedFolder);
      await this.#files.remove((await namesIn(folder)).map((name) => join(folder, name)));
    }
  }

  async #forgetOld(folder: string): Promise<void> {
    const old: string[] = [];
    for (const name of await namesIn(folder)) {
      const found = await stat(join(folder, name)).catch(() => undefined);
      if (found !== undefined && Date.now() - found.mtimeMs > stagedMs) old.push(join(folder, name));
    }
    await this.#files.remove(old);
  }

  #folderOf(guild: string): string {
    if (!discordId.test(guild)) throw new RangeError(`${guild} is no server`);
    return join(serversFolder(this.#dataFolder), guild);
  }
}

function toBytes(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, undefined, 1)}\n`);
}
