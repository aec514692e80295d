import { describe, expect, it } from "vitest";
import { leansOnPrevious } from "../../../src/answering/conversation/leans-on-previous.ts";

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
