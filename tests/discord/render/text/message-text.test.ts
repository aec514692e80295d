import { describe, expect, it } from "vitest";
import { escapeText } from "../../../../src/discord/render/text/escape.ts";
import {
  boldLine,
  isRemark,
  labelled,
  readBoldLine,
  readLabelled,
  readQuestion,
  remarkId,
  textIds,
} from "../../../../src/discord/render/text/message-text.ts";

const { question, previous, terms } = textIds;
const display = (content: string, id?: number) => ({ type: 10, content, ...(id === undefined ? {} : { id }) });
const container = (...components: readonly unknown[]) => ({ type: 17, components });
const asked = "Was kostet *Brot*:\nein ganzes?";
const small = labelled((text) => `Frage: ${text}`, escapeText(asked));
const bold = boldLine(escapeText(asked));

describe("what a message of ours says", () => {
  it("is read back as it was written, wherever it stands", () => {
    expect(small).toBe("-# Frage: Was kostet \\*Brot\\*:\nein ganzes?");
    expect(bold).toBe("**Was kostet \\*Brot\\*:\nein ganzes?**");
    const deep = [display("x", previous), container(display("y"), container(display(` ${small}\n`, question)))];
    expect(readQuestion(deep)).toBe(asked);
    expect(readLabelled(deep, question)).toBe(asked);
    expect(readBoldLine([null, "x", display(` ${bold}\n`, terms)], terms)).toBe(asked);
  });

  it("is the question in bold, where it is an older message", () => {
    expect(readQuestion([display(bold, question)])).toBe(asked);
    expect(readQuestion([display(bold, question), display(small, question)])).toBe(asked);
  });

  it.each([
    ["another text", [display(small, previous)]],
    ["no number", [display(small)]],
    ["no words", [{ id: question }, container({ id: question })]],
    ["neither label nor bold", [display("Frage", question)]],
    ["no line in small print", [display(small.slice(3), question)]],
    ["something before it", [display(`x ${small}`, question)]],
    ["no label", [display("-# Frage", question)]],
    ["nothing behind the label", [display("-# Frage: ", question)]],
    ["bold that does not begin", [display(`x${bold}`, question)]],
    ["bold that goes on", [display(`${bold}x`, question)]],
    ["nothing in bold", [display("****", question)]],
    ["no component", [null, 3, { id: "x" }, { components: "x" }]],
    ["nothing", []],
  ])("is no question where it has %s", (_what, components) => {
    expect(readQuestion(components)).toBeUndefined();
  });

  it("is the first text with the number that has words", () => {
    const found = [container({ id: question }, display("-# Frage: a", question)), display("-# Frage: b", question)];
    expect(readQuestion(found)).toBe("a");
    expect(readQuestion([{ id: question, ...container(display("-# Frage: c", question)) }, ...found])).toBe("c");
  });
});

describe("a remark", () => {
  it("is told from other texts by its number", () => {
    expect([0, 1, 39].map(remarkId)).toEqual([201, 202, 240]);
    expect([0, 1, 39].map(remarkId).every(isRemark)).toBe(true);
    expect([undefined, 0, question, previous, terms, 200, 241].some(isRemark)).toBe(false);
  });
});
