import { describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { entries, isPrivate, labels, openComponentScene, question } from "../components/component-scene.ts";

const opened = openComponentScene();
const [helpful, notHelpful] = ["War hilfreich", "War nicht hilfreich"];

describe("votes", () => {
  it("are in the menu of an answer, and count one a person, the last one, after a restart too", async () => {
    const { anna, ben, store } = opened.scene;
    const answer = await opened.asked();
    expect(entries(answer)).toEqual(expect.arrayContaining([helpful, notHelpful]));
    const thanks = await anna.select(answer, "Mehr …", [helpful]).message();
    expect(isPrivate(thanks)).toBe(true);
    expect(renderForPerson(thanks)).toContain("Danke!");
    await ben.select(answer, "Mehr …", [helpful]).message();
    expect(await store.votes.count(answer.id)).toEqual({ helpful: 2, notHelpful: 0 });
    await opened.scene.restart();
    await ben.submitModal(await ben.select(answer, "Mehr …", [notHelpful]).modal()).message();
    expect(await store.votes.count(answer.id)).toEqual({ helpful: 1, notHelpful: 1 });
  });

  it("may be explained, with what was cited and without the question", async () => {
    const { ben, store } = opened.scene;
    const answer = await opened.asked();
    const form = await ben.select(answer, "Mehr …", [notHelpful]).modal();
    const noted = await ben.submitModal(form, { word: "That is about **another** lighthouse." }).message();
    expect(isPrivate(noted)).toBe(true);
    const about = await store.personalData.about(store.personHash(ben.id));
    expect(about.votes[0]).toMatchObject({
      message: answer.id,
      vote: -1,
      word: "That is about **another** lighthouse.",
      citation: "leuchtturm:2",
      question: null,
    });
    expect(JSON.stringify(about)).not.toContain(ben.id);
  });

  it("are not asked for where there is no answer", async () => {
    const { anna, channel } = opened.scene;
    const none = await anna.slash(channel, "ask", { question: "Wer bemalte das Quidditchstadion 2040?" }).message();
    expect(entries(none)).not.toContain(helpful);
  });
});

describe("/privacy", () => {
  it("says in so many words that nothing is stored", async () => {
    const { mo, channel } = opened.scene;
    const shown = await mo.slash(channel, "privacy").message();
    expect(isPrivate(shown)).toBe(true);
    expect(renderForPerson(shown)).toContain("Über dich ist nichts gespeichert.");
    expect(labels(shown)).toEqual([]);
  });

  it("shows votes and erases them, and nobody else's", async () => {
    const { anna, ben, store } = opened.scene;
    const answer = await opened.asked();
    await anna.select(answer, "Mehr …", [helpful]).message();
    await ben.submitModal(await ben.select(answer, "Mehr …", [notHelpful]).modal(), { word: "old" }).message();
    const shown = await ben.slash(ben.dm, "privacy").message();
    expect(renderForPerson(shown)).toMatch(/not helpful, \d+ \w+ \d{4} · `leuchtturm:2` · \*old\*/);
    await opened.scene.standIn.settled(ben.click(shown, "Delete everything about me"));
    expect(renderForPerson(shown)).toContain("Nothing is stored about you any more.");
    expect(await store.personalData.about(store.personHash(ben.id))).toEqual({
      votes: [],
      questions: [],
      solvedPosts: [],
    });
    expect(await store.votes.count(answer.id)).toEqual({ helpful: 1, notHelpful: 0 });
  });
});

describe("the words of questions", () => {
  it("are stored from when a server wants it, with who asked, and are erased by them", async () => {
    const { anna, mo, channel, store } = opened.scene;
    const now = () => store.questions.between(opened.scene.guild.id, 0, Date.now() + 1);
    await opened.asked();
    const panel = await mo.slash(channel, "settings").message();
    await opened.scene.standIn.settled(mo.select(panel, "Wortlaut von Fragen", ["true"]));
    await opened.asked();
    // What has not been counted yet is written when the bot ends.
    await opened.scene.restart();
    const rows = await now();
    expect(rows.at(-1)).toMatchObject({
      question,
      person: store.personHash(anna.id),
      citations: expect.stringMatching(/^leuchtturm:2/),
    });
    expect(rows.at(0)).toMatchObject({ question: null, person: null });
    const shown = await anna.slash(channel, "privacy").message();
    expect(renderForPerson(shown)).toContain(question);
    await opened.scene.standIn.settled(anna.click(shown, "Alles über mich löschen"));
    expect((await now()).map((row) => [row.question, row.person])).toEqual(rows.map(() => [null, null]));
  });
});
