import { describe, expect, it } from "vitest";
import { answerTypeOf, holdsAnswerType } from "../../../src/answering/judging/answer-type.ts";

describe("answerTypeOf", () => {
  it.each([
    ["de", "Wie viele Gäste kamen?", "number"],
    ["de", "Wie hoch ist der Turm?", "number"],
    ["de", "Wie viele Jahre dauerte der Bau?", "number"],
    ["de", "Wie groß ist die Armee?", "number"],
    ["de", "Wann wurde er gebaut?", "time"],
    ["de", "Seit wann gibt es ihn?", "time"],
    ["de", "In welchem Jahr sank das Schiff?", "time"],
    ["de", "Wo liegt die Insel?", "place"],
    ["de", "Wohin fuhr er?", "place"],
    ["de", "Warum sank das Schiff?", "reason"],
    ["de", "Wer war die Wärterin?", "person"],
    ["de", "Mit wem sprach sie?", "person"],
    ["de", "Was ist ein Leuchtturm?", undefined],
    ["de", "Woche der Insel", undefined],
    ["de", "werben und wohnen", undefined],
    ["en", "How many guests came?", "number"],
    ["en", "When was it built?", "time"],
    ["en", "Where is the island?", "place"],
    ["en", "Why did the ship sink?", "reason"],
    ["en", "Who was the keeper?", "person"],
    ["en", "What is a lighthouse?", undefined],
    ["en", "What must I do when the lamp goes out?", undefined],
    ["en", "What is the name of the man who built it?", undefined],
    ["en", "Where did they meet when the ship sank?", "place"],
    ["en", "Tell me when the ship sank", "time"],
    ["en", "In what year did the man who built it die?", "time"],
    ["en", "On which day did it open?", "time"],
    ["en", "What time does it open?", "time"],
  ] as const)("%s: %s → %s", (language, question, type) => {
    expect(answerTypeOf(question, language)).toBe(type);
  });
});

describe("holdsAnswerType", () => {
  it.each([
    ["number", "Es kamen 300 Gäste.", true],
    ["number", "Es kamen zwölf Gäste.", true],
    ["number", "Es kamen einunddreißig Gäste.", true],
    ["number", "Thirty-one guests came.", true],
    ["number", "Es kamen viele Gäste.", false],
    ["number", "Er wurde 1887 gebaut.", false],
    ["number", "It has stood there since 1887.", false],
    ["number", "Rund 1500 Gäste kamen.", true],
    ["number", "Seit 1887 kamen 1.500 Gäste.", true],
    ["time", "Er wurde 1887 gebaut.", true],
    ["time", "Am Montag kam er.", true],
    ["time", "Es waren 12345 Leute.", false],
    ["time", "Das Brot backt 45 Minuten.", true],
    ["time", "Sie beginnt um 15 Uhr.", true],
    ["time", "It opens at 8 a.m. daily.", true],
    ["time", "Beginn: 19:30", true],
    ["time", "Der Minutenzeiger fehlt.", false],
    ["place", "Sie wohnt in Bramberg.", true],
    ["place", "Sie schläft.", false],
    ["reason", "Es sank, weil es leck war.", true],
    ["reason", "Es sank.", false],
    ["person", "Wiebke Harms zündete das Licht an.", true],
    ["person", "Gestern brannte die Laterne.", false],
  ] as const)("%s in %j: %s", (type, sentence, expected) => {
    expect(holdsAnswerType(sentence, type)).toBe(expected);
  });
});
