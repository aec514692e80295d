import path from "node:path";

/** The first folder of the names of servers' own documents: no file of the host's folder is read that is named so. */
const namedBelow = "_servers";
/** Below the folder of what must outlive the index. */
const folderName = "servers";

/** Where documents lie. */
export interface DocumentFolders {
  /** The host's folder. */
  readonly folder: string;
  /** The folder of what must outlive the index, where servers' own documents are; absent: there are none. */
  readonly dataFolder?: string | undefined;
}

/** The folder that holds a folder for each server. */
export function serversFolder(dataFolder: string): string {
  return path.join(dataFolder, folderName);
}

/** The name of a server's own document, as it stands in place of a path below the host's folder. */
export function nameOfServers(guild: string, file: string): string {
  return `${namedBelow}/${guild}/${file}`;
}

/** Whether a document is a server's own, by its name. */
export function isServers(file: string): boolean {
  return file.startsWith(`${namedBelow}/`);
}

/** The folder of a document, and its path below that, with forward slashes. */
export function placeIn({ folder, dataFolder }: DocumentFolders, file: string): { folder: string; below: string } {
  return dataFolder !== undefined && isServers(file)
    ? { folder: serversFolder(dataFolder), below: file.slice(namedBelow.length + 1) }
    : { folder, below: file };
}

/** Where a document lies. */
export function documentPath(folders: DocumentFolders, file: string): string {
  const { folder, below } = placeIn(folders, file);
  return path.join(folder, ...below.split("/"));
}
