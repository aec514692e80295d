import { existsSync } from "node:fs";
import { join } from "node:path";
import { type FolderSurvey, surveyFolder } from "../../documents/survey-folder.ts";
import { manifestFile } from "../../search/storage/manifest.ts";

/** How much there is to read in a folder; see `surveyFolder`. @throws AppError `folder-missing` */
export function survey(
  folder: string,
  most: { readonly documents: number; readonly bytes: number },
): Promise<FolderSurvey> {
  return surveyFolder(folder, most);
}

/** Whether an index was built in a folder before, fitting or not. */
export function hasIndex(indexFolder: string): boolean {
  return existsSync(join(indexFolder, manifestFile));
}
