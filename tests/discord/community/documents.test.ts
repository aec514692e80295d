import { describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import type { Person } from "../../../discord-stand-in/people/people.ts";
import type { Channel, Message } from "../../../discord-stand-in/state/state.ts";
import { isPrivate, openComponentScene } from "../components/component-scene.ts";

const opened = openComponentScene();
const shown = (message: Message): string => renderForPerson(message);

/** What a message says once something on it was pressed. */
async function pressed(person: Person, message: Message, label: string): Promise<string> {
  await opened.scene.standIn.settled(person.click(message, label));
  return shown(message);
}

async function addFile(name: string, text: string | Uint8Array, values: Record<string, string> = {}): Promise<string> {
  const { mo, channel } = opened.scene;
  const file = mo.upload(name, text);
  const preview = await mo.slash(channel, "documents add", { ...values, file: file.id }).message();
  const added = await pressed(mo, preview, "Hinzufügen");
  const [, key = ""] = /`([a-z0-9-]+)`/.exec(added) ?? [];
  return key;
}

async function ask(person: Person, place: Channel, question: string, isPrivately = true): Promise<string> {
  return shown(await person.slash(place, "ask", { question, private: isPrivately }).message());
}

describe("/documents add", () => {
  it("shows a file before it is added, answers from it then, and nowhere else", async () => {
    const { mo, anna, ben, channel, standIn, store, guild } = opened.scene;
    const file = mo.upload("Saunaordnung.txt", "Saunaordnung\n\nDer Aufguss mit Birkenduft beginnt um 19 Uhr.");
    const preview = await mo.slash(channel, "documents add", { file: file.id }).message();
    expect(isPrivate(preview)).toBe(true);
    expect(shown(preview)).toContain("Saunaordnung.txt · 1 KB · 1 Textstelle");
    expect(await ask(anna, channel, "Wann beginnt der Aufguss mit Birkenduft?")).not.toContain("19 Uhr");
    expect(await pressed(mo, preview, "Hinzufügen")).toContain("ist hinzugekommen: `saunaordnung-");
    expect(await ask(anna, channel, "Wann beginnt der Aufguss mit Birkenduft?")).toContain("19 Uhr");
    const other = standIn.addGuild("Nebenan", { locale: "de" });
    const elsewhere = standIn.addChannel(other, "allgemein");
    standIn.join(other, anna);
    for (const place of [elsewhere, anna.dm])
      expect(await ask(anna, place, "Wann beginnt der Aufguss mit Birkenduft?")).not.toContain("19 Uhr");
    expect(shown(await ben.slash(channel, "sources").message())).toContain("Saunaordnung");
    expect(await store.audit.of(guild.id, 1)).toMatchObject([
      { action: "document-added", manager: mo.id, detail: expect.stringContaining("Saunaordnung (saunaordnung-") },
    ]);
  });

  it("says what cannot be read, what is none, and that something is there already", async () => {
    const { mo, channel } = opened.scene;
    const tell = async (name: string, content: string | Uint8Array) =>
      shown(await mo.slash(channel, "documents add", { file: mo.upload(name, content).id }).message());
    expect(await tell("a.exe", "MZ")).toContain("Dieses Format lese ich nicht. Ich lese .txt");
    expect(await tell("a.pdf", "kein PDF")).toContain("Das lässt sich nicht lesen.");
    expect(await tell("b.txt", Buffer.from("Größe\n\nDie Größe ist fünf Fuß.", "latin1"))).toContain(
      "Zeichensatz geraten",
    );
    await addFile("gleich.txt", "Gleich\n\nDas ist derselbe Text wie zuvor.");
    expect(await tell("anders.txt", "Gleich\n\nDas ist derselbe Text wie zuvor.")).toContain(
      "gibt es hier schon: Gleich",
    );
    expect(await tell("groß.txt", "x".repeat(1_100_000))).toContain("zu groß");
    expect(shown(await mo.slash(channel, "documents add").message())).toContain("Gib eine Datei");
    expect(shown(await mo.slash(channel, "documents add", { address: "nirgends", message: "x" }).message())).toContain(
      "keine Webadresse",
    );
  });

  it("adds nothing that was discarded, or that waits no longer", async () => {
    const { mo, channel } = opened.scene;
    const file = mo.upload("weg.txt", "Weg\n\nDieser Text kommt nie hinzu.");
    const preview = await mo.slash(channel, "documents add", { file: file.id }).message();
    const again = { ...preview };
    expect(await pressed(mo, preview, "Verwerfen")).toContain("Verworfen");
    const late = await mo.click(again, "Hinzufügen").message();
    expect(shown(late)).toContain("liegt nicht mehr vor");
  });

  it("fetches files from Discord alone", async () => {
    const { mo, channel } = opened.scene;
    const file = mo.upload("fremd.txt", "Fremd\n\nDas liegt woanders.");
    Object.assign(file, { url: "http://127.0.0.1:9/attachments/1/fremd.txt" });
    const told = await mo.slash(channel, "documents add", { file: file.id }).message();
    expect(shown(told)).toContain("gibt sie gerade nicht heraus");
  });

  it("makes a document of a thread, with who wrote what, and of a single message", async () => {
    const { anna, ben, mo, channel, guild, standIn } = opened.scene;
    const asked = anna.say(channel, "Wo steht der Ersatzschlüssel für das Bootshaus?");
    const thread = anna.openThread(channel, "Bootshaus", asked);
    ben.say(thread, `Frag ${anna.mention}: Der Ersatzschlüssel hängt hinter dem roten Kanu.\n# Kein Titel`);
    const preview = await mo.slash(thread, "documents add").message();
    expect(shown(preview)).toContain("Bootshaus");
    await pressed(mo, preview, "Hinzufügen");
    const answer = await ask(anna, channel, "Wo hängt der Ersatzschlüssel für das Bootshaus?");
    expect(answer).toContain("hinter dem roten Kanu");
    expect(answer).toContain("ben, ");
    const link = `https://discord.com/channels/${guild.id}/${channel.id}/${asked.id}`;
    expect(shown(await mo.slash(channel, "documents add", { message: link }).message())).toContain("Bootshaus");
    const lone = ben.say(channel, "Die Tanzfläche wird im März mit Bienenwachs geölt.");
    const menu = await mo.contextMenu(lone, "Zum Dokument machen").message();
    await pressed(mo, menu, "Hinzufügen");
    expect(await ask(anna, channel, "Womit wird die Tanzfläche geölt?")).toContain("Bienenwachs");
    expect(standIn.violations).toEqual([]);
  });

  it("makes no document of a thread of which Discord withholds a part", async () => {
    const { anna, ben, mo, channel } = opened.scene;
    const thread = anna.openThread(channel, "Ruderboot", anna.say(channel, "Wem gehört das Ruderboot?"));
    ben.say(thread, "Das Ruderboot gehört dem Verein.");
    // Without the intent messages come without their words, but for those that mention the bot.
    ben.send(thread, { content: "" });
    expect(shown(await mo.slash(thread, "documents add").message())).toContain("MESSAGE_CONTENT_INTENT");
  });

  it("keeps what was said behind a closed door behind it, and reads nothing that the manager may not", async () => {
    const { anna, ben, mo, channel, guild, standIn } = opened.scene;
    const closed = standIn.addChannel(guild, "vorstand");
    const inner = standIn.addRole(guild, "vorstand", ["ManageGuild"]);
    standIn.join(guild, ben, [inner]);
    standIn.deny(closed, "everyone", ["ViewChannel"]);
    for (const target of [inner, "bot"] as const) standIn.allow(closed, target, ["ViewChannel"]);
    const said = ben.say(closed, "Der Weinkeller bekommt einen Notausgang aus Sandstein.");
    const link = `https://discord.com/channels/${guild.id}/${closed.id}/${said.id}`;
    expect(shown(await mo.slash(channel, "documents add", { message: link }).message())).toContain(
      "dürfen sie nicht lesen",
    );
    const preview = await ben.slash(closed, "documents add", { message: link }).message();
    expect(shown(preview)).toContain("only in <#");
    await pressed(ben, preview, "Add");
    expect(await ask(ben, closed, "Was bekommt der Weinkeller?")).toContain("Sandstein");
    for (const person of [anna, ben])
      expect(await ask(person, channel, "Was bekommt der Weinkeller?")).not.toContain("Sandstein");
  });
});

describe("/documents restrict", () => {
  it("lets only some roles see a document, and only in private", async () => {
    const { anna, ben, mo, channel, guild, standIn } = opened.scene;
    const question = "Wie heißt das Maskottchen der Kegelbahn?";
    const key = await addFile("kegel.txt", "Kegelbahn\n\nDas Maskottchen der Kegelbahn heißt Zwirbelino.");
    const role = standIn.addRole(guild, "kegler", []);
    standIn.join(guild, anna, [role]);
    const before = await anna.slash(channel, "ask", { question, private: true }).message();
    expect(shown(before)).toContain("Zwirbelino");
    const ofBen = await ben.slash(channel, "ask", { question, private: true }).message();
    expect(shown(ofBen)).toContain("Zwirbelino");
    const panel = await mo.slash(channel, "documents restrict", { document: key }).message();
    await standIn.settled(mo.select(panel, "Rollen", [role.id]));
    expect(await ask(anna, channel, question)).toContain("Zwirbelino");
    expect(await ask(anna, channel, question, false)).not.toContain("Zwirbelino");
    expect(await ask(mo, channel, question)).not.toContain("Zwirbelino");
    const answered = standIn.nextMessage(channel, ({ author }) => author === standIn.bot);
    anna.say(channel, question, { mention: true });
    expect(shown(await answered)).not.toContain("Zwirbelino");
    expect(shown(await anna.slash(channel, "sources").message())).toContain("Kegelbahn");
    expect(shown(await ben.slash(channel, "sources").message())).not.toContain("Kegelbahn");
    expect(shown(await anna.slash(channel, "ask", { question, source: key }).message())).toContain("privat: True");
    expect(shown(await ben.slash(channel, "ask", { question, source: key }).message())).not.toContain("private: True");
    const answer = await anna.slash(channel, "ask", { question, private: true }).message();
    for (const message of [answer, before]) {
      const share = await anna.select(message, 1, ["Für alle sichtbar machen"]).message();
      expect(isPrivate(share)).toBe(true);
      expect(shown(share)).toContain("nicht alle sehen dürfen");
    }
    // Whoever may not see it either is told what they would be told of a document that is gone.
    const told = await ben.select(ofBen, 1, ["Show to everybody"]).message();
    expect(isPrivate(told)).toBe(true);
    expect(shown(told)).toContain("changed or removed since");
    await standIn.settled(mo.select(panel, "Rollen", []));
    expect(await ask(mo, channel, question, false)).toContain("Zwirbelino");
    const audit = shown(await mo.slash(channel, "moderation list").message());
    expect(audit).toContain("@kegler");
    expect(audit).not.toContain(`&${role.id}`);
  });

  it("shows a document in some channels alone, to everybody there", async () => {
    const { anna, ben, mo, channel, guild, standIn } = opened.scene;
    const question = "Welche Farbe hat der Billardtisch im Turmzimmer?";
    const key = await addFile("billard.txt", "Billard\n\nDer Billardtisch im Turmzimmer hat die Farbe Türkis.");
    const tower = standIn.addChannel(guild, "turmzimmer");
    const panel = await mo.slash(channel, "documents restrict", { document: key }).message();
    await standIn.settled(mo.select(panel, "Kanäle", [tower.id]));
    expect(await ask(ben, tower, question, false)).toContain("Türkis");
    const thread = anna.openThread(tower, "Frage");
    expect(await ask(ben, thread, question, false)).toContain("Türkis");
    for (const isPrivately of [true, false])
      expect(await ask(anna, channel, question, isPrivately)).not.toContain("Türkis");
    expect(shown(await mo.slash(channel, "documents list").message())).toContain(`nur in <#${tower.id}>`);
  });
});

describe("/documents", () => {
  it("lists what there is, reads it again, and removes it once that is confirmed", async () => {
    const { anna, mo, channel, standIn } = opened.scene;
    const key = await addFile("kurz.txt", "Kurz\n\nDer Lesesaal hat einen Papagei namens Murmelbert.");
    for (let page = 0; page < 3; page++) {
      const list = await mo.slash(channel, "documents list").message();
      expect(shown(list)).toContain("Dokumente dieses Servers");
    }
    expect(shown(await mo.slash(channel, "documents reload").message())).toContain("Neu gelesen.");
    const choices = await mo.autocomplete(channel, "documents remove", "document", "kurz").choices();
    expect(choices).toMatchObject([{ value: key }]);
    const question = await mo.slash(channel, "documents remove", { document: key }).message();
    expect(await ask(anna, channel, "Wie heißt der Papagei?")).toContain("Murmelbert");
    expect(await pressed(mo, question, "Entfernen")).toContain("ist entfernt");
    expect(await ask(anna, channel, "Wie heißt der Papagei?")).not.toContain("Murmelbert");
    expect(shown(await mo.slash(channel, "documents remove", { document: key }).message())).toContain(
      "nicht hinzugefügt",
    );
    const audit = shown(await mo.slash(channel, "moderation list").message());
    expect(audit).toContain("Dokument entfernt: Kurz");
    for (const each of standIn.commands) each.body.default_member_permissions = null;
    expect(await anna.autocomplete(channel, "documents remove", "document", "").choices()).toEqual([]);
  });
});

describe("/privacy", () => {
  it("says what of somebody stands in documents, and takes it out", async () => {
    const { anna, ben, mo, channel, standIn } = opened.scene;
    const asked = anna.say(channel, "Wo wird das Segeltuch geflickt?");
    const thread = anna.openThread(channel, "Segeltuch", asked);
    ben.say(thread, "Im Schuppen. Die Segelmacherin heißt Wilhelmine Quast.");
    const preview = await mo.slash(thread, "documents add").message();
    await pressed(mo, preview, "Hinzufügen");
    const question = "Wie heißt die Segelmacherin?";
    expect(await ask(anna, channel, question)).toContain("Wilhelmine Quast");
    const before = await ben.slash(channel, "privacy").message();
    expect(shown(before)).toMatch(/\*\*\d+ messages?\*\* of yours in documents/);
    expect(shown(await mo.slash(channel, "privacy").message())).toContain("von dir hinzugefügt");
    await standIn.settled(ben.click(before, 1));
    expect(await ask(anna, channel, question)).not.toContain("Wilhelmine Quast");
    expect(shown(await ben.slash(channel, "privacy").message())).not.toContain("documents**");
  });
});

describe("the setting of collections", () => {
  it("has answers come from the host's documents, the server's own, or both", async () => {
    const { anna, mo, channel, standIn } = opened.scene;
    await addFile("uhr.txt", "Turmuhr\n\nDie Turmuhr wurde von der Uhrmacherin Quendolina gebaut.");
    const [own, shared] = ["Von wem wurde die Turmuhr gebaut?", "Wann wurde der Leuchtturm von Sandersoog gebaut?"];
    const choose = async (value: string) => {
      const panel = await mo.slash(channel, "settings").message();
      await standIn.settled(mo.select(panel, "Woraus ich antworte", [value]));
    };
    const found = async () => [
      (await ask(anna, channel, own, false)).includes("Quendolina"),
      (await ask(anna, channel, shared, false)).includes("1887"),
    ];
    expect(await found()).toEqual([true, true]);
    await choose("shared");
    expect(await found()).toEqual([false, true]);
    await choose("own");
    expect(await found()).toEqual([true, false]);
    await choose("both");
    expect(await found()).toEqual([true, true]);
  });
});
