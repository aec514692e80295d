import { describe, expect, it } from "vitest";
import { isCaption } from "../../../src/documents/boilerplate/captions.ts";
import { documentOf, outlineOf } from "../make-document.ts";

const body =
  "Am Montag hat die neue Fähre zum ersten Mal im Hafen angelegt, und viele Menschen waren gekommen, um sie zu begrüßen.";

const join = (...paragraphs: readonly string[]) => paragraphs.join("\n\n");

describe("headings", () => {
  it("are short lines above a text, questions too", async () => {
    const document = await documentOf(join(body, "Ein Schiff für alle", body, "Was kostet die Fahrt?", body));
    expect(document.paragraphs.map(({ kind, headingPath }) => [kind, ...headingPath])).toEqual([
      ["text"],
      ["heading"],
      ["text", "Ein Schiff für alle"],
      ["heading"],
      ["text", "Was kostet die Fahrt?"],
    ]);
  });

  it.each([
    "Das war alles.",
    "Und dann:",
    "- Milch",
    "… und so weiter…",
    "kleingeschrieben und kurz",
    "Er kam. Sie ging",
    "Wer sollte in einer so kleinen Stadt am Rand des Landes wohl jemals so viele Fahrkarten kaufen wollen?",
  ])("are not: %s", async (line) => {
    const document = await documentOf(join(body, line, body));
    expect(document.paragraphs[1]?.kind).toBe("text");
  });

  it.each(["§ 5 Vorstand", "§7 Ruhezeiten", "§§ 8, 9 Tiere und Pflanzen", "5. Vorstand"])(
    "number the parts of statutes: %s",
    async (line) => {
      const document = await documentOf(join(body, line, body));
      expect(document.paragraphs.map(({ kind, headingPath }) => [kind, ...headingPath])).toEqual([
        ["text"],
        ["heading"],
        ["text", line],
      ]);
    },
  );

  it("need a text below them, hidden paragraphs aside", async () => {
    const last = await documentOf(join(body, body, "Ein letztes Wort"));
    expect(last.paragraphs[2]?.kind).toBe("text");
    const apart = await documentOf(join(body, "Neue Fahrt", "Weiterlesen nach der Anzeige", body));
    expect(apart.paragraphs.map(({ kind }) => kind)).toEqual(["text", "heading", "boilerplate", "text"]);
  });

  it("are not the lines of a list", async () => {
    const document = await documentOf(join(body, "Milch", "Brot", "Käse", "Der Markt", body));
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(["text", "text", "text", "text", "heading", "text"]);
  });
});

describe("title, kicker and date line", () => {
  it("takes the first short lines for title and heading", async () => {
    const document = await documentOf(join("zum Inhalt", "Die neue Fähre", "Einfahrt am Montag", body));
    expect(outlineOf(document).slice(0, 3)).toEqual([
      "boilerplate: zum Inhalt",
      "title: Die neue Fähre",
      "heading: Einfahrt am Montag",
    ]);
    expect(document.metadata).toMatchObject({ title: "Die neue Fähre", titleSource: "derived" });
  });

  it("takes a long headline for the title where the page repeats it", async () => {
    const headline =
      "Kann es sein, dass die neue Fähre schon nach einer Woche repariert werden muss und niemand davon erfahren sollte?";
    const document = await documentOf(join(headline, body, headline, body));
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(["title", "text", "heading", "text"]);
    expect(document.paragraphs[3]?.headingPath).toEqual([]);
  });

  it("follows sources.json where it names title and kicker", async () => {
    const source = { file: "article.txt", title: "Die neue Fähre", kicker: "Verkehr im Hafen" };
    const document = await documentOf(join("Verkehr im Hafen", "Die neue Fähre", body), { source });
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(["metadata", "title", "text"]);
  });

  it("reads kicker, headline and date on one line", async () => {
    const line = " date 2021-05 Verkehr im Hafen Die neue Fähre Stand: 04.05.2021 9:30 Uhr";
    const document = await documentOf(join(line, body));
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(["metadata", "text"]);
    expect(document.metadata).toMatchObject({
      title: "Verkehr im Hafen Die neue Fähre",
      published: { stated: "2021-05-04T09:30", precision: "minute" },
    });
  });

  it("leaves a date in front of a caption out of the caption", async () => {
    const caption = "Freut sich auf die Fahrt: Kapitän Jansen, hier bei der Probefahrt im April.";
    const document = await documentOf(join(` date 2021-05 ${caption}`, "Die neue Fähre", body));
    expect(outlineOf(document).slice(0, 2)).toEqual([`caption: ${caption}`, "title: Die neue Fähre"]);
    expect(document.metadata.published).toMatchObject({ from: "2021-05-01", until: "2021-05-31", precision: "month" });
  });

  it.each([
    ["Veröffentlicht am 4. Mai 2021", "2021-05-04"],
    ["Published: May 4, 2021 5:30 p.m.", "2021-05-04T17:30"],
    ["04.05.2021, 18:10 Uhr", "2021-05-04T18:10"],
    ["Stand: 2021-05-04", "2021-05-04"],
  ])("reads %s", async (line, published) => {
    const document = await documentOf(join("Die neue Fähre", line, body));
    expect(document.paragraphs[1]?.kind).toBe("metadata");
    expect(document.metadata.published?.stated).toBe(published);
  });

  it.each(["Zuletzt aktualisiert am 4. Mai 2021", "Updated: May 4, 2021 5:30 p.m.", "Last modified on 4 May 2021"])(
    "takes the day of a change for none of publication: %s",
    async (line) => {
      const document = await documentOf(join("Die neue Fähre", line, body));
      expect(document.paragraphs[1]?.kind).toBe("metadata");
      expect(document.metadata.published).toBeUndefined();
    },
  );

  it("never takes the date of an event for the date of publication", async () => {
    const document = await documentOf(
      join("Die neue Fähre", `Die Taufe war am 4. Mai 2021. ${body}`, "Am 5. Mai 2021."),
    );
    expect(document.metadata.published).toBeUndefined();
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(["title", "text", "text"]);
  });

  it("reads a byline below the title, and leaves a title alone that begins like one", async () => {
    const document = await documentOf(join("Von Booten und Menschen", "Von Anna Jansen", body));
    expect(outlineOf(document).slice(0, 2)).toEqual(["title: Von Booten und Menschen", "metadata: Von Anna Jansen"]);
    expect(document.metadata.authors).toEqual(["Anna Jansen"]);
  });
});

describe("captions", () => {
  it.each([
    "Die Fähre bei der Einfahrt. © Quelle: Hafenbote/Jansen/dpa",
    "Foto: Anna Jansen",
    "Die Werft am Kanal (Archivbild)",
    "Kapitän Jansen, links, begrüßt die ersten Gäste.",
    "Die Reste des alten Kais sind am 2. Januar am Ufer zu sehen.",
    "The ferry enters the harbour. Photo: Anna Jansen",
    "Captain Jansen, left, greets the first guests on board.",
    "The ferry is seen at the pier on Monday. (AP Photo/Anna Jansen)",
    "Image: The old pier",
  ])("are told by their words: %s", (text) => {
    expect(isCaption(text)).toBe(true);
  });

  it.each([
    body,
    "Wer nach links, rechts und oben sieht, fährt sicherer. Das gilt im Hafen. Es gilt auch auf See.",
    "Er zeigte ihr ein Foto: Darauf stand die Werft, wie sie vor dem Krieg aussah. Sie erkannte den Kran.",
    "Das Copyright der Fotos liegt beim Verein, der sie vor Jahren gekauft hat.",
    "The photo shows nothing. Everyone was disappointed. Nobody said a word.",
  ])("are not: %s", (text) => {
    expect(isCaption(text)).toBe(false);
  });

  it("are told by a cut version above them", async () => {
    const whole = "Die Fähre fährt am frühen Morgen zum ersten Mal in den Hafen ein.";
    const document = await documentOf(join(body, `Die Fähre fährt am frühen Morgen zum...\n${whole}`, body));
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(["text", "boilerplate", "caption", "text"]);
  });
});

describe("boilerplate", () => {
  it("is numbered and named, and shown where sources.json says so", async () => {
    const text = join(body, "Weiterlesen nach der Anzeige", body);
    const hidden = await documentOf(text);
    expect(hidden.paragraphs[1]).toMatchObject({ number: 2, kind: "boilerplate", rule: "advertisement" });
    expect(hidden.paragraphs[2]?.number).toBe(3);
    const shown = await documentOf(text, { source: { file: "article.txt", boilerplate: false } });
    expect(shown.paragraphs.map(({ number, kind }) => [number, kind])).toEqual([
      [1, "text"],
      [2, "heading"],
      [3, "text"],
    ]);
  });
});
