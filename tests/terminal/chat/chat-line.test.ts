import { describe, expect, it } from "vitest";
import { isFollowUp } from "../../../src/answering/conversation/openings.ts";
import { parseChatLine } from "../../../src/terminal/chat/chat-line.ts";

describe("a line of the chat", () => {
  const show = { kind: "show", reference: { documentKey: "abc-2023", paragraph: 7, part: "b" } };

  it.each([
    ["", { kind: "nothing" }],
    ["Wer war das?", { kind: "question", text: "Wer war das?" }],
    ["  /quit ", { kind: "quit" }],
    ["/HELP", { kind: "help" }],
    ["/sources", { kind: "sources" }],
    ["/show 2", { kind: "show-number", number: 2 }],
    ["/show abc-2023:7b", show],
    ["abc-2023:7b", show],
    ["[ABC-2023:7B]", show],
    ["/show", { kind: "show-what" }],
    ["/show Kim", { kind: "show-what" }],
    ["exit", { kind: "quit" }],
    [":q", { kind: "quit" }],
    ["Hilfe", { kind: "help" }],
    ["?", { kind: "help" }],
    ["Hilfe für wen?", { kind: "question", text: "Hilfe für wen?" }],
    ["/dance now", { kind: "unknown", command: "/dance" }],
    ["Was geschah um 12:30 Uhr?", { kind: "question", text: "Was geschah um 12:30 Uhr?" }],
  ])("%j", (line, expected) => {
    expect(parseChatLine(line)).toEqual(expected);
  });

  it.each([
    ["und im September?", true],
    ["What about Japan?", true],
    ["Undine von wem?", false],
    ["Wer ist Kim?", false],
  ])("%s goes on from the one before: %s", (question, expected) => {
    expect(isFollowUp(question)).toBe(expected);
  });
});
