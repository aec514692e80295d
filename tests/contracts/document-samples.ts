import { docxFile } from "../documents/files/docx-file.ts";
import { epubFile, odtFile, pptxFile, slideParagraph, xlsxFile } from "../documents/files/office-files.ts";
import { linesDown, pdfFile } from "../documents/files/pdf-file.ts";

export interface DocumentSample {
  readonly file: string;
  /** The same small document, with these paragraphs behind it. */
  readonly bytesWith: (paragraphs: readonly string[]) => Uint8Array;
  /** Each stands in one paragraph. */
  readonly words: readonly string[];
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A small document in every format, by the parser's name. */
export const documentSamples: Readonly<Record<string, DocumentSample>> = {
  "plain-text": {
    file: "ferry.txt",
    bytesWith: (paragraphs) =>
      utf8(
        [
          "The new ferry\r\n\r\nIt took eight years to build. Gru\u0308\u00dfe!\r\n\r\n\r\nIt is fast.",
          ...paragraphs,
        ].join("\r\n\r\n"),
      ),
    words: ["The new ferry", "eight years", "It is fast."],
  },
  markdown: {
    file: "ferry.md",
    bytesWith: (paragraphs) =>
      utf8(
        [
          "---\ntitle: Ferry\n---\n\n# The new ferry\n\nIt took *eight* years. Grüße!\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
          ...paragraphs,
        ].join("\n\n"),
      ),
    words: ["The new ferry", "It took *eight* years.", "| 1 | 2 |"],
  },
  html: {
    file: "ferry.html",
    bytesWith: (paragraphs) =>
      utf8(
        `<!doctype html><html lang=en><title>Ferry</title><h1>The new ferry</h1><p>It took <em>eight</em> years &amp; a day.</p><table><tr><td>1<td>2<tr><td>3<td>4</table>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</html>`,
      ),
    words: ["The new ferry", "It took eight years & a day.", "1 | 2\n3 | 4"],
  },
  pdf: {
    file: "ferry.pdf",
    bytesWith: (paragraphs) =>
      pdfFile({
        title: "Ferry",
        pages: [
          [
            { text: "The new ferry", x: 60, y: 740, size: 20 },
            ...linesDown(["It took eight years to", "build. It is fast."]),
          ],
          linesDown(["It sails to the island."]),
          ...paragraphs.map((text) => linesDown([text])),
        ],
      }),
    words: ["The new ferry", "It took eight years to build.", "to the island."],
  },
  docx: {
    file: "ferry.docx",
    bytesWith: (paragraphs) =>
      docxFile({
        title: "Ferry",
        blocks: [
          { style: "Titel", text: "The new ferry" },
          { text: "It took eight years." },
          {
            rows: [
              ["1", "2"],
              ["3", "4"],
            ],
          },
          ...paragraphs.map((text) => ({ text })),
        ],
      }),
    words: ["The new ferry", "It took eight years.", "1 | 2\n3 | 4"],
  },
  restructuredtext: {
    file: "ferry.rst",
    bytesWith: (paragraphs) =>
      utf8(
        [
          "The new ferry\n=============\n\n:Author: Anna Jansen\n\nIt took *eight* years. Grüße!\n\n.. note::\n\n   She is fast.\n\n.. code-block:: sh\n\n   sail --fast",
          ...paragraphs,
        ].join("\n\n"),
      ),
    words: ["The new ferry", "It took *eight* years.", "She is fast.", "sail --fast"],
  },
  asciidoc: {
    file: "ferry.adoc",
    bytesWith: (paragraphs) =>
      utf8(
        [
          "= The new ferry\nAnna Jansen\n\nIt took *eight* years. Grüße!\n\n|===\n|a |b\n|1 |2\n|===\n\n----\nsail --fast\n----",
          ...paragraphs,
        ].join("\n\n"),
      ),
    words: ["The new ferry", "It took *eight* years.", "|1 |2", "sail --fast"],
  },
  org: {
    file: "ferry.org",
    bytesWith: (paragraphs) =>
      utf8(
        [
          "#+TITLE: The new ferry\n\n* History\n\nIt took *eight* years. Grüße!\n\n| a | b |\n| 1 | 2 |\n\n#+BEGIN_SRC sh\nsail --fast\n#+END_SRC",
          ...paragraphs,
        ].join("\n\n"),
      ),
    words: ["History", "It took *eight* years.", "| 1 | 2 |", "sail --fast"],
  },
  odt: {
    file: "ferry.odt",
    bytesWith: (paragraphs) =>
      odtFile(
        `<text:h text:outline-level="1">The new ferry</text:h><text:p>It took<text:s/>eight years.</text:p><table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>${paragraphs.map((text) => `<text:p>${text}</text:p>`).join("")}`,
      ),
    words: ["The new ferry", "It took eight years.", "1 | 2"],
  },
  epub: {
    file: "ferry.epub",
    bytesWith: (paragraphs) =>
      epubFile([
        { title: "The new ferry", body: "<p>It took <em>eight</em> years.</p>" },
        { title: "Today", body: "<h1>Today</h1><p>It is fast.</p>" },
        ...(paragraphs.length === 0 ? [] : [{ body: paragraphs.map((text) => `<p>${text}</p>`).join("") }]),
      ]),
    words: ["The new ferry", "It took eight years.", "It is fast."],
  },
  pptx: {
    file: "ferry.pptx",
    bytesWith: (paragraphs) =>
      pptxFile([
        { title: "The new ferry", boxes: [slideParagraph("It took eight years.")], notes: "Say it slowly." },
        { title: "Today", table: [["1", "2"]] },
        ...paragraphs.map((text) => ({ boxes: [slideParagraph(text)] })),
      ]),
    words: ["The new ferry", "It took eight years.", "Say it slowly.", "1 | 2"],
  },
  xlsx: {
    file: "ferry.xlsx",
    bytesWith: (paragraphs) =>
      xlsxFile([
        {
          name: "The new ferry",
          rows: [
            ["Years", "Ships"],
            ["eight", "one"],
          ],
        },
        { name: "Today", rows: [["It is fast."]] },
        ...(paragraphs.length === 0 ? [] : [{ name: "More", rows: paragraphs.flatMap((text) => [[text], []]) }]),
      ]),
    words: ["The new ferry", "Years | Ships", "It is fast."],
  },
  mail: {
    file: "ferry.eml",
    bytesWith: (paragraphs) =>
      utf8(
        [
          "From: Anna Jansen <anna@example.org>\r\nTo: bo@example.org\r\nSubject: The new ferry\r\nDate: Fri, 3 May 2024 10:15:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n",
          "It took eight years. Grüße!\r\n",
          "It is fast.\r\n",
          ...paragraphs.map((text) => `${text}\r\n`),
        ].join("\r\n"),
      ),
    words: ["The new ferry", "It took eight years. Grüße!", "It is fast."],
  },
};
