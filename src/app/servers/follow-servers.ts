import { nameOfServers, serversFolder } from "../../documents/servers/places.ts";
import { type FolderWatch, watchFolder } from "../../documents/watch-folder.ts";
import { AppError } from "../../errors.ts";
import type { IndexEvent } from "../../search/index-event.ts";
import { type FileWriter, tidied } from "../../search/storage/file-writing.ts";
import type { OpenedIndex } from "../index/opened-index.ts";

/**
 * Notices what other processes do with servers' own documents.
 * @returns undefined where there can be none, since nothing can be written
 */
export async function followServers(
  dataFolder: string,
  {
    opened,
    files,
    onEvent,
  }: {
    readonly opened: Pick<OpenedIndex, "refresh">;
    readonly files: FileWriter;
    readonly onEvent: (event: IndexEvent) => void;
  },
): Promise<FolderWatch | undefined> {
  const folder = serversFolder(dataFolder);
  if (!(await tidied(() => files.makeFolder(folder)))) return undefined;
  return watchFolder(folder, {
    onChange: async (touched) => {
      await opened.refresh(touched === "anything" ? undefined : new Set([...touched].map(nameOf)));
    },
    onProblem: (reason) => {
      const message = `Changes of servers' own documents cannot be noticed: ${reason}`;
      onEvent({ kind: "not-updated", error: new AppError("file-unreadable", message, "Start the program again.") });
    },
  });
}

function nameOf(below: string): string {
  const [guild = "", ...rest] = below.split("/");
  return nameOfServers(guild, rest.join("/"));
}
