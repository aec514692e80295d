import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { withSecondOpinion } from "../../../src/answering/second-opinion/with-second-opinion.ts";
import { createPassageJudge } from "../../../src/meaning/passage-judge.ts";
import type { Verdict } from "../../../src/meaning/verdict.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { type BotScene, openBotScene } from "../scene.ts";

const question = "Wie viele Gäste besuchen im August den Leuchtturm?";
const verdictLine = "Ein Sprachmodell hat mitgelesen: Die Stelle nennt die Antwort.";

let app: Awaited<ReturnType<typeof openCollection>>;
let scene: BotScene;
let judge: (verdict: Verdict) => void;

beforeAll(async () => {
  app = await openCollection();
}, openingTimeoutMs);
beforeEach(async () => {
  const verdict = new Promise<Verdict>((resolve) => {
    judge = resolve;
  });
  const passageJudge = createPassageJudge(() => verdict, { waitMs: 1, lateMs: 60_000, onState: () => undefined });
  scene = await openBotScene(app, { fundstelle: withSecondOpinion(app.fundstelle, passageJudge, 0.5) });
});
afterEach(async () => {
  expect(scene.standIn.violations).toEqual([]);
  await scene.close();
});
afterAll(() => app.close());

describe("a verdict that comes after the answer", () => {
  it("changes the answer to a message, once", async () => {
    const { anna, channel, standIn } = scene;
    anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    expect(renderForPerson(answer)).toContain("9000 Gäste");
    expect(renderForPerson(answer)).not.toContain(verdictLine);
    const changed = standIn.next("message-edited", (message) => message === answer);
    judge({ yes: 0.9, partly: 0.1, no: 0 });
    expect(renderForPerson(await changed)).toContain(verdictLine);
    expect(await scene.answersIn(channel)).toHaveLength(1);
  });

  it("changes the answer to a command", async () => {
    const { anna, channel, standIn } = scene;
    const answer = await anna.slash(channel, "ask", { question }).message();
    expect(renderForPerson(answer)).not.toContain(verdictLine);
    const changed = standIn.next("message-edited", (message) => message === answer);
    judge({ yes: 0.9, partly: 0.1, no: 0 });
    expect(renderForPerson(await changed)).toContain(verdictLine);
  });
});
