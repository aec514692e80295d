import { stat } from "node:fs/promises";
import path from "node:path";
import { realFolder, walkFolders } from "./find-files.ts";

/** How much there is to read in a folder and its subfolders. */
export interface FolderSurvey {
  readonly documents: number;
  readonly bytes: number;
  /** Whether the look ended early, for there is more than was asked about; the counts are then those until there. */
  readonly isMore: boolean;
}

/** After this many names a folder counts as large, whatever it contains. */
const mostEntries = 100_000;

/**
 * Looks into a folder without reading a document.
 * @param most the look ends where there is more than that
 * @throws AppError `folder-missing`
 */
export async function surveyFolder(
  folder: string,
  most: { readonly documents: number; readonly bytes: number },
): Promise<FolderSurvey> {
  const real = await realFolder(folder);
  let documents = 0;
  let bytes = 0;
  let entries = 0;
  for await (const found of walkFolders(real)) {
    entries += found.entries;
    for (const file of found.files) {
      documents++;
      // One that is gone by now is no reason to stop.
      bytes += (await stat(path.join(real, file)).catch(() => undefined))?.size ?? 0;
      if (documents > most.documents || bytes > most.bytes) return { documents, bytes, isMore: true };
    }
    if (entries > mostEntries) return { documents, bytes, isMore: true };
  }
  return { documents, bytes, isMore: false };
}
