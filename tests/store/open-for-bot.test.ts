import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { openStoreForBot } from "../../src/store/open-for-bot.ts";
import { temporaryFolder } from "../support/program.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());
const file = path.join(folder.path, "taken");
writeFileSync(file, "no folder");

it("goes without a store if nobody has set one and the usual file cannot be made, and says why", async () => {
  const told: string[] = [];
  const settings = { dataFolder: path.join(file, "data"), databaseUrl: undefined, personKey: undefined };
  expect(await openStoreForBot(settings, (reason) => told.push(reason))).toBeUndefined();
  expect(told).toEqual([expect.stringContaining(settings.dataFolder)]);
});

it("does not go without one that was set", async () => {
  const settings = {
    dataFolder: folder.path,
    databaseUrl: "postgres://me:s3cret@127.0.0.1:1/none",
    personKey: "k".repeat(32),
  };
  await expect(openStoreForBot(settings, () => undefined)).rejects.toMatchObject({ code: "store-unavailable" });
});
