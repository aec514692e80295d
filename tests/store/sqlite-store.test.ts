import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, describe, expect, it } from "vitest";
import { backUp, restore } from "../../src/store/backup.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { builtInVersion, bundledSqlite, isSound, loadSqlite } from "../../src/store/sqlite/sqlite-module.ts";
import { openStore } from "../../src/store/store.ts";
import { type StoreSettings, storePlaceOf } from "../../src/store/store-place.ts";
import { storeContract } from "../contracts/store-contract.ts";
import { root, temporaryFolder } from "../support/program.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());
let stores = 0;

function newPlace(): StoreSettings {
  return { dataFolder: path.join(folder.path, String(stores++)), databaseUrl: undefined, personKey: undefined };
}

storeContract(`a store in a file, by SQLite ${loadSqlite().version}`, async (now) => {
  const settings = newPlace();
  const store = await openStore(settings, now);
  return { store, again: () => openStore(settings, now), close: () => store.close() };
});

describe("the SQLite that is used", () => {
  it.each([
    ["3.51.3", true],
    ["3.51.10", true],
    ["3.52.0", true],
    ["4.0.0", true],
    ["3.51.2", false],
    ["3.50.9", false],
    ["3.9.9", false],
  ])("is sound from 3.51.3 on: %s %s", (version, expected) => {
    expect(isSound(version)).toBe(expected);
  });

  it("is Node's own where that is sound, and else the one that comes with the program", () => {
    const version = builtInVersion();
    const expected = version !== undefined && isSound(version) ? version : bundledSqlite().version;
    expect(loadSqlite().version).toBe(expected);
    expect(isSound(bundledSqlite().version)).toBe(true);
  });
});

/** Runs a script of the program's sources in a process of its own; it prints lines. */
function startScript(source: string, settings: StoreSettings) {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", source], {
    cwd: root,
    env: { ...process.env, STORE: JSON.stringify(settings) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { child, lines: createInterface({ input: child.stdout }) };
}

const opened = `
  import { openStore } from "./src/store/store.ts";
  const store = await openStore(JSON.parse(process.env.STORE));`;

describe("several processes", () => {
  it("make a store at once without harm", async () => {
    const settings = newPlace();
    const source = `${opened}
      await store.settings.change(String(process.pid), () => ({ pid: process.pid }));
      await store.close();
      console.log("done");`;
    const runs = Array.from({ length: 5 }, () => startScript(source, settings));
    const codes = await Promise.all(runs.map(async ({ child }) => (await once(child, "exit"))[0]));
    expect(codes).toEqual([0, 0, 0, 0, 0]);
    const store = await openStore(settings);
    expect(await store.settings.all()).toHaveLength(5);
    await store.close();
  });

  it("lose nothing that was acknowledged when they are killed", async () => {
    const settings = newPlace();
    const source = `${opened}
      for (let number = 0; ; number++) {
        await store.settings.change(process.pid + ":" + number, () => ({ number }));
        console.log(process.pid + ":" + number);
      }`;
    const acknowledged = new Set<string>();
    const runs = Array.from({ length: 3 }, () => startScript(source, settings));
    await Promise.all(
      runs.map(async ({ child, lines }, index) => {
        let written = 0;
        for await (const line of lines) {
          acknowledged.add(line);
          if (++written === 40 + 25 * index) child.kill("SIGKILL");
        }
      }),
    );
    const store = await openStore(settings);
    const kept = new Set((await store.settings.all()).map(({ guild }) => guild));
    expect(acknowledged.size).toBeGreaterThan(150);
    expect([...acknowledged].filter((line) => !kept.has(line))).toEqual([]);
    await store.close();
  });
});

describe("a backup", () => {
  it("is taken while the store is in use, and brings back all of it", async () => {
    const settings = newPlace();
    const file = path.join(folder.path, "backup.sqlite");
    const store = await openStore(settings);
    for (let guild = 0; guild < 520; guild++)
      await store.blocks.add({ guild: "1", kind: "channel", subject: String(guild) });
    expect(await backUp(storePlaceOf(settings), file)).toBe(521);
    await store.blocks.remove({ guild: "1", kind: "channel", subject: "7" });
    await store.settings.change("2", () => ({ later: true }));
    expect(await restore(storePlaceOf(settings), file)).toBe(521);
    expect(await store.blocks.of("1")).toHaveLength(520);
    expect(await store.settings.all()).toEqual([]);
    await store.close();
    await expect(backUp(storePlaceOf(settings), file)).rejects.toMatchObject({ code: "usage" });
  });

  it("that is none, or damaged, changes nothing", async () => {
    const settings = newPlace();
    const store = await openStore(settings);
    await store.settings.change("1", () => ({ kept: true }));
    const sound = path.join(folder.path, "sound.sqlite");
    await backUp(storePlaceOf(settings), sound);
    const cut = path.join(folder.path, "cut.sqlite");
    writeFileSync(cut, readFileSync(sound).subarray(0, 9000));
    const text = path.join(folder.path, "backup.txt");
    writeFileSync(text, "no database at all\n".repeat(300));
    const empty = path.join(folder.path, "empty.sqlite");
    writeFileSync(empty, "");
    for (const file of [cut, text, empty, path.join(folder.path, "missing.sqlite"), folder.path])
      await expect(restore(storePlaceOf(settings), file)).rejects.toMatchObject({ code: "backup-invalid" });
    expect(await store.settings.all()).toEqual([{ guild: "1", settings: { kept: true } }]);
    await store.close();
  });
});

describe("a store that cannot be used", () => {
  it("is refused with the key of another one", async () => {
    const settings = newPlace();
    await (await openStore({ ...settings, personKey: "a".repeat(32) })).close();
    await expect(openStore({ ...settings, personKey: "b".repeat(32) })).rejects.toMatchObject({
      code: "store-key-wrong",
    });
  });

  it("is refused where a newer version has made it", async () => {
    const settings = newPlace();
    await (await openStore(settings)).close();
    const connection = loadSqlite().open(path.join(settings.dataFolder, "store.sqlite"));
    connection.exec("insert into migrations_done values ('of-tomorrow', 1)");
    connection.close();
    await expect(openDatabase(storePlaceOf(settings))).rejects.toMatchObject({ code: "store-too-new" });
  });

  it("is told by its file where that is damaged", async () => {
    const settings = newPlace();
    await (await openStore(settings)).close();
    const file = path.join(settings.dataFolder, "store.sqlite");
    rmSync(`${file}-wal`, { force: true });
    writeFileSync(file, "This was a database once.".repeat(400));
    await expect(openStore(settings)).rejects.toMatchObject({
      code: "store-unavailable",
      message: expect.stringContaining(file),
    });
  });
});
