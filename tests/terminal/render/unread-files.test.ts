import { describe, expect, it } from "vitest";
import { AppError } from "../../../src/errors.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { renderUnreadFiles } from "../../../src/terminal/render/unread-files.ts";
import { createStyle } from "../../../src/terminal/text/style.ts";

const style = createStyle({ isTerminal: false, noColor: true });

describe("files that were not read", () => {
  it("are named with the reason, in the reader's language", () => {
    const error = new AppError("document-unparsable", "b.pdf cannot be used: it is damaged.", "Correct it.");
    const unread = {
      refused: [{ file: "b.pdf", error }],
      leftOut: [
        { file: ".git/", reason: "hidden" },
        { file: "a.exe", reason: "format" },
      ],
    } as const;
    expect(renderUnreadFiles(unread, messagesFor("de"), style)).toMatch(
      /^3 Dateien nicht gelesen:\n {4}b\.pdf · .+\n {4}\.git\/ · der Name verbirgt sie .+\n {4}a\.exe · unbekanntes Format$/,
    );
    expect(renderUnreadFiles(unread, messagesFor("en"), style)).toMatch(/^3 files not read:[\s\S]* · unknown format$/);
  });

  it("are counted where they are too many, and nothing is said where there are none", () => {
    const leftOut = Array.from({ length: 130 }, (_, n) => ({ file: `${n}.bin`, reason: "format" as const }));
    const text = renderUnreadFiles({ refused: [], leftOut }, messagesFor("en"), style) ?? "";
    expect(text.split("\n")).toHaveLength(102);
    expect(text).toMatch(/and 30 more$/);
    expect(renderUnreadFiles({ refused: [], leftOut: [] }, messagesFor("en"), style)).toBeUndefined();
  });
});
