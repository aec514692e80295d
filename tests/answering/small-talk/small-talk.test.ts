import { describe, expect, it } from "vitest";
import { languageOfSmallTalk } from "../../../src/answering/small-talk/language-of-small-talk.ts";
import { phrasesOf } from "../../../src/answering/small-talk/phrases.ts";
import { isRemark } from "../../../src/answering/small-talk/remark.ts";
import { smallTalkOf } from "../../../src/answering/small-talk/small-talk.ts";
import { askIsland } from "../island.ts";

describe("smallTalkOf", () => {
  it.each([
    ["Hilfe!", "help"],
    ["Was kannst du eigentlich so alles?", "help"],
    ["how does this work", "help"],
    ["Ok, danke dir!", "thanks"],
    ["dankeee", "thanks"],
    ["Thank you so much!!", "thanks"],
    ["Hallo Bot, wie geht's?", "greeting"],
    ["Good morning everyone", "greeting"],
    ["looool", "remark"],
    ["hahahaha", "remark"],
    ["Das stimmt nicht.", "remark"],
    ["Du bist echt ein guter Bot", "remark"],
    ["tell me a joke", "remark"],
    ["👍", "remark"],
    ["???", "remark"],
    ["genau", "remark"],
    ["hahaha ok", "remark"],
    ["Super, vielen Dank!", "thanks"],
    ["Hallo, was kannst du?", "help"],
    ["Hilfe, danke", "help"],
  ])("knows %s", (text, kind) => {
    expect(smallTalkOf(text)).toBe(kind);
  });

  it.each([
    "Danke, und wann beginnt die Ernte?",
    "help with the installation",
    "Wie hilft man den Bienen?",
    "Insel",
    "Ok Diagramm",
    "Wer ist Onno Brahms?",
    "What can you do against mites?",
    "Hallo Welt in Python",
    "container september",
    "Danke an wen?",
    "Hilfe für die Ukraine",
    "Genauigkeit",
  ])("leaves %s to the documents", (text) => {
    expect(smallTalkOf(text)).toBeUndefined();
  });

  it("finds each of its own phrases, shouted and with a stop", () => {
    for (const kind of ["help", "thanks", "greeting", "remark"] as const) {
      const phrases = phrasesOf(kind);
      expect(phrases.length).toBeGreaterThan(20);
      for (const phrase of phrases) expect([phrase, smallTalkOf(`${phrase.toUpperCase()}!`)]).toEqual([phrase, kind]);
    }
  });
});

it.each([
  ["Das stimmt nicht.", true],
  ["I don't think so", true],
  ["Das glaube ich nicht", true],
  ["Stimmt das so?", false],
  ["und im September", false],
  ["Container September", false],
])("a reply says something of the answer: %s", (text, expected) => expect(isRemark(text)).toBe(expected));

it.each([
  ["hallo", "de"],
  ["Danke!", "de"],
  ["hilfe", "de"],
  ["thanks", "en"],
  ["hello", "en"],
  ["hi", undefined],
  ["ok", undefined],
] as const)("%s is in %s", (text, language) => expect(languageOfSmallTalk(text)).toBe(language));

describe("ask", () => {
  it.each(["lol", "Danke!", "Hallo", "Hilfe"])("shows no passage for %s", async (text) => {
    const { answer } = await askIsland(text);
    expect(answer).toMatchObject({ kind: "abstained", passages: [], lookedFor: [], worthShowing: 0 });
  });
});
