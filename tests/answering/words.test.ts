import { describe, expect, it } from "vitest";
import { openDocuments } from "./open-documents.ts";

const documents: Readonly<Record<string, string>> = {
  "settings.md":
    "# Settings\n\nmaxRoomCount says into how many rooms the hall may be parted.\n\nThe lamp burns at night, and the porter sleeps below it.\n\nThere is room for a count and a baron in the old tower, at most two at once.",
  "files.md": "# Files\n\nkettle.toml names the hours at which water is boiled.\n\nThe cups are washed on Fridays.",
  "talks.md":
    "# Gespräche\n\nOlga Brandt hält den Vertrag für zu lang. „Wir müssen noch einmal lesen“, sagte Brandt dem Rat.\n\nDer Vertrag von Brandt wurde gelesen, und der Vertrag liegt nun im Archiv.\n\nIm Rat sagte Timo Kehl, der Vertrag von Olga Brandt sei zu kurz.",
  "un.md":
    "# Reise\n\nPark Min Un fuhr nach Genf und blieb drei Tage.\n\nDie Vereinten Nationen schickten am Montag Zelte nach Genf.",
  "speed.md": "# Boats\n\nThe red boat is fast.\n\nThe green boat is slow but quiet, and its crew went home early.",
  "download.md": "# Karte\n\nDie Karte wird auf der Seite heruntergeladen.\n\nDie Karte hängt an der Wand des Hauses.",
  "fees.md":
    "# Fees\n\nThe deposit is forty crowns and is paid in spring.\n\nThe deposit comes back in autumn when the deposit slip is shown.\n\nA deposit may be paid by card.\n\nThe deposit of guests is kept in the safe.\n\nThe rent is due on Mondays.",
};

const app = openDocuments(documents);

const found = async (question: string): Promise<readonly string[]> =>
  (await app().fundstelle.ask(question)).passages.map(({ text }) => text);

describe("the passage that comes first", () => {
  it.each([
    ["is found by the parts of a name in code", "Which setting limits the room count?", "maxRoomCount"],
    ["is found by the name in code", "What is maxRoomCount?", "maxRoomCount"],
    ["is found by a part of a file's name", "What is in the kettle file?", "kettle.toml"],
    ["is the one about the UN, not the end of a name", "Was schickte die UN nach Genf?", "Vereinten Nationen"],
    ["is the one about a person, not about the UN", "Wohin fuhr Park Min Un?", "Park Min Un"],
    ["is found by the comparative of its adjective", "Which boat is faster?", "red boat"],
    ["is found by the base form of its verb", "Which crew did go home?", "went home"],
    ["is found by the particle that people say", "Wo kann ich die Karte runterladen?", "heruntergeladen"],
    ["is found by a particle at the end of the clause", "Wo lade ich die Karte runter?", "heruntergeladen"],
    ["is the one in which somebody speaks", "Was sagt Brandt zum Vertrag?", "sagte Brandt"],
  ])("%s", async (_, question, expected) => {
    expect((await found(question))[0]).toContain(expected);
  });

  it("comes with one for the other thing where a question asks for two", async () => {
    const texts = await found("How much is the deposit and the rent?");
    expect(texts.some((text) => text.includes("rent"))).toBe(true);
    expect(texts.some((text) => text.includes("deposit"))).toBe(true);
  });
});
