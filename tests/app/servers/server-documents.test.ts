import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { type App, createApp } from "../../../src/app.ts";
import type { NewDocument, ServerDocuments } from "../../../src/documents/servers/server-documents.ts";
import type { Audience } from "../../../src/search/passage-index.ts";
import { temporaryFolder } from "../../support/program.ts";

const guild = "100000000000000001";
const other = "100000000000000002";
const quota = { documents: 3, bytes: 100_000 };
const pin = "Die Tanzordnung\n\nDas Losungswort am Eingang lautet Haselmaus.\n";

let folder: ReturnType<typeof temporaryFolder>;
let app: App;

async function open(followsServers = false): Promise<App> {
  return createApp(
    {
      seedsFolder: join(folder.path, "seeds"),
      indexFolder: join(folder.path, "index"),
      dataFolder: join(folder.path, "data"),
      serverQuota: quota,
    },
    { lexicon: emptyLexicon(), followsServers },
  );
}
async function restart(): Promise<void> {
  await app.close();
  app = await open();
}

beforeEach(async () => {
  folder = temporaryFolder();
  mkdirSync(join(folder.path, "seeds"));
  writeFileSync(join(folder.path, "seeds", "hafen.txt"), "Der Hafen\n\nDer Hafen ist alt und liegt im Norden.");
  app = await open();
});
afterEach(async () => {
  await app.close();
  folder.remove();
});

function documents(): ServerDocuments {
  if (app.serverDocuments === undefined) throw new Error("Servers can add nothing");
  return app.serverDocuments;
}
const newFile = (name: string, text: string | Uint8Array, rest: Partial<NewDocument> = {}): NewDocument => ({
  name,
  content: { bytes: Buffer.from(text) },
  by: "mo",
  ...rest,
});
async function add(document: NewDocument, to = guild): Promise<string> {
  const staging = await documents().stage(to, document);
  if (staging.kind !== "staged") throw new Error(staging.kind);
  const adding = await documents().add(to, staging.document.id);
  if (adding.kind !== "added") throw new Error(adding.kind);
  return adding.document.entry.key;
}
const titles = (audience: Audience) => app.fundstelle.sources({ audience }).map(({ metadata }) => metadata.title);
const filesOf = (of: string) =>
  readdirSync(join(folder.path, "data", "servers", of)).filter((name) => name !== ".staged");
const message = (author: string, text: string, day = "03") => ({
  author,
  name: author.toUpperCase(),
  at: `2024-05-${day}T10:00:00.000Z`,
  text,
});

describe("a server's own documents", () => {
  it("are read before they are added, and found once they are, there alone, after a restart too", async () => {
    const staging = await documents().stage(
      guild,
      newFile("tanz ordnung.txt", pin, { url: "https://example.org/tanz" }),
    );
    expect(staging).toMatchObject({
      kind: "staged",
      document: { title: "Die Tanzordnung", name: "tanz ordnung.txt", passages: 1, remarks: [] },
    });
    if (staging.kind !== "staged") return;
    expect(titles({ guild })).toEqual(["Der Hafen"]);
    const { id, key } = staging.document;
    expect(key).toMatch(/^die-tanzordnung-[0-9a-f]{8}$|^tanz-ordnung-[0-9a-f]{8}$/);
    const adding = await documents().add(guild, id);
    expect(adding).toMatchObject({ kind: "added", document: { title: "Die Tanzordnung", passages: 1 } });
    for (const again of [false, true]) {
      if (again) await restart();
      expect(titles({ guild })).toEqual(["Die Tanzordnung", "Der Hafen"]);
      expect(titles({ guild: other })).toEqual(["Der Hafen"]);
      expect(titles({})).toEqual(["Der Hafen"]);
      expect(titles({ guild, hidesOwn: true })).toEqual(["Der Hafen"]);
      const filter = { audience: { guild }, ofServer: true } as const;
      const { passages } = await app.fundstelle.ask("Wie lautet das Losungswort?", { filter });
      expect(passages[0]).toMatchObject({ text: expect.stringContaining("Haselmaus") });
      expect(passages.every(({ metadata }) => metadata.key === key)).toBe(true);
      expect(await documents().list(guild)).toMatchObject([{ entry: { key, added: { by: "mo" } }, passages: 1 }]);
      expect(await documents().list(other)).toEqual([]);
    }
    expect(await documents().add(guild, id)).toEqual({ kind: "gone" });
  });

  it("are called by their file where they have no title, and take any that is given", async () => {
    await add(newFile("Aushang Mai.md", "Am Montag ist geschlossen, weil der Boden trocknet."));
    await add(newFile("x.md", "Am Dienstag ist geschlossen.", { title: "Zweiter Aushang" }));
    expect(titles({ guild })).toEqual(expect.arrayContaining(["Aushang Mai", "Zweiter Aushang"]));
  });

  it("are refused where they cannot be read, or there is no room", async () => {
    expect(await documents().stage(guild, newFile("a.exe", "x"))).toEqual({ kind: "unknown-format" });
    expect(await documents().stage(guild, newFile("a.pdf", "kein PDF"))).toMatchObject({ kind: "unreadable" });
    expect(await documents().stage(guild, newFile("a.txt", "x".repeat(quota.bytes + 1)))).toEqual({ kind: "full" });
    for (const name of ["eins", "zwei"]) await add(newFile(`${name}.txt`, `${name}\n\nDas ist Text Nummer ${name}.`));
    const [last, tooMany] = await Promise.all(
      ["drei", "vier"].map((name) => documents().stage(guild, newFile(`${name}.txt`, `${name}\n\nNoch ein Text.`))),
    );
    if (last?.kind !== "staged" || tooMany?.kind !== "staged") throw new Error("not staged");
    const added = await Promise.all([last, tooMany].map(({ document }) => documents().add(guild, document.id)));
    expect(added.map(({ kind }) => kind).sort()).toEqual(["added", "full"]);
    expect(await documents().stage(guild, newFile("fünf.txt", "Text."))).toEqual({ kind: "full" });
    expect(await documents().stage(other, newFile("fünf.txt", "Text."))).toMatchObject({ kind: "staged" });
  });

  it("are refused, and nothing changes, where they cannot be kept", async () => {
    mkdirSync(join(folder.path, "data", "servers"), { recursive: true });
    writeFileSync(join(folder.path, "data", "servers", guild), "no folder");
    await expect(documents().stage(guild, newFile("a.txt", pin))).rejects.toMatchObject({ code: "disk-failed" });
    expect(await documents().list(guild)).toEqual([]);
    await add(newFile("a.txt", pin), other);
    expect([titles({ guild }), titles({ guild: other })]).toEqual([["Der Hafen"], ["Die Tanzordnung", "Der Hafen"]]);
  });

  it("say what is missing in them, and that they are there already", async () => {
    await add(newFile("a.txt", pin));
    const again = await documents().stage(guild, newFile("b.txt", pin));
    expect(again).toMatchObject({ document: { remarks: [{ kind: "same", title: "Die Tanzordnung" }] } });
    const elsewhere = await documents().stage(other, newFile("b.txt", pin));
    expect(elsewhere).toMatchObject({ document: { remarks: [] } });
    const latin = await documents().stage(guild, newFile("c.txt", Buffer.from(`${pin} Größe: 5 Fuß.`, "latin1")));
    expect(latin).toMatchObject({ document: { remarks: [{ kind: "gap", gap: { kind: "encoding-guessed" } }] } });
  });

  it("are gone with their files and all that is known of them when they are removed", async () => {
    const key = await add(newFile("a.txt", pin));
    expect(await documents().remove(other, key)).toBeUndefined();
    expect(await documents().remove(guild, key)).toMatchObject({ title: "Die Tanzordnung" });
    expect(filesOf(guild)).toEqual([]);
    expect(titles({ guild })).toEqual(["Der Hafen"]);
    expect(await documents().remove(guild, key)).toBeUndefined();
  });

  it("can be for roles and channels, and for nobody where that is no longer known", async () => {
    const key = await add(newFile("a.txt", pin));
    await documents().restrict(guild, key, { roles: ["100000000000000011"], channels: ["100000000000000012"] });
    const all = { roles: ["100000000000000011"], channels: ["100000000000000012"] };
    await restart();
    expect(titles({ guild })).toEqual(["Der Hafen"]);
    expect(titles({ guild, roles: all.roles })).toEqual(["Der Hafen"]);
    expect(titles({ guild: other, ...all })).toEqual(["Der Hafen"]);
    expect(titles({ guild, ...all })).toEqual(["Die Tanzordnung", "Der Hafen"]);
    await documents().restrict(guild, key, {});
    expect(titles({ guild })).toEqual(["Die Tanzordnung", "Der Hafen"]);
    const entry = join(folder.path, "data", "servers", guild, `${key}.entry.json`);
    const whole = readFileSync(entry, "utf8");
    writeFileSync(entry, whole.slice(0, 40));
    expect(await documents().reload(guild)).toEqual([]);
    expect(titles({ guild, ...all })).toEqual(["Der Hafen"]);
    writeFileSync(entry, whole);
    expect(await documents().reload(guild)).toMatchObject([{ title: "Die Tanzordnung" }]);
    rmSync(entry);
    await documents().reload(guild);
    expect(titles({ guild, ...all })).toEqual(["Der Hafen"]);
  });

  it("may be conversations, from which whoever wrote in them can be taken out", async () => {
    const key = await add({
      name: "Wann öffnet die Sauna?",
      content: {
        messages: [message("anna", "Weiß das jemand?"), message("ben", "# Ja\nDie Sauna öffnet um 17 Uhr.\n---", "04")],
      },
      by: "mo",
      from: `https://discord.com/channels/${guild}/1/2`,
    });
    const filter = { audience: { guild } };
    const { passages } = await app.fundstelle.ask("Wann öffnet die Sauna?", { filter });
    expect(passages[0]).toMatchObject({
      text: expect.stringContaining("17 Uhr"),
      metadata: { key, title: "Wann öffnet die Sauna?", published: { stated: "2024-05-03" } },
      passage: { headingPath: ["BEN, 2024-05-04"] },
    });
    expect(await documents().about("ben")).toEqual({ added: 0, messages: 1 });
    await documents().erase("ben");
    await documents().erase("mo");
    expect(await documents().about("ben")).toEqual({ added: 0, messages: 0 });
    const stored = filesOf(guild).map((name) =>
      readFileSync(join(folder.path, "data", "servers", guild, name), "utf8"),
    );
    expect(stored.join()).not.toMatch(/ben|17 Uhr|"mo"/i);
    expect(stored.join()).toContain("ANNA");
    expect(JSON.stringify(await app.fundstelle.ask("Wann öffnet die Sauna?", { filter }))).not.toContain("17 Uhr");
    await documents().erase("anna");
    expect(filesOf(guild)).toEqual([]);
  });

  it("are noticed by other processes, with whom they are for and that they are gone", async () => {
    const another = await open(true);
    try {
      const seen = (roles: readonly string[] = []) =>
        another.fundstelle.sources({ audience: { guild, roles } }).map(({ metadata }) => metadata.title);
      const key = await add(newFile("a.txt", pin));
      await expect.poll(() => seen(), { timeout: 15_000 }).toContain("Die Tanzordnung");
      const roles = ["100000000000000011"];
      await documents().restrict(guild, key, { roles });
      await expect.poll(() => seen(), { timeout: 15_000 }).toEqual(["Der Hafen"]);
      await expect.poll(() => seen(roles), { timeout: 15_000 }).toContain("Die Tanzordnung");
      await documents().remove(guild, key);
      await expect.poll(() => seen(roles), { timeout: 15_000 }).toEqual(["Der Hafen"]);
    } finally {
      await another.close();
    }
  });

  it("are not said to be taken back where the index cannot follow", async () => {
    const key = await add(newFile("a.txt", pin));
    renameSync(join(folder.path, "seeds"), join(folder.path, "away"));
    await expect(documents().restrict(guild, key, { roles: [] })).rejects.toMatchObject({ code: "folder-missing" });
    await expect(documents().reload(guild)).rejects.toMatchObject({ code: "folder-missing" });
    renameSync(join(folder.path, "away"), join(folder.path, "seeds"));
    await documents().reload(guild);
    expect(titles({ guild })).toEqual(["Der Hafen"]);
    await expect(documents().remove(guild, key)).resolves.toMatchObject({ entry: { key } });
  });

  it("stay where the host's folder is away, and the host's where theirs is", async () => {
    await add(newFile("a.txt", pin));
    rmSync(join(folder.path, "seeds", "hafen.txt"));
    await expect(documents().reload(guild)).rejects.toMatchObject({ code: "folder-empty" });
    expect(titles({ guild })).toEqual(["Die Tanzordnung", "Der Hafen"]);
    writeFileSync(join(folder.path, "seeds", "hafen.txt"), "Der Hafen\n\nDer Hafen ist alt und liegt im Norden.");
    rmSync(join(folder.path, "data", "servers"), { recursive: true });
    await restart();
    expect(titles({ guild })).toEqual(["Der Hafen"]);
    expect(existsSync(join(folder.path, "seeds", "hafen.txt"))).toBe(true);
  });
});
