import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { selectsOf } from "../../../discord-stand-in/people/people.ts";
import { parseJudgments } from "../../../src/evaluation/judgments.ts";
import { renderJudgments } from "../../../src/insights/judgments.ts";
import { isPrivate, openComponentScene, question } from "../components/component-scene.ts";

const opened = openComponentScene();
const unanswerable = [
  "Wie viele Elefanten wohnen im Rathaus von Quedlinburg?",
  "How many elephants live in the town hall of Quedlinburg?",
  "Wer bemalte das Quidditchstadion 2040?",
];

async function keepQuestions(): Promise<void> {
  const { mo, channel, standIn } = opened.scene;
  const panel = await mo.slash(channel, "settings").message();
  await standIn.settled(mo.select(panel, "Wortlaut von Fragen", ["true"]));
}

describe("/insights", () => {
  it("shows managers, and nobody else, what was asked, with a chart", async () => {
    const { anna, mo, channel } = opened.scene;
    await keepQuestions();
    for (const asked of [question, ...unanswerable]) await anna.slash(channel, "ask", { question: asked }).message();
    const answer = await opened.asked();
    await mo
      .submitModal(await mo.select(answer, "Mehr …", ["War nicht hilfreich"]).modal(), { word: "zu alt" })
      .message();
    const shown = await mo.slash(channel, "insights", { days: 7 }).message();
    expect(isPrivate(shown)).toBe(true);
    const seen = renderForPerson(shown);
    expect(seen).toContain("Was in den letzten 7 Tagen gefragt wurde");
    expect(seen).toContain("**5 Fragen**");
    expect(seen).toContain("3 ohne Antwort");
    expect(seen).toContain("**2×** ");
    expect(seen).toContain("Quidditchstadion");
    expect(seen).toContain("`leuchtturm:2` 1 dagegen, 0 dafür · *zu alt*");
    expect(seen).toContain("Nie gezeigt:");
    expect(seen).not.toContain("tresor");
    const [chart] = shown.attachments;
    expect(chart?.filename).toBe("chart.png");
    const file = await fetch(chart?.url ?? "");
    expect(decode(new Uint8Array(await file.arrayBuffer()))).toMatchObject({ width: 960, height: 360 });
    expect(renderForPerson(await mo.slash(channel, "moderation list").message())).toContain("Auswertung angesehen: 7");
  });

  it("gives what was found helpful as judged questions", async () => {
    const { anna, mo, guild, store, fundstelle } = opened.scene;
    await keepQuestions();
    const answer = await opened.asked();
    for (const person of [anna, mo]) await person.select(answer, "Mehr …", ["War hilfreich"]).message();
    const votes = await store.votes.between(guild.id, 0, Date.now() + 1);
    const lines = await renderJudgments(fundstelle, votes);
    expect(parseJudgments(lines.join("\n"), "judgments.jsonl")).toMatchObject([
      {
        question,
        answerable: true,
        gold: [{ doc: "leuchtturm.txt", contains: expect.stringContaining("1887 gebaut") }],
      },
    ]);
  });

  it("shows another server nothing of it", async () => {
    const { anna, mo, standIn } = opened.scene;
    const other = standIn.addGuild("Nebenan", { locale: "de" });
    const elsewhere = standIn.addChannel(other, "allgemein");
    standIn.join(other, mo, [standIn.addRole(other, "leitung", ["ManageGuild"])]);
    standIn.join(other, anna);
    expect(renderForPerson(await mo.slash(elsewhere, "insights").message())).toContain("hat niemand etwas gefragt");
  });
});

describe("the weekly summary", () => {
  it("is posted once a week in the channel that was named", async () => {
    const { mo, guild, channel, standIn } = opened.scene;
    const news = standIn.addChannel(guild, "berichte");
    const panel = await mo.slash(channel, "settings").message();
    const number = selectsOf(panel).findIndex(({ custom_id }) => custom_id?.endsWith("|DIGEST_CHANNEL")) + 1;
    await standIn.settled(mo.select(panel, number, [news.id]));
    expect(await opened.scene.store.settings.read(guild.id)).toMatchObject({ DIGEST_CHANNEL: news.id });
    const early = new Date("2026-03-02T07:00:00Z");
    const [monday, tuesday, next] = ["2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z", "2026-03-09T09:00:00Z"];
    const posted = () => standIn.messages(news).map(renderForPerson);
    await opened.scene.postDigests(early);
    expect(posted()).toEqual([]);
    for (const time of [monday, tuesday]) await opened.scene.postDigests(new Date(time));
    expect(posted()).toHaveLength(1);
    expect(posted()[0]).toContain("Wochenbericht: Was in den letzten 7 Tagen gefragt wurde");
    await opened.scene.postDigests(new Date(next));
    expect(posted()).toHaveLength(2);
  });
});
