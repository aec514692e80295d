import { expect, it } from "vitest";
import { forumQuestion } from "../../../../src/discord/messages/text/forum-question.ts";

it.each([
  ["a title alone", " Wo ist der Turm? ", "", "Wo ist der Turm?"],
  ["a title with a short text", "Turm", "Wo steht\n\ner denn.", "Turm Wo steht er denn."],
  ["a text that says the title again", "Wo ist er?", " Wo ist er? ", "Wo ist er?"],
])("is %s", (_what, title, text, expected) => {
  expect(forumQuestion(title, text)).toBe(expected);
});

it("is of a long text only what it asks", () => {
  const filler = "Das ist lang und breit erzählt. ".repeat(7);
  const text = `${filler}Wann fiel er? Danach war Ruhe! Und wer baute ihn neu? Danke.`;
  expect(forumQuestion("Turm", text)).toBe("Turm Wann fiel er? Und wer baute ihn neu?");
  expect(forumQuestion("Wann fiel er?", text)).toBe("Wann fiel er? Und wer baute ihn neu?");
  expect(forumQuestion("Turm", filler)).toBe("Turm");
  expect(forumQuestion("Turm", `${filler}...? – ?`)).toBe("Turm");
  const whole = "x".repeat(200);
  expect(forumQuestion("Turm", whole)).toBe(`Turm ${whole}`);
  expect(forumQuestion("Turm", `${whole}x`)).toBe("Turm");
});

it("is never longer than 400 characters", () => {
  expect(forumQuestion("t".repeat(300), "x".repeat(200))).toBe(`${"t".repeat(300)} ${"x".repeat(99)}`);
});
