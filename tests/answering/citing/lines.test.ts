import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineEndsOf, lineRangeOf, lineRangeOfBytes } from "../../../src/answering/citing/lines.ts";
import type { TextEncoding } from "../../../src/documents/document.ts";

const encodings: readonly TextEncoding[] = ["utf-8", "utf-16le", "windows-1252"];

function encoded(text: string, encoding: TextEncoding): Buffer {
  return Buffer.from(text, encoding === "windows-1252" ? "latin1" : encoding === "utf-8" ? "utf8" : "utf16le");
}

describe("the lines of a range of bytes", () => {
  it("are those of the same range of the text, in every encoding and with every line end", () => {
    // What all encodings have; a line feed in UTF-16 is a byte of many other characters.
    const piece = fc.constantFrom("a", "Ä", "ÿ", " ", "\n", "\r", "\r\n", "Wort");
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...encodings),
        fc.boolean(),
        (pieces, one, other, encoding, hasMark) => {
          const mark = hasMark && encoding !== "windows-1252" ? "\uFEFF" : "";
          const text = pieces.join("");
          const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
          if (start === undefined || end === undefined || start === end) return;
          // No range begins or ends within a line break.
          if ([start, end].some((at) => text.slice(at - 1, at + 1) === "\r\n")) return;
          const lengthOf = (part: string) => encoded(part, encoding).length;
          const bytes = {
            start: lengthOf(mark) + lengthOf(text.slice(0, start)),
            end: lengthOf(mark) + lengthOf(text.slice(0, end)),
          };
          expect(lineRangeOfBytes(lineEndsOf(encoded(mark + text, encoding), encoding), bytes)).toEqual(
            lineRangeOf(text, { start, end }),
          );
        },
      ),
    );
  });

  it("take no byte of another character for a line break", () => {
    const text = "\u0A00\u0D00\u000A\u0A0D";
    expect(lineRangeOfBytes(lineEndsOf(encoded(text, "utf-16le"), "utf-16le"), { start: 6, end: 8 })).toEqual({
      first: 2,
      last: 2,
    });
  });
});
