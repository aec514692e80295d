import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type App, createApp } from "../../src/app.ts";
import type { Settings } from "../../src/config/settings.ts";
import { temporaryFolder } from "../support/program.ts";

/** A folder of documents that can be changed and opened anew, as a person's would be between two starts. */
export function createCollection() {
  const folder = temporaryFolder();
  const seedsFolder = path.join(folder.path, "seeds");
  mkdirSync(seedsFolder);
  return {
    write: (file: string, content: string | Uint8Array) => writeFileSync(path.join(seedsFolder, file), content),
    delete: (file: string) => rmSync(path.join(seedsFolder, file)),
    /** Opens the documents as they are now, the index rebuilt where they have changed. */
    open: (models: Pick<Settings, "judge"> = { judge: undefined }): Promise<App> =>
      createApp({ seedsFolder, indexFolder: path.join(folder.path, "index"), ...models }),
    remove: () => folder.remove(),
  };
}
