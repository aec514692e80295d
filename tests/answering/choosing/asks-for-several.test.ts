import { expect, it } from "vitest";
import { asksForSeveral } from "../../../src/answering/choosing/asks-for-several.ts";

it.each([
  "Welche Länder haben das Abkommen unterzeichnet?",
  "Nenne die Gründe für den Streik.",
  "Was sind die Folgen der Sturmflut?",
  "Welche alten Häuser wurden abgerissen?",
  "Which countries have signed the treaty?",
  "What are the consequences of the flood?",
  "List the keepers of the lighthouse",
  "Who were the founders?",
])("several: %s", (question) => expect(asksForSeveral(question)).toBe(true));

it.each([
  "Welche Rakete wurde gestartet?",
  "Wer war das?",
  "Wann wurde der Turm gebaut?",
  "Which country signed first?",
  "What is the price of honey?",
  "Who was the founder?",
  "Wie viele Gäste kommen?",
])("one: %s", (question) => expect(asksForSeveral(question)).toBe(false));
