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
    expect(decodeText(utf8(text), "a.txt")).toEqual({ text, encoding: "utf-8", byteOrderMarkBytes: 0 });
  });

  it("leaves out one byte-order mark, and only at the beginning", () => {
    const decoded = decodeText(utf8("\ufeff\ufeffGrüße\ufeff"), "a.txt");
    expect(decoded).toEqual({ text: "\ufeffGrüße\ufeff", encoding: "utf-8", byteOrderMarkBytes: 3 });
  });

  it("reads UTF-16LE with a byte-order mark", () => {
    expect(decodeText(utf16("Grüße 😀"), "a.txt")).toEqual({
      text: "Grüße 😀",
      encoding: "utf-16le",
      byteOrderMarkBytes: 2,
    });
  });

  it("reads anything else as windows-1252", () => {
    const bytes = Uint8Array.of(0x93, 0x47, 0x72, 0xfc, 0xdf, 0x65, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35);
    expect(decodeText(bytes, "a.txt")).toEqual({
      text: "“Grüße” – €5",
      encoding: "windows-1252",
      byteOrderMarkBytes: 0,
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
    ["big-endian UTF-16", Uint8Array.of(0xfe, 0xff, 0, 0x41)],
    ["UTF-16 that ends in half a character", Uint8Array.of(0xff, 0xfe, 0x41)],
  ])("refuses %s and names the file", (_what, bytes) => {
    expect(codeOf(() => decodeText(bytes, "folder/a.txt"))).toBe("not-text");
    expect(() => decodeText(bytes, "folder/a.txt")).toThrow("folder/a.txt");
  });

  it("forgives a stray control character", () => {
    expect(decodeText(utf8(`${"Ein Satz. ".repeat(30)}\u0007`), "a.txt").encoding).toBe("utf-8");
  });
});
