import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { rereadChanged } from "../../../src/app/collection/reread-changed.ts";
import { type App, createApp } from "../../../src/app.ts";
import { IndexMovedOnError } from "../../../src/search/moved-on.ts";
import { type TemporaryFolder, temporaryFolder } from "../../support/program.ts";

let folder: TemporaryFolder;
let app: App;
beforeEach(async () => {
  folder = temporaryFolder();
  writeFileSync(join(folder.path, "hafen.txt"), "Der Hafen\n\nEin Liegeplatz im Hafen kostet sieben Taler.");
  app = await createApp(
    { seedsFolder: folder.path, indexFolder: join(folder.path, ".index") },
    { lexicon: emptyLexicon() },
  );
});
afterEach(async () => {
  await app.close();
  folder.remove();
});

/** A collection whose index moves on so many times while it is asked. */
function movingOn(times: number) {
  let searches = 0;
  const fundstelle = rereadChanged(
    {
      ...app.fundstelle,
      ask: async (question, options) => {
        if (searches++ < times) throw new IndexMovedOnError();
        return app.fundstelle.ask(question, options);
      },
    },
    { ready: async () => undefined, refresh: async () => undefined },
  );
  return { fundstelle, searches: () => searches };
}

it("answers anew where the index has moved on meanwhile", async () => {
  const { fundstelle } = movingOn(2);
  const { passages } = await fundstelle.ask("Was kostet ein Liegeplatz im Hafen?");
  expect(passages.map(({ text }) => text)).toEqual(["Ein Liegeplatz im Hafen kostet sieben Taler."]);
});

it("gives up in the end where it never stops", async () => {
  const { fundstelle, searches } = movingOn(1000);
  await expect(fundstelle.ask("Was kostet ein Liegeplatz?")).rejects.toMatchObject({ code: "document-changed" });
  expect(searches()).toBeLessThan(10);
});
