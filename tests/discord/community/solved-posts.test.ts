import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import type { Person } from "../../../discord-stand-in/people/people.ts";
import { selectsOf } from "../../../discord-stand-in/people/people.ts";
import type { Channel, Message } from "../../../discord-stand-in/state/state.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { type BotScene, openBotScene } from "../scene.ts";

let app: Awaited<ReturnType<typeof openCollection>>;
let scene: BotScene;
let forum: Channel;

const mark = "✅";
const shown = (message: Message): string => renderForPerson(message);

beforeAll(async () => {
  app = await openCollection();
  scene = await openBotScene(app, {
    env: { MESSAGE_CONTENT_INTENT: "true" },
  });
  forum = scene.standIn.addChannel(scene.guild, "hilfe", { type: "forum" });
  await choose([forum]);
}, openingTimeoutMs);
afterEach(() => expect(scene.standIn.violations).toEqual([]));
afterAll(async () => {
  await scene.close();
  await app.close();
});

/** Chooses the forums whose solved posts become documents, as a manager does. */
async function choose(forums: readonly Channel[]): Promise<void> {
  const { mo, channel, standIn } = scene;
  const panel = await mo.slash(channel, "settings").message();
  const number = selectsOf(panel).findIndex(({ custom_id }) => custom_id?.endsWith("|SOLVED_FORUMS")) + 1;
  await standIn.settled(
    mo.select(
      panel,
      number,
      forums.map(({ id }) => id),
    ),
  );
}

interface Post {
  readonly thread: Channel;
  readonly starter: Message;
  readonly answer: Message;
}

/** Anna opens a post, and Ben answers it. */
function post(title: string, text: string, answered: string, where = forum): Post {
  const { anna, ben } = scene;
  const { thread, message } = anna.post(where, title, text);
  return { thread, starter: message, answer: ben.say(thread, answered) };
}

/** What the bot asks in a post once a message was marked by whoever opened it. */
async function asked({ thread, answer }: Post): Promise<Message> {
  const { standIn, anna } = scene;
  const prompt = standIn.nextMessage(thread, ({ author }) => author === standIn.bot);
  anna.react(answer, mark);
  return prompt;
}

async function press(person: Person, prompt: Message, label: string): Promise<void> {
  await scene.standIn.settled(person.click(prompt, label));
}

/** Has a post kept, with the consent of both. */
async function kept(solved: Post): Promise<Message> {
  const prompt = await asked(solved);
  for (const person of [scene.ben, scene.anna]) await press(person, prompt, "Einverstanden");
  expect(shown(prompt)).toContain("jetzt ein Dokument");
  return prompt;
}

async function ask(question: string, place = scene.channel): Promise<string> {
  return shown(await scene.anna.slash(place, "ask", { question, private: true }).message());
}

/** Waits until everything that has arrived was dealt with: what is asked for comes to hold. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  await expect.poll(holds, { timeout: 20_000 }).toBe(true);
}

async function documents(): Promise<string> {
  const { mo, channel } = scene;
  return shown(await mo.slash(channel, "documents list").message());
}

const ownCount = async (): Promise<number> => (await app.serverDocuments?.list(scene.guild.id))?.length ?? -1;

describe("a solved post", () => {
  it("becomes a document once those who wrote it and the answer have agreed, and not before", async () => {
    const { anna, ben, mo, store, guild, standIn } = scene;
    const solved = post(
      "Womit fetten wir die Kurbel?",
      "Die Kurbel der Seilwinde quietscht.",
      "Die Kurbel der Seilwinde wird mit Hammeltalg gefettet.",
    );
    const question = "Womit wird die Kurbel der Seilwinde gefettet?";
    const prompt = await asked(solved);
    expect(shown(prompt)).toContain("Darf daraus ein Dokument");
    expect([...prompt.mentions.userIds].sort()).toEqual([anna.id, ben.id].sort());
    const told = await mo.click(prompt, "Einverstanden").message();
    expect(told.ephemeralFor).toBe(mo.id);
    expect(shown(told)).toContain("deren Worte");
    await press(ben, prompt, "Einverstanden");
    expect(shown(prompt)).toContain(`✓ ${ben.mention}`);
    expect(await ask(question)).not.toContain("Hammeltalg");
    expect(await ownCount()).toBe(0);
    await press(anna, prompt, "Einverstanden");
    expect(shown(prompt)).toContain("jetzt ein Dokument");
    const answer = await ask(question);
    expect(answer).toContain("Hammeltalg");
    expect(answer).toContain("ben, ");
    expect(shown(await anna.slash(scene.channel, "search", { terms: "Seilwinde quietscht" }).message())).toContain(
      "Hammeltalg",
    );
    expect(await documents()).toContain("Womit fetten wir die Kurbel?");
    expect(await store.audit.of(guild.id, 1)).toMatchObject([
      { action: "solved-post-added", manager: standIn.bot.id, detail: solved.thread.id },
    ]);
    await press(ben, prompt, "Zurücknehmen");
    expect(shown(prompt)).toContain("nichts behalten");
    expect(await ask(question)).not.toContain("Hammeltalg");
    expect(await ownCount()).toBe(0);
  });

  it("becomes one document where both agree in the same moment", async () => {
    const { anna, ben, standIn, store } = scene;
    const solved = post("Ofen", "Was heizt?", "Der Ofen heizt mit Torf.");
    const prompt = await asked(solved);
    const clicks = [anna, ben].map((person) => person.click(prompt, "Einverstanden"));
    await Promise.all(clicks.map((click) => standIn.settled(click)));
    expect(shown(prompt)).toContain("jetzt ein Dokument");
    expect(await ownCount()).toBe(1);
    expect(await store.solvedPosts.of(solved.thread.id)).toMatchObject({
      asker_agreed_at: expect.any(Number),
      answerer_agreed_at: expect.any(Number),
    });
    await press(anna, prompt, "Zurücknehmen");
  });

  it("is not kept where one of them declines", async () => {
    const { ben, anna, store } = scene;
    const solved = post("Tür", "Die Tür klemmt.", "Die Tür wird mit Seife geschmiert.");
    const prompt = await asked(solved);
    await press(anna, prompt, "Einverstanden");
    const waiting = prompt.components;
    await press(ben, prompt, "Lieber nicht");
    expect(shown(prompt)).toContain("nichts behalten");
    expect(await ownCount()).toBe(0);
    expect(await store.solvedPosts.of(solved.thread.id)).toBeUndefined();
    expect(shown(await anna.click({ ...prompt, components: waiting }, "Einverstanden").message())).toContain(
      "nicht mehr offen",
    );
    anna.unreact(solved.answer, mark);
    await press(ben, await asked(solved), "Lieber nicht");
  });

  it("is none any more once the mark, the message, the post or the forum is gone", async () => {
    const { anna, ben, guild, standIn } = scene;
    const other = standIn.addChannel(guild, "werkstatt", { type: "forum" });
    await choose([forum, other]);
    const ends: readonly (readonly [string, (solved: Post) => void])[] = [
      ["mark", ({ answer }) => anna.unreact(answer, mark)],
      ["answer", ({ answer }) => ben.delete(answer)],
      ["start", ({ starter }) => anna.delete(starter)],
      ["post", ({ thread }) => standIn.deleteChannel(thread)],
      ["forum", () => standIn.deleteChannel(other)],
    ];
    for (const [name, end] of ends) {
      const where = name === "forum" ? other : forum;
      const solved = post(`Leim ${name}`, "Was klebt?", "Am besten klebt Knochenleim aus Husum.", where);
      const prompt = await kept(solved);
      expect(await ownCount(), name).toBe(1);
      end(solved);
      await until(async () => (await ownCount()) === 0);
      if (name === "mark") await until(async () => prompt.deleted);
    }
    expect(await ask("Was klebt am besten?")).not.toContain("Knochenleim");
    await choose([forum]);
  });

  it("takes the answer that was marked last", async () => {
    const { ben, store } = scene;
    const solved = post("Farbe", "Welche Farbe hat das Boot?", "Das Boot ist mennigerot.");
    const first = await kept(solved);
    const second = ben.say(solved.thread, "Nein: Das Boot ist seit Mai lindgrün.");
    const prompt = await asked({ ...solved, answer: second });
    expect(first.deleted).toBe(true);
    expect(await ownCount()).toBe(0);
    expect(await store.solvedPosts.of(solved.thread.id)).toMatchObject({ answer: second.id, document: null });
    await press(ben, prompt, "Lieber nicht");
  });

  it("is taken back by what was deleted while the bot was away", async () => {
    const solved = post("Anker", "Wie schwer ist der Anker?", "Der Anker wiegt neunzig Kilo.");
    await kept(solved);
    // Nobody is told of it, as where it happens before the bot connects.
    solved.thread.messages.delete(solved.answer.id);
    await scene.restart();
    await until(async () => (await ownCount()) === 0);
  });

  it("is asked about in the chosen forums alone, and only when whoever opened it marks it", async () => {
    const { anna, ben, guild, standIn, store } = scene;
    const elsewhere = standIn.addChannel(guild, "plausch", { type: "forum" });
    const there = post("Wetter", "Wie wird es?", "Es wird sonnig.", elsewhere);
    anna.react(there.answer, mark);
    const here = post("Segel", "Wer näht?", "Die Segelmacherin näht.");
    ben.react(here.answer, mark);
    anna.react(here.answer, "👍");
    anna.react(here.starter, mark);
    const last = post("Zuletzt", "Ist das das Letzte?", "Das ist das Letzte.");
    await press(ben, await asked(last), "Lieber nicht");
    for (const { thread } of [there, here]) expect(await store.solvedPosts.of(thread.id)).toBeUndefined();
  });

  it("of a closed forum is found there alone", async () => {
    const { anna, ben, guild, channel, standIn } = scene;
    const closed = standIn.addChannel(guild, "vorstand", { type: "forum" });
    const inner = standIn.addRole(guild, "vorstand", []);
    for (const person of [anna, ben]) standIn.join(guild, person, [inner]);
    standIn.deny(closed, "everyone", ["ViewChannel"]);
    for (const target of [inner, "bot"] as const) standIn.allow(closed, target, ["ViewChannel"]);
    await choose([forum, closed]);
    const solved = post("Kasse", "Wo liegt der Kassenschlüssel?", "Der Kassenschlüssel liegt im Samowar.", closed);
    const prompt = await kept(solved);
    const question = "Wo liegt der Kassenschlüssel?";
    expect(await ask(question, solved.thread)).toContain("Samowar");
    expect(await ask(question, channel)).not.toContain("Samowar");
    await press(anna, prompt, "Zurücknehmen");
    await choose([forum]);
  });

  it("is told that there is no room, and is kept once there is", async () => {
    const { anna, ben, mo, channel, standIn } = scene;
    const keys: string[] = [];
    while ((await ownCount()) < 12) {
      const file = mo.upload(`voll-${keys.length}.txt`, `Voll\n\nDas Regal Nummer ${keys.length} ist voll.`);
      const preview = await mo.slash(channel, "documents add", { file: file.id }).message();
      await standIn.settled(mo.click(preview, "Hinzufügen"));
      keys.push(/`([a-z0-9-]+)`/.exec(shown(preview))?.[1] ?? "");
    }
    const prompt = await asked(post("Platz", "Ist Platz?", "Im Regal ist Platz für zwölf."));
    await press(ben, prompt, "Einverstanden");
    expect(shown(await anna.click(prompt, "Einverstanden").message())).toContain("kein Platz mehr");
    expect(keys).toHaveLength(12);
    for (const key of keys) await app.serverDocuments?.remove(scene.guild.id, key);
    await press(anna, prompt, "Einverstanden");
    expect(shown(prompt)).toContain("jetzt ein Dokument");
    await press(anna, prompt, "Zurücknehmen");
  });
});

describe("Mark as answer", () => {
  const tell = async (person: Person, message: Message, name: string) =>
    shown(await person.contextMenu(message, name).message());

  it("asks as the reaction does, for whoever opened the post and for moderators", async () => {
    const { anna, ben, mo, standIn, store, guild, channel } = scene;
    const solved = post("Lampe", "Welche Lampe passt?", "Es passt die Lampe von Philine Ohm.");
    expect(await tell(ben, solved.answer, "Mark as answer")).toContain("Only whoever opened the post");
    expect(await tell(anna, solved.starter, "Als Antwort festhalten")).toContain("kann keine Antwort sein");
    expect(await tell(anna, anna.say(channel, "Hallo"), "Als Antwort festhalten")).toContain("nur in Beiträgen");
    const prompt = standIn.nextMessage(solved.thread, ({ author }) => author === standIn.bot);
    expect(await tell(mo, solved.answer, "Als Antwort festhalten")).toContain("Ich habe im Beitrag gefragt");
    expect(await store.audit.of(guild.id, 1)).toMatchObject([{ action: "answer-marked", manager: mo.id }]);
    expect(await tell(anna, solved.answer, "Als Antwort festhalten")).toContain("schon als Antwort");
    for (const person of [anna, ben]) await press(person, await prompt, "Einverstanden");
    expect(await ask("Welche Lampe passt?")).toContain("Philine Ohm");
    const list = await app.serverDocuments?.list(guild.id);
    const key = list?.find(({ title }) => title === "Lampe")?.entry.key ?? "";
    const removal = await mo.slash(channel, "documents remove", { document: key }).message();
    await standIn.settled(mo.click(removal, "Entfernen"));
    expect(await store.solvedPosts.of(solved.thread.id)).toBeUndefined();
    expect(shown(await mo.slash(channel, "moderation list").message())).toContain("Als Antwort festgehalten: <#");
  });

  it("asks one person once who has answered their own post", async () => {
    const { anna, standIn } = scene;
    const { thread } = anna.post(forum, "Seil", "Wie lang ist das Seil?");
    const answer = anna.say(thread, "Gefunden: Das Seil misst siebzig Ellen.");
    const prompt = standIn.nextMessage(thread, ({ author }) => author === standIn.bot);
    expect(await tell(anna, answer, "Als Antwort festhalten")).toContain("Ich habe im Beitrag gefragt");
    await press(anna, await prompt, "Einverstanden");
    expect(await ask("Wie lang ist das Seil?")).toContain("siebzig Ellen");
    await press(anna, await prompt, "Zurücknehmen");
  });
});

describe("/privacy", () => {
  it("says how many solved posts hold words of somebody, and takes them back", async () => {
    const { anna, ben, channel, standIn, store } = scene;
    const solved = post("Glocke", "Wer läutet?", "Die Glocke läutet Eulalia Brandt.");
    const prompt = await kept(solved);
    expect(await ask("Wer läutet die Glocke?")).toContain("Eulalia Brandt");
    const stored = await ben.slash(channel, "privacy").message();
    expect(shown(stored)).toContain("**1 solved post** with words of yours; you have agreed to 1 of them");
    expect(shown(await anna.slash(channel, "privacy").message())).toContain(
      "**1 gelöster Beitrag** mit Worten von dir",
    );
    await standIn.settled(ben.click(stored, 1));
    expect(await ask("Wer läutet die Glocke?")).not.toContain("Eulalia Brandt");
    expect(await ownCount()).toBe(0);
    expect(await store.solvedPosts.of(solved.thread.id)).toBeUndefined();
    expect(prompt.deleted).toBe(true);
    expect(shown(await anna.slash(channel, "privacy").message())).not.toContain("gelöster Beitrag");
  });
});
