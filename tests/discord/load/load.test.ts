import { afterAll, beforeAll, expect, it } from "vitest";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { expectNextAnswers, expectNothingThinking, expectNothingTwice } from "../faults/fault-scene.ts";
import { openBotScene } from "../scene.ts";
import { letPeopleAsk } from "./people-asking.ts";

let app: Awaited<ReturnType<typeof openCollection>>;

beforeAll(async () => {
  app = await openCollection();
}, openingTimeoutMs);
afterAll(() => app.close());

const questions = [
  "Wann wurde der Leuchtturm von Sandersoog gebaut?",
  "Wie viele Gäste besuchen im August den Leuchtturm?",
  "What does a jar of honey cost?",
  "Wer zog 1951 in den Turm?",
  "How many jars of honey does the first harvest give?",
  "Wer züchtet Kamele?",
  "Wie heißt der Vorsitzende des Vereins?",
];

it("loses no answer of 1,000 questions a minute from 200 people in 50 channels, and acknowledges each in time", async () => {
  // The default cooldowns allow it.
  const limits = { COOLDOWN_PERSON_QUESTIONS: "10", COOLDOWN_CHANNEL_QUESTIONS: "60" };
  const scene = await openBotScene(app, { env: limits });
  // As the program does before it connects.
  await app.fundstelle.ask("Warum dauert die erste Frage am längsten?");
  await expectNextAnswers(scene);
  const figures = await letPeopleAsk(scene.standIn, {
    people: 200,
    channels: 50,
    perMinute: 1000,
    seconds: 6,
    questions,
    patienceMs: 10_000,
  });
  expect(figures).toMatchObject({ asked: 100, answered: 100, refused: 0, failed: 0, unanswered: [] });
  expect(scene.standIn.violations).toEqual([]);
  expectNothingTwice(scene);
  expectNothingThinking(scene);
  await scene.close();
});
