import { describe, expect, it } from "vitest";
import { chooseLocale, type LocaleClues } from "../../src/locales/locale.ts";

describe("chooseLocale", () => {
  it.each<[string, LocaleClues, "de" | "en", "de" | "en"]>([
    ["the setting before everything", { setting: "en", person: "de", question: "de", guild: "de" }, "de", "en"],
    ["the person's language before the question's", { person: "en-GB", question: "de", guild: "de" }, "de", "en"],
    ["a person's language that is not spoken decides nothing", { person: "fr", question: "de" }, "en", "de"],
    ["the question's language before the server's", { question: "de", guild: "en-US" }, "en", "de"],
    ["the server's language before the usual one", { guild: "de" }, "en", "de"],
    ["the usual one where nothing tells", { guild: "ja" }, "en", "en"],
  ])("%s", (_rule, clues, fallback, expected) => {
    expect(chooseLocale(clues, fallback)).toBe(expected);
  });
});
