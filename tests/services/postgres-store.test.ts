import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCooldowns } from "../../src/discord/load/cooldown.ts";
import { backUp, restore } from "../../src/store/backup.ts";
import { openStore } from "../../src/store/store.ts";
import { type StoreSettings, storePlaceOf } from "../../src/store/store-place.ts";
import { storeContract } from "../contracts/store-contract.ts";
import { type Postgres, postgresPrograms, startPostgres } from "../support/postgres.ts";
import { temporaryFolder } from "../support/program.ts";

const folder = temporaryFolder();
let postgres: Postgres | undefined;

function newPlace(): StoreSettings {
  return { dataFolder: folder.path, databaseUrl: postgres?.newDatabase(), personKey: "k".repeat(32) };
}

describe.skipIf(postgresPrograms === undefined)("with PostgreSQL", () => {
  beforeAll(async () => {
    postgres = await startPostgres(postgresPrograms ?? "");
  }, 60_000);
  afterAll(async () => {
    await postgres?.stop();
    folder.remove();
  });

  storeContract("a store in PostgreSQL", async (now) => {
    const settings = newPlace();
    const store = await openStore(settings, now);
    return { store, again: () => openStore(settings, now), close: () => store.close() };
  });

  it("is made by several at once without harm", async () => {
    const settings = newPlace();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(settings)));
    await Promise.all(stores.map((store, index) => store.settings.change(String(index), () => ({ index }))));
    expect(await stores[0]?.settings.all()).toHaveLength(6);
    await Promise.all(stores.map((store) => store.close()));
  });

  it("tells several processes apart what each has taken, and counts what is asked of all of them", async () => {
    const settings = newPlace();
    const [one, other] = await Promise.all([openStore(settings), openStore(settings)]);
    const takes = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        [one, other].map((store) => store.shared?.claims.take(`message:${at}`)),
      ).flat(),
    );
    expect(takes.filter((isTaken) => isTaken === true)).toHaveLength(20);
    await one.shared?.claims.release("message:1");
    expect(await other.shared?.claims.take("message:1")).toBe(true);
    expect(await one.shared?.claims.take("message:1")).toBe(false);

    const limits = { person: { questions: 3, seconds: 60 }, channel: { questions: 100, seconds: 60 } };
    const cooldowns = [one, other].map((store) => createCooldowns(limits, store));
    const turns: boolean[] = [];
    for (let at = 0; at < 6; at++) {
      turns.push((await cooldowns[at % 2]?.take("question", "1234567890", "9876543210"))?.isGranted ?? false);
    }
    expect(turns).toEqual([true, true, true, false, false, false]);
    await Promise.all([one.close(), other.close()]);
  });

  it("is backed up into a file, from which a store in SQLite goes on, and the reverse", async () => {
    const inPostgres = newPlace();
    const inFile = { ...inPostgres, databaseUrl: undefined };
    const store = await openStore(inPostgres);
    for (let subject = 0; subject < 700; subject++)
      await store.blocks.add({ guild: "1", kind: "person", subject: String(subject) });
    const file = path.join(folder.path, "backup.sqlite");
    expect(await backUp(storePlaceOf(inPostgres), file)).toBe(701);
    expect(await restore(storePlaceOf(inFile), file)).toBe(701);
    const moved = await openStore(inFile);
    expect(await moved.blocks.of("1")).toHaveLength(700);
    await moved.settings.change("1", () => ({ locale: "de" }));
    await moved.close();
    const back = path.join(folder.path, "back.sqlite");
    expect(await backUp(storePlaceOf(inFile), back)).toBe(702);
    expect(await restore(storePlaceOf(inPostgres), back)).toBe(702);
    expect(await store.settings.read("1")).toEqual({ locale: "de" });
    await store.close();
  });

  it("says what to look at where it cannot be reached, and never the address with its password", async () => {
    const settings = { ...newPlace(), databaseUrl: "postgres://me:s3cret@127.0.0.1:1/none" };
    const error: unknown = await openStore(settings).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "store-unavailable", message: expect.stringContaining("DATABASE_URL") });
    expect(String(error)).not.toContain("s3cret");
  });
});
