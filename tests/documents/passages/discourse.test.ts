import { describe, expect, it } from "vitest";
import {
  goesOn,
  isAboutText,
  isBetween,
  isClosing,
  isSalutation,
  pointsElsewhere,
  refersBack,
} from "../../../src/documents/passages/discourse.ts";

describe("how a paragraph speaks of what stands around it", () => {
  it.each([
    "This means that the file is no crane.",
    "These settings hold for all ships.",
    "After 10 minutes, this will open the lock.",
    "Dies führt dazu, dass die Schleuse schließt.",
    "Diese Werte gelten für alle Schiffe.",
    "Das bedeutet, dass der Kran ruht.",
    "> **Das ist** gewollt.",
  ])("refers back: %s", (words) => {
    expect(refersBack(words)).toBe(true);
  });

  it.each([
    "This policy applies to all members of the club.",
    "This week the harbour is closed.",
    "Diese Satzung tritt am 1. Mai in Kraft.",
    "Diese Woche bleibt der Hafen geschlossen.",
    "Das alte Bootshaus steht im Norden.",
    "Thistles grow on the quay.",
    "Dieselmotoren sind verboten.",
  ])("does not refer back: %s", (words) => {
    expect(refersBack(words)).toBe(false);
  });

  it("stands between two halves, or goes on with a sentence", () => {
    expect(["to", "nach:", "und", "Instead of:"].map(isBetween)).toEqual([true, true, true, true]);
    expect(["together", "und der Kran", "Tor"].map(isBetween)).toEqual([false, false, false]);
    expect(goesOn("oder dass der Kran ruht.", "Es kann sein, dass er hebt")).toBe(true);
    expect(goesOn("npm install lädt alles.", "Man braucht zwei Pakete.")).toBe(false);
    expect(goesOn("Der Kran ruht.", "Es kann sein, dass er hebt")).toBe(false);
  });

  it.each([
    "This section covers everything you need to set up the crane.",
    "In this guide, we'll build a crane.",
    "The below YAML shows the default values for crane.yml\n\nClick on a node to view the description.",
    "Dieser Abschnitt beschreibt, wie der Kran bedient wird.",
    "Auf dieser Seite findest du alles über den Kran.",
  ])("says what the text is about: %s", (words) => {
    expect(isAboutText(words)).toBe(true);
    expect(pointsElsewhere(words)).toBe(false);
  });

  it.each([
    "See [Cranes](cranes.md).",
    "For more information, see the [guide](guide.md).",
    "Siehe [Kräne](kran.md).",
    "Weitere Informationen dazu findest du [hier](kran.md).",
    "Details und Support findest du im Archiv.",
  ])("points elsewhere: %s", (words) => {
    expect(pointsElsewhere(words)).toBe(true);
  });

  it.each([
    "See that the lock is closed before the ship leaves.",
    "This section of the quay covers two hundred metres. It was built in 1912.",
    "Read the gauge twice a day.",
    "Visit the harbour master before you leave.",
    "More information: write to harbour@example.org.",
    "See https://harbour.example.org for the tides.",
    "Weitere Mitglieder sind Anna und Bert.",
    "Mehr als drei Schiffe liegen dort nie.",
    "In diesem Artikel des Gesetzes steht die Gebühr: zwölf Euro.",
    "We will pay the invoice within 30 days.",
    "You can check out the source code for this crane on GitHub.",
    "Diese Seite des Kais ist gesperrt.",
    "Der folgende Abschnitt des Weges ist steil.",
  ])("says something: %s", (words) => {
    expect(isAboutText(words)).toBe(false);
  });

  it("greets in a letter, or ends it", () => {
    expect(
      ["Dear [potential donor's name]", "Sehr geehrte Damen und Herren,", "Hallo Anna!"].map(isSalutation),
    ).toEqual([true, true, true]);
    expect(["Liebe ist kein Wort.", "Hi-fi sets are sold here.", "Dear: twelve euros"].map(isSalutation)).toEqual([
      false,
      false,
      false,
    ]);
    expect(["Sincerely,\n[Your name]", "Mit freundlichen Grüßen\nAnna", "Best, [ name ]"].map(isClosing)).toEqual([
      true,
      true,
      true,
    ]);
    expect(["Best, you take the train.", "Vielen Dank für die Hilfe beim Bau."].map(isClosing)).toEqual([false, false]);
  });
});
