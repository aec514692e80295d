import { describe, expect, it } from "vitest";
import { leansOnPrevious } from "../../src/answering/leans-on-previous.ts";
import { languageOfRemark, remarkIn, saysSomething } from "../../src/answering/remark.ts";

describe("remarkIn", () => {
  it.each(["lol", "genau", "danke", "Danke dir!", "looool", "hahaha ok", "👍", "Super, vielen Dank!", "thanks a lot"])(
    "%s says nothing",
    (text) => expect(remarkIn(text)).toBe("remark"),
  );
  it.each(["help", "Hilfe!", "was kannst du?", "Hallo, was kannst du?", "What can you do?"])(
    "%s asks for help",
    (text) => expect(remarkIn(text)).toBe("help"),
  );
  it.each(["Hallo!", "moin", "Good morning"])("%s greets", (text) => expect(remarkIn(text)).toBe("greeting"));
  it.each(["container september", "Wer ist Kim?", "Danke an wen?", "Hilfe für die Ukraine", "Genauigkeit"])(
    "%s may ask",
    (text) => expect(remarkIn(text)).toBeUndefined(),
  );
});

it.each([
  ["Das stimmt nicht.", true],
  ["I don't think so", true],
  ["Das glaube ich nicht", true],
  ["Stimmt das so?", false],
  ["und im September", false],
  ["Container September", false],
])("a reply says something of the answer: %s", (text, expected) => expect(saysSomething(text)).toBe(expected));

it.each([
  ["hallo", "de"],
  ["Danke!", "de"],
  ["hilfe", "de"],
  ["thanks", "en"],
  ["hello", "en"],
  ["hi", undefined],
  ["ok", undefined],
] as const)("%s is in %s", (text, language) => expect(languageOfRemark(text)).toBe(language));

describe("leansOnPrevious", () => {
  it.each([
    "und im September?",
    "Warum?",
    "Seit wann?",
    "Wie viele?",
    "Wie alt ist er?",
    "Wer wohnt dort?",
    "Wann wurde sie gebaut?",
    "Was sagte er über Kim?",
    "How old is he?",
    "How much does it cost?",
    "Why not?",
    "What about June?",
    "Wie heißt seine Frau?",
    "Wer hat diese Brücke gebaut?",
  ])("yes: %s", (question) => expect(leansOnPrevious(question)).toBe(true));
  it.each([
    "Wer ist Kim?",
    "Container September",
    "Preis Honig",
    "Honig?",
    "Was kostet Honig?",
    "Who is Kim?",
    "Können Sie mir sagen, wer Kim ist?",
    "Was sagt Seiler über Kim und seine Raketen?",
    "Is it true that Kim travelled?",
    "How many bees are there in Bramley?",
    "Wann?! Honig",
  ])("no: %s", (question) => expect(leansOnPrevious(question)).toBe(false));
});
