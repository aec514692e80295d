import { afterAll, beforeAll } from "vitest";
import type { App } from "../../src/app.ts";
import { createCollection } from "./collection.ts";

/**
 * Opens a few documents for the tests of a file, and takes them away after the last.
 * @param documents text by the name of its file
 * @returns the program over them, for use inside of tests
 */
export function openDocuments(documents: Readonly<Record<string, string>>): () => App {
  const collection = createCollection();
  let app: App | undefined;
  beforeAll(async () => {
    for (const [file, text] of Object.entries(documents)) collection.write(file, text);
    app = await collection.open();
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    collection.remove();
  });
  return () => {
    if (app === undefined) throw new Error("The documents are not open yet");
    return app;
  };
}
