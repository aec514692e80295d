import { describe, expect, it } from "vitest";
import { AppError } from "../../../../src/errors.ts";
import { docxParts } from "../../files/docx-file.ts";
import { zipFile } from "../../files/zip-file.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

type Content = string | Uint8Array;
const mail = (content: Content) => documentOf(content, { file: "letter.eml" });
/** A message as it goes through the Internet, with these headers before those that all have. */
const message = (headers: readonly string[], body: string) =>
  [
    "From: Anna Meier <anna@example.org>",
    "To: bernd@example.org",
    "Date: Fri, 3 May 2024 10:15:00 +0200",
    ...headers,
    "",
    body,
  ].join("\r\n");
const part = (headers: readonly string[], body: string) => ["--teil", ...headers, "", body].join("\r\n");
const parts = (kind: string, ...all: readonly string[]) =>
  message(
    ["Subject: Das Tor", "MIME-Version: 1.0", `Content-Type: multipart/${kind}; boundary="teil"`],
    [...all, "--teil--", ""].join("\r\n"),
  );
const base64 = (text: string) => Buffer.from(text, "utf8").toString("base64");
const plain = part(["Content-Type: text/plain; charset=utf-8"], "Der Schlüssel hängt im Büro.");

describe("messages", () => {
  it.each([
    [
      "quoted-printable",
      ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable"],
      "Hallo Bernd,\r\n\r\nder Schl=C3=BCssel h=C3=A4ngt im=\r\n B=C3=BCro.",
    ],
    [
      "base64",
      ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"],
      base64("Hallo Bernd,\n\nder Schlüssel hängt im Büro."),
    ],
    [
      "flowed text",
      ['Content-Type: text/plain; charset="UTF-8"; format=flowed'],
      "Hallo Bernd,\r\n\r\nder Schlüssel hängt \r\nim Büro.",
    ],
    [
      "a page",
      ["Content-Type: text/html; charset=utf-8"],
      "<html><body><p>Hallo Bernd,</p><p>der Schlüssel <del>liegt</del> hängt im Büro.</p></body></html>",
    ],
  ])("state title, author and date, and are read in %s", async (_what, headers, body) => {
    const document = await mail(
      message(["Subject: =?utf-8?q?Schl=C3=BCssel_zum?= =?utf-8?b?IFRvcg==?=", ...headers], body),
    );
    expect(document.metadata).toMatchObject({
      title: "Schlüssel zum Tor",
      titleSource: "stated",
      authors: ["Anna Meier"],
      published: { stated: "2024-05-03T10:15" },
    });
    expect(outlineOf(document)).toEqual([
      "title: Schlüssel zum Tor",
      "text: Hallo Bernd,",
      "text: der Schlüssel hängt im Büro.",
    ]);
    expect(document.gaps).toBeUndefined();
  });

  it("are read in the encoding that they state, and guessed in where they state none", async () => {
    const body = "Der Schl\xfcssel h\xe4ngt im B\xfcro, neben der T\xfcr.";
    for (const headers of [["Content-Type: text/plain; charset=iso-8859-1"], ["Content-Type: text/plain"]]) {
      const document = await mail(Buffer.from(message(["Subject: Tor", ...headers], body), "latin1"));
      expect(document.canonicalText).toContain("Der Schlüssel hängt im Büro, neben der Tür.");
      expect(document.gaps?.map(({ kind }) => kind) ?? []).toEqual(
        headers[0]?.includes("charset") ? [] : ["encoding-guessed"],
      );
    }
  });

  it("are read once where they hold the same as a page and as a text", async () => {
    const page = part(
      ["Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64"],
      base64("<table><tr><td>Ort<td>Büro<tr><td>Tag<td>Montag</table>"),
    );
    expect(outlineOf(await mail(parts("alternative", plain, page)))).toEqual([
      "title: Das Tor",
      "table: Ort | Büro\nTag | Montag",
    ]);
    const empty = part(["Content-Type: text/html"], "<html><body><img src=x></body></html>");
    expect(outlineOf(await mail(parts("alternative", plain, empty)))).toContain("text: Der Schlüssel hängt im Büro.");
  });

  it("name the attachments that are not read, and hold those that are messages", async () => {
    const file = part(
      [
        "Content-Type: application/pdf; name=plan.pdf",
        "Content-Disposition: attachment; filename*=utf-8''Pl%C3%A4ne.pdf",
        "Content-Transfer-Encoding: base64",
      ],
      base64("%PDF"),
    );
    const picture = part(["Content-Type: image/png", "Content-ID: <logo>"], "x");
    const signature = part(["Content-Type: application/pgp-signature; name=signature.asc"], "x");
    const inner = part(
      ["Content-Type: message/rfc822"],
      "From: Carl Troll <c@example.org>\r\nSubject: Die alte Frage\r\n\r\nWo ist der Schlüssel?",
    );
    const document = await mail(parts("mixed", plain, file, inner, signature, picture));
    expect(outlineOf(document)).toEqual([
      "title: Das Tor",
      "text: Der Schlüssel hängt im Büro.",
      "heading: Die alte Frage",
      "text: Wo ist der Schlüssel?",
    ]);
    expect(document.gaps).toEqual([{ kind: "attachments-unread", names: ["Pläne.pdf", "image/png"] }]);
    expect(document.metadata.authors).toEqual(["Anna Meier"]);
  });

  it.each([
    ["From: anna@example.org\r\nSubject: Tor\r\nDate: gestern\r\n\r\nEin Satz.", "Tor"],
    ["From - Fri May  3 10:15:00 2024\r\nFrom: <anna@example.org>\r\nTo: b@example.org\r\n\r\nEin Satz.", "letter"],
  ])("state nothing that is not stated: %s", async (content, title) => {
    const { metadata } = await mail(content);
    expect(metadata.title).toBe(title);
    expect([metadata.authors, metadata.published]).toEqual([undefined, undefined]);
  });

  it.each(["Ein Satz, und keine Nachricht.", "Name: Anna\n\nEin Satz.", "", "\u0000\u0001"])(
    "are not: %j",
    async (content) => {
      await expect(mail(content)).rejects.toThrow(AppError);
      await expect(mail(content)).rejects.toThrow("letter.eml");
    },
  );

  it("end where their parts nest without end", async () => {
    const nested = Array.from(
      { length: 400 },
      (_, i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`,
    ).join("");
    const attached = "Content-Type: message/rfc822\r\n\r\nFrom: a@example.org\r\nSubject: x\r\n".repeat(40);
    for (const content of [
      `From: a@example.org\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n${nested}`,
      `From: a@example.org\r\nSubject: x\r\n${attached}\r\nEin Satz.`,
    ]) {
      const result = await mail(content).catch((error: unknown) => error);
      if (result instanceof Error) expect(result).toBeInstanceOf(AppError);
    }
    expect((await mail(message(["Subject: Danach"], "Ein Satz."))).metadata.title).toBe("Danach");
  });
});

describe("pages that were saved as messages", () => {
  const frame = part(
    ["Content-Type: text/html", "Content-Location: https://example.org/frame"],
    "<html><body>Aus einem Rahmen</body></html>",
  );
  const saved = (
    title: string,
    from = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/hafen\r\nDate: Fri, 3 May 2024 10:15:00 -0000\r\n",
  ) =>
    `${from}Subject: ${title}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="teil"\r\n\r\n${[
      part(
        [
          "Content-Type: text/html",
          "Content-Transfer-Encoding: quoted-printable",
          "Content-Location: https://example.org/hafen",
        ],
        '<!DOCTYPE html><html lang=3D"de"><head><title>Neuer Kran | Hafenblatt</title><meta property=3D"og:site_name" content=3D"Hafenblatt"></head><body><nav><a href=3D"/">Start</a></nav><h1>Neuer Kran</h1><p>Der Kran ist gr=C3=B6=C3=9Fer als der al=\r\nte, und er hebt mehr als dieser.</p></body></html>',
      ),
      part(["Content-Type: text/css"], "p{}"),
      frame,
      "--teil--",
    ].join("\r\n")}`;

  it.each(["hafen.mhtml", "hafen.mht", "hafen.eml"])(
    "are read as pages, and are not of the day when they were saved: %s",
    async (file) => {
      const document = await documentOf(saved("Neuer Kran | Hafenblatt"), { file });
      expect(outlineOf(document)).toEqual([
        "boilerplate: Start",
        "title: Neuer Kran",
        "text: Der Kran ist größer als der alte, und er hebt mehr als dieser.",
      ]);
      expect(document.metadata).toMatchObject({
        title: "Neuer Kran",
        publisher: "Hafenblatt",
        url: "https://example.org/hafen",
        language: "de",
      });
      expect([document.metadata.authors, document.metadata.published, document.gaps]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    },
  );

  it("have the title under which they were saved, where it is another one", async () => {
    expect((await documentOf(saved("Der Kran von Musterstadt"), { file: "a.mhtml" })).metadata.title).toBe(
      "Der Kran von Musterstadt",
    );
    expect((await documentOf(saved("Neuer Kran | Hafenblatt", ""), { file: "a.mht" })).metadata.title).toBe(
      "Neuer Kran",
    );
  });

  it("are read inside of Word documents, and marked there where they are none", async () => {
    const word = (content: string) => {
      const relationships = `<Relationships><Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="a.mht"/></Relationships>`;
      const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:altChunk r:id="c1"/><w:p><w:r><w:t>Hinten.</w:t></w:r></w:p></w:body></w:document>`;
      const own = new Map([
        ["word/document.xml", body],
        ["word/_rels/document.xml.rels", relationships],
      ]);
      const others = docxParts({ blocks: [] }).map((entry) => ({
        ...entry,
        content: own.get(entry.name) ?? entry.content,
      }));
      return documentOf(zipFile([...others, { name: "word/a.mht", content }]), { file: "a.docx" });
    };
    expect((await word(saved("Neuer Kran"))).canonicalText).toContain("größer als der alte, und");
    expect(outlineOf(await word("Kein Archiv"))).toEqual(["boilerplate: […]", "text: Hinten."]);
  });
});
