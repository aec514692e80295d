import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/documents/decode.ts";
import { AppError } from "../../src/errors.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"));

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return undefined;
}

describe("decodeText", () => {
  it("reads UTF-8 and changes nothing: CRLF, tabs and decomposed letters stay", () => {
    const text = "Zeile\r\nGru\u0308\u00dfe\t😀\u00a0Ende\n";
    expect(decodeText(utf8(text), "a.txt")).toEqual({
      text,
      encoding: "utf-8",
      byteOrderMarkBytes: 0,
      isExact: true,
      gaps: [],
    });
  });

  it("reads marks of windows-1252 that slipped into UTF-8, and nothing into letters that are cut", () => {
    const bytes = Buffer.concat([
      utf8("Größe, Maße, Übermut, Ähre und Öl: "),
      Buffer.from("\x93Zitat\x94 \x96 5 \x80 ", "latin1"),
      utf8("„").subarray(1),
    ]);
    expect(decodeText(bytes, "a.txt")).toMatchObject({
      text: "Größe, Maße, Übermut, Ähre und Öl: “Zitat” – 5 € \ufffd\ufffd",
      gaps: [{ kind: "bytes-unreadable", count: 6 }],
    });
  });

  it("leaves out one byte-order mark, and only at the beginning", () => {
    const decoded = decodeText(utf8("\ufeff\ufeffGrüße\ufeff"), "a.txt");
    expect(decoded).toMatchObject({ text: "\ufeffGrüße\ufeff", encoding: "utf-8", byteOrderMarkBytes: 3 });
  });

  it("reads UTF-16LE with a byte-order mark", () => {
    expect(decodeText(utf16("Grüße 😀"), "a.txt")).toMatchObject({
      text: "Grüße 😀",
      encoding: "utf-16le",
      byteOrderMarkBytes: 2,
    });
  });

  it("reads other bytes of western languages as windows-1252, and says that it guessed", () => {
    const bytes = Uint8Array.of(0x93, 0x47, 0x72, 0xfc, 0xdf, 0x65, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35);
    expect(decodeText(bytes, "a.txt")).toEqual({
      text: "“Grüße” – €5",
      encoding: "windows-1252",
      byteOrderMarkBytes: 0,
      isExact: true,
      gaps: [{ kind: "encoding-guessed", encoding: "windows-1252" }],
    });
  });

  it.each([
    ["with a mark", Uint8Array.of(0xfe, 0xff, 0, 0x47, 0, 0xfc), []],
    ["without a mark", Uint8Array.of(0, 0x47, 0, 0xfc), [{ kind: "encoding-guessed", encoding: "utf-16be" }]],
  ])("reads big-endian UTF-16 %s, whose bytes are counted no more", (_what, bytes, gaps) => {
    expect(decodeText(bytes, "a.txt")).toMatchObject({ text: "Gü", encoding: "utf-8", isExact: false, gaps });
  });

  it.each([
    [
      "a letter of another encoding",
      [..."Maß für Maß ".split("").flatMap((char) => [...utf8(char)]), 0xe4, 0x20],
      "ä",
      1,
    ],
    ["half a character", [...utf8("Größe und Maß "), 0xc3], "\ufffd", 1],
    ["overlong forms", [...utf8("Größe, Maß, Übung "), 0xc0, 0xaf], "\ufffd\ufffd", 2],
  ])("keeps UTF-8 with %s what it is, and counts the bytes", (_what, bytes, letter, count) => {
    const decoded = decodeText(Uint8Array.from(bytes), "a.txt");
    expect(decoded.text).toContain("Maß");
    expect(decoded.text).toContain(letter);
    expect(decoded).toMatchObject({ isExact: false, gaps: [{ kind: "bytes-unreadable", count }] });
  });

  it.each([
    ["cp850", [0x4d, 0x81, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x67, 0x72, 0x94, 0xe1, 0x65, 0x72], "Müller größer"],
    ["macintosh", [0x4d, 0x9f, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x67, 0x72, 0x9a, 0xa7, 0x65, 0x72], "Müller größer"],
    ["windows-1251", [0xcf, 0xee, 0xf0, 0xf2, 0x20, 0xe3, 0xee, 0xf0, 0xee, 0xe4, 0xe0], "Порт города"],
    ["koi8-r", [0xf0, 0xcf, 0xd2, 0xd4, 0x20, 0xc7, 0xcf, 0xd2, 0xcf, 0xc4, 0xc1], "Порт города"],
    [
      "shift_jis",
      [0x8d, 0x60, 0x82, 0xcd, 0x93, 0x8c, 0x8b, 0x9e, 0x82, 0xc9, 0x82, 0xa0, 0x82, 0xe9],
      "港は東京にある",
    ],
    ["gb18030", [0xb8, 0xdb, 0xbf, 0xda, 0xd4, 0xda, 0xb3, 0xc7, 0xca, 0xd0, 0xb5, 0xc4, 0xc4, 0xcf], "港口在城市的南"],
  ])("recognises %s, and says that it guessed", (encoding, bytes, text) => {
    expect(decodeText(Uint8Array.from(bytes), "a.txt")).toMatchObject({
      text,
      encoding: "utf-8",
      isExact: false,
      gaps: [{ kind: "encoding-guessed", encoding }],
    });
  });

  it("replaces half surrogates in UTF-16 without moving what follows", () => {
    const { text } = decodeText(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00), "a.txt");
    expect(text).toBe("\ufffdA");
  });

  it.each([
    ["NUL bytes", utf8("Text\0Text")],
    ["control characters", Uint8Array.from({ length: 200 }, (_, i) => (i % 8) + 1)],
    ["an image", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)],
    ["UTF-16 that ends in half a character", Uint8Array.of(0xff, 0xfe, 0x41)],
  ])("refuses %s and names the file", (_what, bytes) => {
    expect(codeOf(() => decodeText(bytes, "folder/a.txt"))).toBe("not-text");
    expect(() => decodeText(bytes, "folder/a.txt")).toThrow("folder/a.txt");
  });

  it("forgives a stray control character", () => {
    expect(decodeText(utf8(`${"Ein Satz. ".repeat(30)}\u0007`), "a.txt").encoding).toBe("utf-8");
  });
});
