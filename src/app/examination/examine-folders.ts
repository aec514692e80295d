import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { dirname } from "node:path";
import type { Settings } from "../../config/settings.ts";
import { shownExtensions } from "../../documents/formats.ts";
import { surveyFolder } from "../../documents/survey-folder.ts";
import { AppError } from "../../errors.ts";
import { extractedTextsFolder } from "../../search/storage/extracted-texts.ts";
import { isPresentFormat, readManifest } from "../../search/storage/manifest.ts";

/** Counting beyond this takes long and tells nothing more. */
const most = { documents: 100_000, bytes: Number.POSITIVE_INFINITY };

/** How many documents there are. @throws nothing: what is wrong with their folder is what came out */
export async function examineDocuments({ seedsFolder, seedsOrigin }: Settings) {
  try {
    const { documents, isMore } = await surveyFolder(seedsFolder, most);
    return {
      kind: "documents",
      folder: seedsFolder,
      origin: seedsOrigin,
      documents,
      isMore,
      extensions: shownExtensions,
    } as const;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { kind: "documents-missing", error } as const;
  }
}

/** Whether there is an index that this program reads, and whether one could be written. */
export async function examineIndex({ indexFolder }: Settings) {
  const reading = await readManifest(indexFolder);
  const isOlder = reading.kind === "read" && !isPresentFormat(reading.manifest);
  const kind = isOlder ? "outdated" : reading.kind;
  const state = ({ read: "ready", missing: "none", outdated: "outdated", damaged: "damaged" } as const)[kind];
  return { kind: "index", folder: indexFolder, state, isWritable: await isWritable(indexFolder) } as const;
}

/** Whether texts can be kept beside the documents, where the index itself is elsewhere. */
export async function examineTexts({ indexFolder }: Settings) {
  const folder = extractedTextsFolder(indexFolder);
  return { kind: "texts", folder, isWritable: await isWritable(folder) } as const;
}

/** Whether files can be made in a folder, which may have to be made first. */
async function isWritable(folder: string): Promise<boolean> {
  for (let open = folder; ; open = dirname(open)) {
    try {
      await access(open, constants.W_OK);
      return true;
    } catch (error) {
      const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
      if (!isMissing || dirname(open) === open) return false;
    }
  }
}
