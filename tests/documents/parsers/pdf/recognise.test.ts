import { spawnSync } from "node:child_process";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { passagesOf } from "../../../../src/documents/passages/passages.ts";
import { createDocument } from "../../../../src/documents/read-document.ts";

/** Letters of five by seven dots, a number a row. */
const dots: Readonly<Record<string, readonly number[]>> = {
  H: [17, 17, 17, 31, 17, 17, 17],
  A: [14, 17, 17, 31, 17, 17, 17],
  F: [31, 16, 16, 30, 16, 16, 16],
  E: [31, 16, 16, 30, 16, 16, 31],
  N: [17, 25, 21, 19, 17, 17, 17],
  T: [31, 4, 4, 4, 4, 4, 4],
  " ": [0, 0, 0, 0, 0, 0, 0],
};
const scale = 10;

/** A PDF file of one page, which is a picture of these words in grey. */
function scannedPdf(words: string): Uint8Array {
  const [width, height] = [(words.length * 6 + 20) * scale, 30 * scale];
  const pixels = Buffer.alloc(width * height, 255);
  for (const [at, letter] of [...words].entries()) {
    for (const [row, bits] of (dots[letter] ?? []).entries()) {
      for (let column = 0; column < 5; column += 1) {
        if (((bits >> (4 - column)) & 1) === 0) continue;
        const left = (10 + at * 6 + column) * scale;
        for (let y = (11 + row) * scale; y < (12 + row) * scale; y += 1)
          pixels.fill(0, y * width + left, y * width + left + scale);
      }
    }
  }
  const packed = deflateSync(pixels).toString("latin1");
  const draw = "q 600 0 0 200 0 300 cm /I Do Q";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /XObject << /I 4 0 R >> >> /Contents 5 0 R >>",
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`,
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join("");
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size 6 >>\n`, "latin1");
}

const read = (recognise: boolean) =>
  createDocument(scannedPdf("HAFEN HAT FETTE FEEN"), "scan.pdf", { key: "k", recognise, detectLanguage: () => "de" });

describe("a scanned PDF file", () => {
  it("is not read where nobody asked for it, and the remedy says how", async () => {
    await expect(read(false)).rejects.toMatchObject({
      code: "document-unparsable",
      remedy: expect.stringContaining("OCR=true"),
    });
  });

  it.skipIf(spawnSync("tesseract", ["--version"]).status !== 0)(
    "is recognised where the host wants it, its passages marked",
    { timeout: 120_000 },
    async () => {
      const document = await read(true);
      expect(document.canonicalText).toContain("HAT FETTE FEE");
      expect(document.gaps).toEqual([{ kind: "recognised", pages: [1] }]);
      for (const passage of passagesOf(document)) expect(passage).toMatchObject({ isRecognised: true, page: 1 });
    },
  );
});
