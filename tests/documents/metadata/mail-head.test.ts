import { describe, expect, it } from "vitest";
import { documentOf, outlineOf } from "../make-document.ts";

const of = async (text: string, file = "a.txt") => {
  const document = await documentOf(text, { file });
  const { title, authors, published } = document.metadata;
  return { title, authors, published: published?.stated, outline: outlineOf(document) };
};

describe("the head of a message that was pasted as text", () => {
  it.each([
    [
      "Von: Anna Meier <anna@example.org>\nAn: Bernd Kunz <bernd@example.org>\nBetreff: Schlüssel zum Tor\nDatum: Fri, 3 May 2024 10:15:00 +0200",
      { title: "Schlüssel zum Tor", authors: ["Anna Meier"], published: "2024-05-03T10:15" },
    ],
    [
      'From: "Meier, Anna" <anna@example.org>\nSent: Friday, May 3, 2024 10:15 AM\nTo: Kunz, Bernd\nCc: all\nSubject: RE: The key\n of the gate',
      { title: "RE: The key of the gate", authors: ["Meier, Anna"], published: "2024-05-03T10:15" },
    ],
    [
      "-----Ursprüngliche Nachricht-----\nVon: anna@example.org (Anna Meier)\nGesendet: Freitag, 3. Mai 2024 10:15\nAn: Bernd\nBetreff: Tor",
      { title: "Tor", authors: ["Anna Meier"], published: "2024-05-03T10:15" },
    ],
    [
      "Subject: The gate\nFrom: anna@example.org\nDate: 2024-05-03\nMessage-ID: <1@example.org>\nX-Mailer: a",
      { title: "The gate", authors: undefined, published: "2024-05-03" },
    ],
    [
      "**Von:** Anna Meier\n**An:** Bernd\n**Betreff:** Tor",
      { title: "Tor", authors: ["Anna Meier"], published: undefined },
    ],
  ])("says title, author and day: %j", async (head, facts) => {
    for (const file of ["a.txt", "a.md"]) {
      const found = await of(
        `${head}\n\nHallo Bernd,\n\nder Schlüssel hängt im Büro neben der Tür, wo ihn jeder findet.`,
        file,
      );
      expect(found).toMatchObject(facts);
      expect(found.outline[0]).toBe(`metadata: ${head}`);
    }
  });

  it.each([
    "Von: der Brücke\nsieht man den Hafen.",
    "An: alle\nDatum: 3. Mai 2024",
    "Betreff: Tor",
    "Von: Anna Meier\nBetreff: Tor\nDer Schlüssel hängt im Büro.",
  ])("is none where it says anything else: %j", async (head) => {
    const found = await of(`${head}\n\nDer Schlüssel hängt im Büro neben der Tür, wo ihn jeder findet.`);
    expect(found.outline[0]).not.toBe(`metadata: ${head}`);
  });
});
