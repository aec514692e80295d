import { listCollection } from "../../documents/read-collection.ts";
import { folded } from "../../documents/restrictions/keep-restrictions.ts";
import { readRestrictions, writeRestrictions } from "../../documents/restrictions/restriction-file.ts";
import { AppError } from "../../errors.ts";

/** A document that not everybody may see. */
export interface RestrictedDocument {
  /** Path below the documents' folder. */
  readonly file: string;
  readonly guilds: readonly string[];
  /** Whether `sources.json` says so; else it once did. */
  readonly isStated: boolean;
}

/**
 * The restricted documents of a folder, by the names of their files; servers' own ones are theirs to restrict.
 * @throws AppError `folder-missing`, `sources-invalid`, `restrictions-unreadable`
 */
export async function restrictedDocuments(
  seedsFolder: string,
  dataFolder: string,
): Promise<readonly RestrictedDocument[]> {
  const { files, sources, keptRestricted } = await listCollection(seedsFolder, dataFolder);
  const kept = new Set(keptRestricted.map(({ file }) => file));
  return files.flatMap((file) => {
    const { guilds, ofServer = false } = sources.get(file) ?? {};
    return guilds === undefined || ofServer ? [] : [{ file, guilds, isStated: !kept.has(file) }];
  });
}

/**
 * Opens a document to everybody that `sources.json` does not restrict any more.
 * @param file path below the documents' folder
 * @throws AppError `usage` where that is no such document; `folder-missing`, `sources-invalid`, `restrictions-unreadable`
 */
export async function liftRestriction(seedsFolder: string, dataFolder: string, file: string): Promise<void> {
  const document = (await restrictedDocuments(seedsFolder, dataFolder)).find((one) => one.file === file);
  if (document === undefined) {
    throw new AppError("usage", `${file} is no restricted document.`, "See which there are: fundstelle restricted");
  }
  if (document.isStated) {
    const message = `sources.json restricts ${file}.`;
    throw new AppError("usage", message, 'Take "guilds" out of its entry first, then lift the restriction.');
  }
  const { restricted, lifted } = await readRestrictions(dataFolder);
  await writeRestrictions(dataFolder, {
    restricted: restricted.filter((one) => folded(one.file) !== folded(file)),
    lifted: [...new Set([...lifted, file])],
  });
}
