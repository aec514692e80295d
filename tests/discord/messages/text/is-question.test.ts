import { expect, it } from "vitest";
import { isQuestion } from "../../../../src/discord/messages/text/is-question.ts";

it.each([
  "Turm?",
  "Der Turm？",
  "7?",
  "Wo steht der Turm",
  "  wo steht er  ",
  "What is this",
  "Wo steht, bitte, der Turm",
  "Wo steht https://a.example/x. der Turm",
])("asks: %j", (text) => {
  expect(isQuestion(text)).toBe(true);
});

it.each([
  "",
  "?",
  "?!",
  "???",
  "Der Turm steht.",
  "Der Turm steht dort",
  "Wo er",
  "Wo   er",
  "Wo steht der Turm.",
  "Wo steht der Turm!",
  "Wo steht der Turm…",
  "Wo steht der Turm:",
  "Wo steht der Turm,",
  "Wo steht der Turm;",
  "https://a.example/?q=1",
  "Siehe HTTP://a.example/?q=1",
])("does not ask: %j", (text) => {
  expect(isQuestion(text)).toBe(false);
});
