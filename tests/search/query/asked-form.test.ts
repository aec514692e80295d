import { describe, expect, it } from "vitest";
import { askedForm } from "../../../src/search/query/asked-form.ts";

describe("askedForm", () => {
  it.each([
    ["de", "Wie hoch ist die Kaution?"],
    ["de", "wieviel kostet ein Platz"],
    ["de", "Ab wann gilt die neue Ordnung?"],
    ["de", "Welche Frist gilt für Einsprüche?"],
    ["de", "Auf welchem Stockwerk und an welchem Tag?"],
    ["en", "How many cores should the machine have?"],
    ["en", "which port does the web interface run on"],
    ["en", "When does the hall close?"],
    ["en", "What is the maximum size of an image?"],
  ] as const)("knows that a number is asked for (%s: %s)", (language, question) => {
    expect(askedForm(question, language)).toMatchObject({ isNumber: true, isList: false });
  });

  it.each([
    ["de", "Was muss alles in den Antrag?"],
    ["de", "Welche Gründe zählen für ein Darlehen?"],
    ["de", "In welche Bereiche werden die Sportarten eingeteilt?"],
    ["de", "Was brauche ich für das Brot?"],
    ["en", "Which devices does the app provide?"],
    ["en", "What kinds of procedures are there?"],
    ["en", "What do I need to bring?"],
    ["en", "What are the disadvantages?"],
  ] as const)("knows that several things are asked for (%s: %s)", (language, question) => {
    expect(askedForm(question, language)).toMatchObject({ isNumber: false, isList: true });
  });

  it.each([
    ["de", "Wer leitet die Sitzungen?"],
    ["de", "Darf ich das Logo umfärben?"],
    ["de", "Warum ist das Intervall zu kurz?"],
    ["en", "What happens when the server stops?"],
    ["en", "Which address do I use?"],
    ["en", "Can I record my workshop?"],
  ] as const)("takes neither for granted (%s: %s)", (language, question) => {
    expect(askedForm(question, language)).toEqual({
      isNumber: false,
      isList: false,
      isOfChanges: false,
      isOfSideProvisions: false,
    });
  });

  it.each([
    ["de", "Welche Strafe droht bei Falschparken?"],
    ["de", "Was passiert, wenn ich den Hund nicht anmelde?"],
    ["de", "Seit wann gilt die Satzung?"],
    ["en", "Is there a fine for parking here?"],
    ["en", "What happens if I don't return the key?"],
    ["en", "When did the charter come into force?"],
  ] as const)("knows that penalties and commencement may be asked for (%s: %s)", (language, question) => {
    expect(askedForm(question, language).isOfSideProvisions).toBe(true);
  });

  it.each([
    ["de", "Was ist neu?"],
    ["de", "Seit welcher Version gibt es Etiketten?"],
    ["de", "Wurde der Papierkorb entfernt?"],
    ["de", "Was steht zu 2.4?"],
    ["en", "What changed in the last release?"],
    ["en", "Was the trash removed?"],
    ["en", "What does v3 bring?"],
  ] as const)("knows that what has changed may be asked for (%s: %s)", (language, question) => {
    expect(askedForm(question, language).isOfChanges).toBe(true);
  });
});
