import { docxFile } from "../documents/files/docx-file.ts";
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
};
