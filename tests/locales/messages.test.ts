import { describe, expect, it } from "vitest";
import { AppError, type ErrorCode } from "../../src/errors.ts";
import { messagesFor } from "../../src/locales/choose-messages.ts";
import { formatDate } from "../../src/locales/dates.ts";
import { renderError } from "../../src/terminal/render/error.ts";

const minute = { stated: "2023-09-12T11:57", from: "2023-09-12", until: "2023-09-12", precision: "minute" } as const;

describe("dates", () => {
  it.each([
    [minute, "de", "12. September 2023 um 11:57"],
    [minute, "en", "12 September 2023 at 11:57"],
    [{ stated: "2024-06-19", from: "2024-06-19", until: "2024-06-19", precision: "day" }, "de", "19. Juni 2024"],
    [{ stated: "2022-08", from: "2022-08-01", until: "2022-08-31", precision: "month" }, "en", "August 2022"],
    [{ stated: "2019", from: "2019-01-01", until: "2019-12-31", precision: "year" }, "de", "2019"],
  ] as const)("%o in %s", (published, locale, expected) => {
    expect(formatDate(published, locale)).toBe(expected);
  });
});

describe("errors", () => {
  const codes: Record<ErrorCode, true> = {
    usage: true,
    "settings-invalid": true,
    "folder-missing": true,
    "folder-empty": true,
    "folder-large": true,
    "file-unreadable": true,
    "not-text": true,
    "document-unparsable": true,
    "sources-invalid": true,
    "restrictions-unreadable": true,
    "citation-unknown": true,
    "citation-invalid": true,
    "proof-failed": true,
    "document-changed": true,
    "question-empty": true,
    "question-too-long": true,
    "index-damaged": true,
    "index-locked": true,
    "disk-failed": true,
    "judgments-invalid": true,
    "lexicon-invalid": true,
    "discord-token-invalid": true,
    "discord-intents-disallowed": true,
    "discord-shards-wrong": true,
    "discord-version-unknown": true,
    "discord-unreachable": true,
    "gateway-silent": true,
    "model-unavailable": true,
    "search-unavailable": true,
    "store-unavailable": true,
    "store-too-new": true,
    "store-key-wrong": true,
    "backup-invalid": true,
    "fetch-failed": true,
    "fetch-refused": true,
    busy: true,
    internal: true,
  };

  it("have German words for every code, and no others", () => {
    expect(Object.keys(messagesFor("de").errors).sort()).toEqual(Object.keys(codes).sort());
  });

  it("keep the name of the thing, and its remedy, on one line", () => {
    const error = new AppError("disk-failed", "The folder /x\ny is full.", "Make room.");
    expect(renderError(error, messagesFor("en"))).toBe("The folder /x y is full. Make room.");
    expect(renderError(error, messagesFor("de"))).toBe(
      "Auf die Platte lässt sich nicht schreiben. (The folder /x y is full) Make room.",
    );
  });

  it("have their remedy in German where it is the same for every error of a code", () => {
    const error = new AppError("folder-missing", "The folder /x does not exist.", "Create it.");
    expect(renderError(error, messagesFor("de"))).toMatch(/^Den Ordner gibt es nicht\. \(.*\/x.*\) Ihn anlegen/);
  });

  it("list in their remedy what the error lists", () => {
    const error = new AppError("folder-empty", "Nothing.", "Put .a or .b files into it.", { listed: [".a", ".b"] });
    expect(renderError(error, messagesFor("de"))).toContain("mit den Endungen .a oder .b hineinlegen");
  });

  it("of other kinds are told as they are", () => {
    expect(renderError(new Error("nobody thought of this"), messagesFor("en"))).toBe("nobody thought of this");
    expect(renderError("thrown text", messagesFor("de"))).toContain("thrown text");
  });
});
