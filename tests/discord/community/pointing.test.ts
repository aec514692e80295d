import { describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { parseJudgments } from "../../../src/evaluation/judgments.ts";
import { readInsights } from "../../../src/insights/read-insights.ts";
import { entries, isPrivate, openComponentScene } from "../components/component-scene.ts";

const opened = openComponentScene();
const unanswered = "Wer bemalte das Quidditchstadion 2040?";
const pointedLine = "📌 Diese Stelle haben Menschen";

async function ask(question: string) {
  const { anna, channel } = opened.scene;
  return anna.slash(channel, "ask", { question }).message();
}

/** Has the manager name a passage for what an answer was asked. */
async function point(question: string, citation: string) {
  const { mo } = opened.scene;
  const form = await mo.contextMenu(await ask(question), "Richtige Stelle nennen").modal();
  return mo.submitModal(form, { citation }).message();
}

describe("Name the right passage", () => {
  it("has a passage stand first from then on, says so, and is undone with one click", async () => {
    const { mo, standIn } = opened.scene;
    expect(renderForPerson(await ask(unanswered))).not.toContain("Onno Brahms");
    const told = await point(unanswered, "leuchtturm:6");
    expect(isPrivate(told)).toBe(true);
    expect(renderForPerson(told)).toContain("`leuchtturm:6` steht ab jetzt zuerst");
    const answer = renderForPerson(await ask(unanswered));
    expect(answer).toContain(pointedLine);
    expect(answer).toContain("Onno Brahms");
    await standIn.settled(mo.click(told, "Zuordnung aufheben"));
    expect(renderForPerson(await ask(unanswered))).not.toContain("Onno Brahms");
    const list = renderForPerson(await mo.slash(opened.scene.channel, "moderation list").message());
    expect(list).toContain("Stelle zugeordnet: leuchtturm:6 · ");
    expect(list).toContain("Zuordnung aufgehoben");
  });

  it("holds for paraphrases, and not for what asks something else", async () => {
    await point("Wer gibt Geld für die Laterne?", "honey:4");
    for (const same of ["wer gibt geld für die laterne", "Wer gab Geld für die Laterne?"])
      expect(renderForPerson(await ask(same))).toContain(pointedLine);
    for (const other of [
      "Wer zündete die Laterne an?",
      "Wie weit leuchtet die Laterne?",
      "Wann wurde der Leuchtturm von Sandersoog gebaut?",
      "Wer gibt Geld für die 2 Laternen?",
    ])
      expect(renderForPerson(await ask(other))).not.toContain(pointedLine);
  });

  it("holds after a restart, in its server alone, and is undone from the answer's menu by managers", async () => {
    const { anna, mo, standIn } = opened.scene;
    await point("Was kostet der Eintritt in den Turm?", "leuchtturm:5");
    await opened.scene.restart();
    const answer = await ask("Was kostet der Eintritt in den Turm?");
    expect(renderForPerson(answer)).toContain(pointedLine);
    const other = standIn.addGuild("Nebenan", { locale: "de" });
    const elsewhere = standIn.addChannel(other, "allgemein");
    standIn.join(other, anna);
    const there = await anna.slash(elsewhere, "ask", { question: "Was kostet der Eintritt in den Turm?" }).message();
    expect(renderForPerson(there)).not.toContain(pointedLine);
    expect(renderForPerson(await anna.select(answer, "Mehr …", ["Zuordnung aufheben"]).message())).toContain(
      "Das können nur Leute",
    );
    await mo.select(answer, "Mehr …", ["Zuordnung aufheben"]).message();
    expect(renderForPerson(await ask("Was kostet der Eintritt in den Turm?"))).not.toContain(pointedLine);
  });

  it("takes no passage that is not there, or not for this server", async () => {
    for (const citation of ["leuchtturm:99", "tresor:2", "keine Fundstelle"]) {
      const told = renderForPerson(await point(unanswered, citation));
      expect(told).not.toContain("steht ab jetzt zuerst");
    }
    expect(renderForPerson(await ask(unanswered))).not.toContain(pointedLine);
  });

  it("is offered to whoever asked if the server allows it, and to nobody else", async () => {
    const { anna, ben, mo, channel, standIn } = opened.scene;
    const entry = "Diese Stelle beantwortet es …";
    expect(entries(await ask(unanswered))).not.toContain(entry);
    const panel = await mo.slash(channel, "settings").message();
    await standIn.settled(mo.select(panel, "Die richtige Stelle nennen", ["true"]));
    const answer = await ask(unanswered);
    expect(renderForPerson(await ben.select(answer, "Mehr …", [entry]).message())).toContain(
      "Only people who manage me",
    );
    const form = await anna.select(answer, "Mehr …", [entry]).modal();
    await anna.submitModal(form, { citation: "leuchtturm:6" }).message();
    const pointed = await ask(unanswered);
    expect(renderForPerson(pointed)).toContain(pointedLine);
    await anna.select(pointed, "Mehr …", ["Zuordnung aufheben"]).message();
    expect(renderForPerson(await ask(unanswered))).not.toContain(pointedLine);
  });

  it("is a judged question", async () => {
    const { store, fundstelle, guild } = opened.scene;
    await point("Wer ist der Vorsitzende?", "leuchtturm:6");
    const { judgments } = await readInsights(store, fundstelle, { guild: guild.id, days: 7 });
    expect(parseJudgments((await judgments()).join("\n"), "judgments.jsonl")).toContainEqual(
      expect.objectContaining({
        question: "Wer ist der Vorsitzende?",
        gold: [{ doc: "leuchtturm.txt", contains: expect.stringContaining("Ein Verein sammelt Geld") }],
      }),
    );
  });
});
