import { describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { selectsOf } from "../../../discord-stand-in/people/people.ts";
import { isPrivate, openComponentScene, question } from "../components/component-scene.ts";

const opened = openComponentScene();

async function set(placeholder: string, values: readonly string[], which?: number) {
  const { mo, channel, standIn } = opened.scene;
  const panel = await mo.slash(channel, "settings").message();
  await standIn.settled(mo.select(panel, which ?? placeholder, values));
  return panel;
}

/** The number of a menu whose custom id ends so, as `select` takes it. */
async function menuOf(name: string): Promise<number> {
  const { mo, channel } = opened.scene;
  const panel = await mo.slash(channel, "settings").message();
  return selectsOf(panel).findIndex(({ custom_id }) => custom_id?.endsWith(`|${name}`)) + 1;
}

describe("/settings", () => {
  it("sets the language for everybody, and gives it back", async () => {
    const { ben, channel } = opened.scene;
    const panel = await set("Sprache", ["de"]);
    expect(isPrivate(panel)).toBe(true);
    expect(renderForPerson(await ben.slash(channel, "ask", { question }).message())).toContain(`Frage: ${question}`);
    await set("Sprache", ["host"]);
    expect(renderForPerson(await ben.slash(channel, "ask", { question }).message())).toContain(`Question: ${question}`);
  });

  it("holds in its server alone, and after a restart", async () => {
    const { anna, standIn, store, guild, channel } = opened.scene;
    await set("Sprache", ["en"]);
    const other = standIn.addGuild("Nebenan", { locale: "de" });
    const elsewhere = standIn.addChannel(other, "allgemein");
    standIn.join(other, anna);
    await opened.scene.restart();
    expect(renderForPerson(await anna.slash(channel, "ask", { question }).message())).toContain("Question:");
    expect(renderForPerson(await anna.slash(elsewhere, "ask", { question }).message())).toContain("Frage:");
    await set("Language", ["host"]);
    expect(await store.settings.read(guild.id)).toEqual({});
  });

  it("answers commands privately, unless whoever asks wants otherwise", async () => {
    const { anna, channel } = opened.scene;
    await set("Antworten auf Befehle", ["true"]);
    expect(isPrivate(await anna.slash(channel, "ask", { question }).message())).toBe(true);
    expect(isPrivate(await anna.slash(channel, "ask", { question, private: false }).message())).toBe(false);
    await set("Antworten auf Befehle", ["host"]);
    expect(isPrivate(await anna.slash(channel, "ask", { question }).message())).toBe(false);
  });

  it("shows at most so many passages, and the others on the next page", async () => {
    const { anna, channel } = opened.scene;
    const closest = async () => {
      const none = await anna
        .slash(channel, "ask", { question: "Wer bemalte die Laterne im Quidditchstadion 2040?" })
        .message();
      return anna.click(none, "Nächstliegende Stellen").message();
    };
    const quotes = (message: Parameters<typeof renderForPerson>[0]) =>
      renderForPerson(message).match(/`[a-z-]+:\d+[a-z]?@/g)?.length ?? 0;
    expect(quotes(await closest())).toBe(3);
    await set("Textstellen je Antwort", ["1"]);
    const one = await closest();
    expect(quotes(one)).toBe(1);
    expect(quotes(await anna.click(one, "Weitere ▶").message())).toBe(3);
    await set("Textstellen je Antwort", ["host"]);
  });

  it("answers every new post of a forum, and no longer", async () => {
    const { anna, guild, standIn } = opened.scene;
    const forum = standIn.addChannel(guild, "fragen", { type: "forum" });
    const number = await menuOf("FORUM_CHANNELS");
    await set("", [forum.id], number);
    const { thread } = anna.post(forum, question, "Das wüsste ich gern.");
    expect((await opened.scene.answersIn(thread)).join()).toContain("1887");
    const { mo, channel } = opened.scene;
    const panel = await mo.slash(channel, "settings").message();
    await standIn.settled(mo.select(panel, number, []));
    const second = anna.post(forum, question, "Noch einmal.");
    expect(await opened.scene.answersIn(second.thread)).toEqual([]);
  });

  it("lets a role manage, and takes nothing that is no setting", async () => {
    const { ben, mo, guild, channel, standIn, store } = opened.scene;
    const role = standIn.addRole(guild, "archiv", []);
    const number = await menuOf("MANAGER_ROLE");
    await set("", [role.id], number);
    standIn.join(guild, ben, [role]);
    for (const each of standIn.commands) each.body.default_member_permissions = null;
    expect(renderForPerson(await ben.slash(channel, "settings").message())).toContain("Settings of this server");
    const panel = await mo.slash(channel, "settings").message();
    const forged = {
      ...panel,
      components: [
        {
          type: 1,
          components: [{ type: 3, custom_id: "f1|u|PASSAGES", options: [{ label: "x", value: "99" }] }],
        },
      ],
    };
    await mo.select(forged, 1, ["99"]).message();
    expect(await store.settings.read(guild.id)).not.toHaveProperty("PASSAGES");
  });
});

describe("/moderation", () => {
  it("blocks a person and a channel from asking, tells them why, and lists it with who did it", async () => {
    const { anna, ben, mo, guild, channel, standIn } = opened.scene;
    await mo.slash(channel, "moderation block", { person: ben.id }).message();
    const refused = await ben.slash(channel, "ask", { question }).message();
    expect(isPrivate(refused)).toBe(true);
    expect(renderForPerson(refused)).toContain("I do not answer your questions here");
    ben.say(channel, question, { mention: true });
    const before = (await opened.scene.answersIn(channel)).length;
    ben.say(channel, question, { mention: true });
    expect(await opened.scene.answersIn(channel)).toHaveLength(before);
    expect(renderForPerson(await ben.slash(ben.dm, "ask", { question }).message())).toContain("1887");
    expect(renderForPerson(await ben.slash(channel, "privacy").message())).toContain("You have been blocked");
    const quiet = standIn.addChannel(guild, "ruhig");
    await mo.slash(channel, "moderation block", { channel: quiet.id }).message();
    expect(renderForPerson(await anna.slash(quiet, "ask", { question }).message())).toContain(
      "beantworte ich dir keine",
    );
    await opened.scene.restart();
    expect(renderForPerson(await anna.slash(quiet, "ask", { question }).message())).toContain(
      "beantworte ich dir keine",
    );
    const list = renderForPerson(await mo.slash(channel, "moderation list").message());
    expect(list).toContain(`<@${ben.id}>, seit`);
    expect(list).toContain(`<#${quiet.id}>, seit`);
    expect(list).toContain(`<@${mo.id}> · Person gesperrt: <@${ben.id}>`);
    await mo.slash(channel, "moderation unblock", { person: ben.id, channel: quiet.id }).message();
    expect(renderForPerson(await ben.slash(quiet, "ask", { question }).message())).toContain("1887");
    expect(renderForPerson(await mo.slash(channel, "moderation list").message())).toContain("Niemand und kein Kanal");
  });

  it("keeps settings that were changed on the list", async () => {
    const { mo, channel } = opened.scene;
    await set("Sprache", ["host"]);
    expect(renderForPerson(await mo.slash(channel, "moderation list").message())).toContain("Einstellung geändert");
  });
});
