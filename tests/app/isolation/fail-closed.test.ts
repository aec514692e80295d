import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { liftRestriction, restrictedDocuments } from "../../../src/app/collection/restricted-documents.ts";
import { type App, createApp } from "../../../src/app.ts";
import type { IndexEvent } from "../../../src/search/index-event.ts";

const guild = "100000000000000001";
const secret = "Das Übungsgeheimnis\n\nDas Kennwort lautet Zimtschnecke.";

let folder: string;
let apps: App[] = [];
let events: IndexEvent[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fundstelle-closed-"));
  write("hafen.txt", "Der Hafen\n\nDer Hafen ist alt.");
  write("geheim/Übung.txt", secret);
  state([{ file: "geheim/Übung.txt", key: "geheim", guilds: [guild] }]);
  events = [];
});
afterEach(async () => {
  for (const app of apps) await app.close();
  apps = [];
  rmSync(folder, { recursive: true, force: true });
});

const seeds = () => join(folder, "seeds");
const data = () => join(folder, "data");
function write(file: string, text: string): void {
  mkdirSync(dirname(join(seeds(), file)), { recursive: true });
  writeFileSync(join(seeds(), file), text);
}
function state(documents: readonly object[]): void {
  writeFileSync(join(seeds(), "sources.json"), JSON.stringify({ documents }));
}
async function open(watch = false): Promise<App> {
  for (const app of apps.splice(0)) await app.close();
  const app = await createApp(
    { seedsFolder: seeds(), indexFolder: join(folder, "index"), dataFolder: data() },
    { lexicon: emptyLexicon(), watch, onEvent: (event) => events.push(event) },
  );
  apps.push(app);
  return app;
}
const seen = ({ fundstelle }: App, guildId?: string) =>
  fundstelle.sources({ audience: guildId === undefined ? {} : { guild: guildId } }).map(({ file }) => file);

/** Ways in which a restriction gets lost, and the document's file afterwards. */
const losses: readonly [string, string, () => void][] = [
  ["its entry is gone", "geheim/Übung.txt", () => state([])],
  ["its entry names no servers any more", "geheim/Übung.txt", () => state([{ file: "geheim/Übung.txt" }])],
  ["sources.json is gone", "geheim/Übung.txt", () => rmSync(join(seeds(), "sources.json"))],
  [
    "its name is written in other letters",
    "geheim/ÜBUNG.TXT",
    () => renameSync(join(seeds(), "geheim/Übung.txt"), join(seeds(), "geheim/ÜBUNG.TXT")),
  ],
  [
    "its name is in another form of Unicode, and sources.json is gone",
    "geheim/Übung.txt".normalize("NFD"),
    () => {
      rmSync(join(seeds(), "sources.json"));
      rmSync(join(seeds(), "geheim/Übung.txt"));
      write("geheim/Übung.txt".normalize("NFD"), `${secret} Nun auch Kupferkessel.`);
    },
  ],
  ["it has another name", "offen.txt", () => renameSync(join(seeds(), "geheim/Übung.txt"), join(seeds(), "offen.txt"))],
];

describe("a document that was restricted stays so when", () => {
  it.each(losses)("%s, between two starts, even without the index", async (_, file, lose) => {
    await open();
    lose();
    expect(seen(await open())).toEqual(["hafen.txt"]);
    rmSync(join(folder, "index"), { recursive: true });
    const app = await open();
    expect(seen(app)).toEqual(["hafen.txt"]);
    expect(seen(app, guild)).toContain(file);
    expect(events).toContainEqual({ kind: "kept-restricted", file, guilds: [guild], was: "geheim/Übung.txt" });
  });

  it.each(losses)("%s, while the program runs", async (_, file, lose) => {
    const app = await open(true);
    lose();
    await expect
      .poll(() => events.some((event) => event.kind === "kept-restricted" && event.file === file), { timeout: 15_000 })
      .toBe(true);
    await expect.poll(() => seen(app, guild), { timeout: 15_000 }).toContain(file);
    expect(seen(app)).toEqual(["hafen.txt"]);
  });
});

describe("the list of restricted documents", () => {
  it("lets the host open what is restricted no longer, and nothing else", async () => {
    await open();
    const lift = (file: string) => liftRestriction(seeds(), data(), file);
    await expect(lift("geheim/Übung.txt")).rejects.toMatchObject({ code: "usage" });
    await expect(lift("hafen.txt")).rejects.toMatchObject({ code: "usage" });
    state([]);
    expect(await restrictedDocuments(seeds(), data())).toEqual([
      { file: "geheim/Übung.txt", guilds: [guild], isStated: false },
    ]);
    await lift("geheim/Übung.txt");
    expect(seen(await open())).toEqual(["geheim/Übung.txt", "hafen.txt"]);
    expect(await restrictedDocuments(seeds(), data())).toEqual([]);
  });

  it("lets a copy be opened, and keeps the document restricted that it is a copy of", async () => {
    await open();
    write("abschrift.txt", secret);
    expect(seen(await open())).toEqual(["hafen.txt"]);
    await liftRestriction(seeds(), data(), "abschrift.txt");
    expect(seen(await open())).toEqual(["abschrift.txt", "hafen.txt"]);
    state([]);
    expect(seen(await open())).toEqual(["abschrift.txt", "hafen.txt"]);
  });

  it("follows sources.json where that names other servers", async () => {
    await open();
    const other = "100000000000000002";
    state([{ file: "geheim/Übung.txt", guilds: [other] }]);
    const app = await open();
    expect([seen(app, guild), seen(app, other)]).toEqual([["hafen.txt"], ["geheim/Übung.txt", "hafen.txt"]]);
    state([]);
    expect(seen(await open(), guild)).toEqual(["hafen.txt"]);
  });

  it("knows of roles and channels too", async () => {
    const role = "100000000000000011";
    const channel = "100000000000000012";
    state([{ file: "geheim/Übung.txt", guilds: [guild], roles: [role], channels: [channel] }]);
    await open();
    state([]);
    const { fundstelle } = await open();
    const seenWith = (roles: string[], channels: string[]) =>
      fundstelle.sources({ audience: { guild, roles, channels } }).map(({ file }) => file);
    expect(seenWith([], [])).toEqual(["hafen.txt"]);
    expect(seenWith([role], [])).toEqual(["hafen.txt"]);
    expect(seenWith([], [channel])).toEqual(["hafen.txt"]);
    expect(seenWith([role], [channel])).toEqual(["geheim/Übung.txt", "hafen.txt"]);
  });

  it("is not there where nothing is restricted, and stops the program where it is damaged", async () => {
    state([]);
    await open();
    expect(existsSync(join(data(), "restricted.json"))).toBe(false);
    state([{ file: "geheim/Übung.txt", guilds: [guild] }]);
    await open();
    const whole = readFileSync(join(data(), "restricted.json"), "utf8");
    writeFileSync(join(data(), "restricted.json"), whole.slice(0, 30));
    await expect(open()).rejects.toMatchObject({ code: "restrictions-unreadable" });
  });

  it("tells where it cannot be written", async () => {
    writeFileSync(data(), "no folder");
    await expect(open()).rejects.toMatchObject({ code: "restrictions-unreadable" });
    rmSync(data());
  });
});
