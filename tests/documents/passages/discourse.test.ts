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
    expect(["and changes to", "But", "Aber nicht:", "und wird zu"].map(isBetween)).toEqual([true, true, true, true]);
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
    "Welcome to the harbour handbook! This guide includes information and instructions for the crew of a crane.",
    "Below is a step-by-step guide to support you in your role as a pilot.",
    "Here are some useful tips for the crane.",
    "The following images[^1] show how the quay looks at low tide.",
    "The rest of this page will take you through the lock.",
    "This documentation page serves to explain the tides.",
    "Let's take a look at the crane.",
    "This release contains several bug fixes and minor improvements.",
    "The goal of this document is to outline how cranes are used.",
    "This guide aims to answer what sailors ask.",
    "These guidelines provide the recommended process for building a crane.",
    "Continue reading for a longer description.",
    "Follow these steps to set up your crane.",
    "Willkommen im Handbuch des Hafens!",
    "Der Hafen hat nun einen Kran und wir möchten euch diesen heute etwas näher vorstellen.",
    "Hier findest du einen Rundgang durch den ganzen Hafen.",
    "Im Folgenden geben wir einige Hinweise, wie man den Kran bedient.",
    "Hier werden die verschiedenen Kräne erklärt.",
    "Hier befindet sich die Dokumentation des Krans, die auch im Hafen ausliegt.",
    "In diesem Bereich sind die technischen Anleitungen zu finden.",
    "Die folgende Tabelle zeigt, welcher Kran wie viel hebt.",
    "Heute gibt es ein kleines Update mit einigen Fehlerkorrekturen und weiteren Verbesserungen.",
    "Fehlt ein Kran? Bearbeite diese Seite, um ihn zu ergänzen.",
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
    "More tips can be found in the [pilot's notes](notes.md) of the harbour.",
    "You can read more details in the plans:",
    "If you'd like to learn more, check out the [guide](guide.md).",
    "To learn more about the tides, please visit the [tide page](tides.md).",
    "If you want more information on cranes, you should see their own pages.",
    "There's a full example of how the lock works in the Lock docs.",
    "Take a look at our [Next steps](next.md) guide to get your crane running.",
    "Mehr Beispiele und eine Übersicht der Kräne findest du unter [Kräne](kran.md).",
    "Informationen dazu sind auf der Seite des Hafens zu finden.",
    "Schaut euch gerne über den Link unten im Changelog die Liste an.",
    "Um mehr Informationen über den Kran zu erhalten, lesen Sie Abschnitt 6.1.",
    "Information on how to report a broken crane is outlined in our crane guidelines.",
    "Resources for hosting a regatta can be found in the harbour handbook.",
    "The best way to start with the crane is to take a look at the example.",
    "Get started with our crane guide.",
    "For information on cranes, see our crane guide.",
    "For an example use case, see Lifting a ship.",
    "If you are new to cranes, please check out our crane guide.",
    "To configure your crane, see the configuration page.",
    "Consult our pricing page for our current fees.",
    "A more complete working example can be found here",
    "Users can get more information on cranes here.",
    "We recommend reading the docs of the lock to understand the tides.",
  ])("points elsewhere: %s", (words) => {
    expect(pointsElsewhere(words)).toBe(true);
  });

  it.each([
    "Happy sailing!",
    "Thank you for reading this handbook.",
    "Thanks for your patience and your help! 🚢",
    "From the whole crew, thank you for supporting the harbour.",
    "We hope you enjoy your stay.",
    "You're all set!",
    "So excited to have you here!",
    "Viel Spaß beim Segeln!",
    "Vielen Dank für eure Unterstützung!",
    "Wir hoffen, dass euch der Hafen gefällt.",
    "Wir freuen uns auf euch!",
  ])("is no more than kind: %s", (words) => {
    expect(isAboutText(words)).toBe(true);
  });

  it.each([
    "Welcome drinks are served on the quay at noon.",
    "Welcome to the harbour: the lock opens at six.",
    "Here is the key of the lock: under the mat.",
    "Here are the steps that lead down to the boats.",
    "The list below deck names everyone on board.",
    "This release contains the new lock, which opens twice as fast.",
    "This release fixes two bugs of the crane.",
    "Let's look at what the crane has for that, which includes a hook, a few ropes and a chain.",
    "Let's start by lifting the ship out of the lock.",
    "The following tables list what is no crane; that is, what does not lift.",
    "Let's say that the ship weighs twelve tonnes.",
    "Thanks to the new crane, ships leave an hour earlier.",
    "Many thanks to Anna, who drew the crane.",
    "We hope to open the new lock on 3 May.",
    "We hope that the price of oil falls before winter.",
    "Happy crews sail better.",
    "Enjoy the harbour only with a life jacket on.",
    "That's all the crane can lift: twelve tonnes.",
    "You are done when the lamp turns green.",
    "You can read the gauge from the quay.",
    "If you want a berth, see the harbour master.",
    "Check out the crane before you leave.",
    "For more than ten ships, check the lock twice.",
    "To see more ships, go to the northern quay.",
    "If you want to know the tide, read the gauge.",
    "If you need help with the lock, check the lamp.",
    "You can see more ships from the tower.",
    "Weitere Angaben sind freiwillig.",
    "Mehr Details sind nicht bekannt.",
    "There's a page missing in the logbook of the ship.",
    "Visit the harbour master on the first page of the quay, please: Anna.",
    "Hier wird jeden Montag Altpapier gesammelt.",
    "Hier findest du den Kran, der zwölf Tonnen hebt.",
    "Hier gibt es 20 Anleitungen für je zwei Euro.",
    "Dieser Bereich umfasst zwanzig Liegeplätze.",
    "Die folgende Gebühr zahlt jedes Schiff.",
    "Diese Version enthält einen neuen Kran, der doppelt so schnell hebt.",
    "Willkommen im Hafen: die Schleuse öffnet um sechs.",
    "Weitere Parkplätze gibt es hinter dem Bootshaus.",
    "Mehr Beispiele als drei nimmt der Rat nicht an.",
    "Lesen Sie den Pegel zweimal am Tag ab.",
    "Viel Wasser steht im Mai in der Schleuse.",
    "Danke Annas Hilfe ist der Kran wieder heil.",
    "Vielen Dank schuldet der Verein der Stadt.",
    "Wir hoffen, dass der Kran im Mai wieder hebt.",
    "Fehlt ein Schiff, so meldet man das dem Hafen.",
    "Das war Annas Boot.",
  ])("states something: %s", (words) => {
    expect(isAboutText(words)).toBe(false);
  });

  it.each([
    "The goal of this crane is to lift twelve tonnes.",
    "These guidelines hold for all cranes.",
    "Follow the quay to the northern lock.",
    "Follow these steps: open the lock, lift the ship.",
    "Details of the crane are kept secret by the harbour master.",
    "Examples of cranes can be found in Hamburg.",
    "Get started with the crane at six.",
    "To see the captain, see the harbour master.",
    "If you are new to the harbour, wear a life jacket.",
    "For information, the lamp is lit at night.",
    "A complete example costs twelve euros.",
    "We recommend reading the gauge twice a day.",
    "Im Mai wollen wir den neuen Kran vorstellen.",
    "Wir möchten heute zwölf Tonnen heben.",
    "Im Folgenden ist der Rat an die Satzung gebunden.",
    "Hier findest du die Umkleide und den Kran.",
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
    const signed = ["Danke für eure Hilfe!<br />\nDer Rat des Hafens", "**Thank you for your help!**\nThe crew"];
    expect(signed.map(isClosing)).toEqual([true, true]);
    expect(["Danke für eure Hilfe! Der Kran hebt wieder.", "Thanks to the crew\nit lifts"].map(isClosing)).toEqual([
      false,
      false,
    ]);
    expect(["Best, you take the train.", "Vielen Dank für die Hilfe beim Bau."].map(isClosing)).toEqual([false, false]);
  });
});
