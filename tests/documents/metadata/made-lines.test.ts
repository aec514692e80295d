import { describe, expect, it } from "vitest";
import { readMadeLine } from "../../../src/documents/metadata/made-lines.ts";
import { documentOf, outlineOf } from "../make-document.ts";

describe("a line that says who made a page, and when", () => {
  it.each([
    ["Erstellt am 3. Mai 2024 von Anna Meier", { published: "2024-05-03", authors: ["Anna Meier"] }],
    [
      "Erstellt: 3. Mai 2024 von Anna Meier und Bernd Kunz",
      { published: "2024-05-03", authors: ["Anna Meier", "Bernd Kunz"] },
    ],
    ["Published on May 3, 2024, by Anna Meier", { published: "2024-05-03", authors: ["Anna Meier"] }],
    [
      "Created by Anna Meier, Bernd Kunz and Carl Troll on 3 May 2024",
      { published: "2024-05-03", authors: ["Anna Meier", "Bernd Kunz", "Carl Troll"] },
    ],
    [
      "Angelegt von Anna Meier am 03.05.2024 | Zuletzt bearbeitet: 04.05.2024",
      { published: "2024-05-03", authors: ["Anna Meier"] },
    ],
    ["Added by Anna Meier, last edited by Bernd Kunz on May 03, 2024  (view change)", { authors: ["Anna Meier"] }],
    ["Created by Unknown User (anna), last modified on May 03, 2024", {}],
    ["Verfasst von Anna Meier am 3. Mai 2024 in Allgemein", { published: "2024-05-03", authors: ["Anna Meier"] }],
    ["Written by Anna Meier", { authors: ["Anna Meier"] }],
  ])("is %s", (line, facts) => {
    expect(readMadeLine(line)).toEqual(facts);
  });

  it.each([
    "Erstellt von Hand aus Holz und Stahl",
    "Veröffentlicht von Springer",
    "Created by the sea, the island has a harbour.",
    "Gespeichert wird am 3. Mai 2024 in der Halle",
    "Erstellt am Abend von Anna Meier",
    "Posted letters arrive on May 3, 2024 by noon",
  ])("is not %s", (line) => {
    expect(readMadeLine(line)).toBeUndefined();
  });

  it.each(["a.txt", "a.md"])("states the facts of %s, and is no heading", async (file) => {
    const document = await documentOf(
      `${file === "a.md" ? "# " : ""}Der Hafen\n\nErstellt am 3. Mai 2024 von Anna Meier\n\nDer Hafen ist tief und liegt an der Mündung des Flusses.\n`,
      { file },
    );
    expect(document.metadata).toMatchObject({ authors: ["Anna Meier"], published: { stated: "2024-05-03" } });
    expect(outlineOf(document)).not.toContain("heading: Erstellt am 3. Mai 2024 von Anna Meier");
  });
});
