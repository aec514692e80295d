import type { Settings } from "../config/settings.ts";
import type { FolderSurvey } from "../documents/survey-folder.ts";
import { AppError } from "../errors.ts";
import type { Messages } from "../locales/messages.ts";
import { sanitize } from "./text/sanitize.ts";

/** How much is read without asking, if nobody named the folder. */
const most = { documents: 2000, bytes: 200_000_000 };

/** Documents that are asked, with the folder of their index. */
export interface ChosenDocuments {
  readonly seedsFolder: string;
  readonly indexFolder: string;
  /** Whether they are those that come with the program, for there are no others. */
  readonly isSample: boolean;
}

/** What the choice depends on. */
export interface Surroundings {
  survey(folder: string, most: { readonly documents: number; readonly bytes: number }): Promise<FolderSurvey>;
  /** Whether an index was built there before. */
  hasIndex(indexFolder: string): boolean;
  /** Asks whoever sits there; undefined where nobody does. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
  readonly messages: Messages;
}

/**
 * The documents that a folder was named for; where none was, those of the folder where somebody stands, or those beside
 * the program. Where these are none, the program's own sample.
 * @throws AppError `folder-large` where nobody named the folder, there is much to read in it, and nobody says that it is
 *   to be read
 */
export async function chooseDocuments(
  { seedsFolder, indexFolder, seedsOrigin, sample }: Settings,
  { survey, hasIndex, confirm, messages }: Surroundings,
): Promise<ChosenDocuments> {
  const chosen = { seedsFolder, indexFolder, isSample: false };
  if (seedsOrigin === "named") return chosen;
  const found = await survey(seedsFolder, seedsOrigin === "working-folder" ? most : { ...most, documents: 0 });
  if (found.documents === 0 && !found.isMore) return { ...sample, isSample: true };
  // Nobody has to agree twice.
  if (seedsOrigin !== "working-folder" || !found.isMore || hasIndex(indexFolder)) return chosen;
  const megabytes = Math.round(found.bytes / 1_000_000);
  const question = messages.terminal.readAll(sanitize(seedsFolder), found.documents, megabytes);
  if (confirm !== undefined && (await confirm(question))) return chosen;
  throw new AppError(
    "folder-large",
    `${seedsFolder} holds much to read: more than ${most.documents} documents, or ${most.bytes / 1_000_000} MB.`,
    "To read it all, name it: --seeds . (or name a smaller folder)",
  );
}
