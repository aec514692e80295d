import { describe, expect, it } from "vitest";
import { frameEnd } from "../../../src/search/query/question-frame.ts";

describe("what leads up to a question", () => {
  it.each([
    ["Can you tell me why the plan failed?", "why the plan failed?"],
    ["could you please explain to me how the engine works", "how the engine works"],
    ["Do you know where the bridge stands?", "where the bridge stands?"],
    ["I'd like to know whether it rains.", "whether it rains."],
    ["I wonder who won.", "who won."],
    ["Name three rivers.", "three rivers."],
    ["Please list the demands.", "the demands."],
    ["Show me what the treaty says.", "what the treaty says."],
  ])("is told apart from it in English: %s", (question, asked) => {
    expect(question.slice(frameEnd(question, "en"))).toBe(asked);
  });

  it.each([
    ["Weißt du, ob der Zug kam?", "ob der Zug kam?"],
    ["weisst du zufällig wann der zug kam", "wann der zug kam"],
    ["Können Sie mir bitte sagen, warum der Plan scheiterte?", "warum der Plan scheiterte?"],
    ["Ich würde gern wissen, in welcher Stadt er wohnt.", "in welcher Stadt er wohnt."],
    ["Nenne drei Flüsse.", "drei Flüsse."],
    ["Erklären Sie bitte, wie der Motor läuft.", "wie der Motor läuft."],
    ["Zeig mir, was im Vertrag steht.", "was im Vertrag steht."],
  ])("is told apart from it in German: %s", (question, asked) => {
    const end = frameEnd(question, "de");
    expect(question.slice(end).replace(/^,? /, "")).toBe(asked);
  });

  it.each([
    ["Do you know the minister?", "en"],
    ["Who knows where the bridge stands?", "en"],
    ["List of rivers", "en"],
    ["What can you tell about the plan?", "en"],
    ["Wissen Sie das?", "de"],
    ["Wer weiß, wann der Zug kommt?", "de"],
    ["Nennen sie den Krieg beim Namen?", "de"],
    ["Liste der Flüsse", "de"],
  ] as const)("is not what a question itself asks for: %s", (question, language) => {
    expect(frameEnd(question, language)).toBe(0);
  });
});
