import { describe, expect, it } from "vitest";
import { broadQuestion } from "../../../src/answering/broad/broad-question.ts";

describe("broadQuestion", () => {
  it.each([
    ["de", "Worum geht es hier?"],
    ["de", "worum geht's hier eigentlich".replace("geht's", "geht es")],
    ["de", "Wovon handeln die Dokumente?"],
    ["de", "Was steht in den Dokumenten?"],
    ["de", "Welche Dokumente gibt es?"],
    ["de", "Was kann ich dich fragen?"],
    ["en", "What is this about?"],
    ["en", "what are these documents about"],
    ["en", "Which documents do you have?"],
    ["en", "What can I ask you?"],
    ["en", "Give me an overview."],
  ] as const)("knows that all documents are asked for (%s: %s)", (language, question) => {
    expect(broadQuestion(question, language)).toEqual({ kind: "collection" });
  });

  it.each([
    ["de", "Welche Dokumente gibt es zu Kim Jong Un?", "Kim Jong Un"],
    ["de", "Welche Texte handeln von der Werkstatt?", "der Werkstatt"],
    ["de", "Gibt es etwas über Schweißen?", "Schweißen"],
    ["de", "Gib mir einen Überblick über die Kaution", "die Kaution"],
    ["en", "Which documents are about welding?", "welding"],
    ["en", "Do you have anything on the lathe?", "the lathe"],
    ["en", "which pages mention coolant", "coolant"],
  ] as const)("knows that documents about a topic are asked for (%s: %s)", (language, question, topic) => {
    expect(broadQuestion(question, language)).toEqual({ kind: "topic", topic });
  });

  it.each([
    ["de", "Worum geht es in dem Vertrag zwischen Kim und Putin?"],
    ["de", "Was steht in § 7?"],
    ["de", "Welche Waffen gibt es?"],
    ["de", "Welche Unterlagen brauche ich für die Anmeldung?"],
    ["de", "Was kann ich tun?"],
    ["en", "What is this button for?"],
    ["en", "Which file holds the settings?"],
    ["en", "What is the report about the harbour called?"],
  ] as const)("leaves other questions alone (%s: %s)", (language, question) => {
    expect(broadQuestion(question, language)).toBeUndefined();
  });
});
