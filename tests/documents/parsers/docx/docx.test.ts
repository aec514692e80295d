import { describe, expect, it } from "vitest";
import { type DocxContent, docxFile, docxParts } from "../../files/docx-file.ts";
import { zipFile } from "../../files/zip-file.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

const docx = (content: DocxContent) => documentOf(docxFile(content), { file: "report.docx" });
const read = (bytes: Uint8Array) => documentOf(bytes, { file: "report.docx" });
const refusal = (why: RegExp) =>
  expect.objectContaining({ code: "document-unparsable", message: expect.stringMatching(why) });

describe("Word documents", () => {
  it("reads styles, lists, tables, captions and notes", async () => {
    const document = await docx({
      title: "Der Hafen & die Stadt",
      author: "Anna Jansen",
      created: "2021-05-04T09:30:00Z",
      blocks: [
        { style: "Titel", text: "Der Hafen" },
        { style: "Verzeichnis1", text: "1 Schiffe 3" },
        { style: "berschrift1", text: "Schiffe" },
        { text: "Es gibt viele <Schiffe>.", note: "Gezählt im Mai." },
        { style: "berschrift2", text: "Fähren" },
        { list: "bullets", text: "rot" },
        { list: "bullets", text: "blau" },
        { style: "Beschriftung", text: "Tabelle 1: Maße" },
        {
          rows: [
            ["Maß", "Wert"],
            ["Länge", "120 m"],
          ],
        },
        { style: "berschrift1", text: "Werft" },
        { list: "numbers", text: "Eins." },
        { list: "numbers", text: "Zwei." },
      ],
    });
    expect(outlineOf(document)).toEqual([
      "title: Der Hafen",
      "boilerplate: 1 Schiffe 3",
      "heading: Schiffe",
      "text: Es gibt viele <Schiffe>.[1]",
      "heading: Fähren",
      "text: - rot\n- blau",
      "caption: Tabelle 1: Maße",
      "table: Maß | Wert\nLänge | 120 m",
      "heading: Werft",
      "text: 1. Eins.\n2. Zwei.",
      "text: 1. Gezählt im Mai.",
    ]);
    expect(document.paragraphs[5]?.headingPath).toEqual(["Schiffe", "Fähren"]);
    expect(document.metadata).toMatchObject({
      title: "Der Hafen & die Stadt",
      titleSource: "stated",
      authors: ["Anna Jansen"],
    });
  });

  it("does without properties", async () => {
    const document = await docx({ blocks: [{ text: "Ein Satz, mehr nicht." }] });
    expect(document.metadata).toMatchObject({ title: "report", titleSource: "derived" });
    expect(document.metadata).not.toHaveProperty("author");
    expect(document.metadata).not.toHaveProperty("published");
  });

  it("names what is wrong with a file", async () => {
    const whole = docxFile({ blocks: [{ text: "Ein Satz." }] });
    await expect(read(whole.subarray(0, whole.length - 60))).rejects.toEqual(refusal(/report\.docx .*cut off/));
    await expect(read(new TextEncoder().encode("Ein Text."))).rejects.toEqual(refusal(/no Word document/));
    await expect(read(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0))).rejects.toEqual(refusal(/password|before 2007/));
    await expect(read(zipFile([{ name: "a.txt", content: "x" }]))).rejects.toEqual(refusal(/no Word document/));
    const scrambled = Uint8Array.from(whole, (byte, i) => (i > 40 && i < 300 ? byte ^ 0x55 : byte));
    await expect(read(scrambled)).rejects.toEqual(refusal(/report\.docx/));
  });

  it("unpacks no bomb", async () => {
    const parts = docxParts({ blocks: [{ text: "Ein Satz." }] });
    const zeros = new Uint8Array(140 * 1024 * 1024);
    await expect(read(zipFile([...parts, { name: "word/bomb.xml", content: zeros }]))).rejects.toEqual(
      refusal(/unpacks to more than 128 MB/),
    );
    await expect(
      read(zipFile([...parts, { name: "word/bomb.xml", content: zeros, declaredBytes: 100 }])),
    ).rejects.toEqual(refusal(/more than it declares/));
  });

  it("reads no part outside the text, however large", async () => {
    const parts = docxParts({ blocks: [{ text: "Ein Satz." }] });
    const media = { name: "word/media/image1.bin", content: new Uint8Array(1_000), declaredBytes: 2_000_000_000 };
    expect((await read(zipFile([...parts, media]))).canonicalText).toBe("Ein Satz.");
  });

  it.each([
    ["entities", '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w:document>&b;</w:document>'],
    ["nesting", `<w:document><w:body>${"<w:sdt><w:sdtContent>".repeat(20_000)}`],
    ["no end", "<w:document><w:body><w:p>"],
    ["nothing", ""],
  ])("ends with hostile %s, and reads the next document", { timeout: 90_000 }, async (_what, xml) => {
    const parts = docxParts({ blocks: [] }).filter(({ name }) => name !== "word/document.xml");
    await expect(read(zipFile([...parts, { name: "word/document.xml", content: xml }]))).rejects.toEqual(
      refusal(/report\.docx/),
    );
    expect((await docx({ blocks: [{ text: "Danach." }] })).canonicalText).toBe("Danach.");
  });
});
