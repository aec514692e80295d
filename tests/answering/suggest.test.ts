import { describe, expect, it } from "vitest";
import { suggestCitations, suggestQuestions, suggestSources } from "../../src/answering/suggest.ts";
import { index } from "./island.ts";

const values = (suggestions: readonly { value: string }[]): string[] => suggestions.map(({ value }) => value);

describe("suggestQuestions", () => {
  it("offers the owner's questions first, and titles", () => {
    const all = suggestQuestions(index, "");
    expect(all[0]).toBe("Wann wurde der Leuchtturm gebaut?");
    expect(all).toContain("Der Leuchtturm von Sandersoog");
    expect(new Set(all).size).toBe(all.length);
  });

  it("takes beginnings before words inside, and forgives an error", () => {
    expect(suggestQuestions(index, "der leucht")[0]).toBe("Der Leuchtturm von Sandersoog");
    expect(suggestQuestions(index, "sanders")).toEqual(["Der Leuchtturm von Sandersoog"]);
    expect(suggestQuestions(index, "wann wrude")).toEqual(["Wann wurde der Leuchtturm gebaut?"]);
    expect(suggestQuestions(index, "quark")).toEqual([]);
  });
});

describe("suggestSources", () => {
  it("fits key and title, whatever their case", () => {
    expect(suggestSources(index, "LEUCHT")).toEqual([
      { label: "Der Leuchtturm von Sandersoog (leuchtturm)", value: "leuchtturm" },
    ]);
    expect(values(suggestSources(index, "", { limit: 2 }))).toHaveLength(2);
  });

  it("never names what the person may not see", () => {
    const filter = { audience: {} };
    expect(values(suggestSources(index, "", { filter }))).not.toContain("tresor");
    expect(suggestSources(index, "tresor", { filter })).toEqual([]);
    expect(
      values(suggestCitations(index, "tresor:1", { filter })).filter((value) => value.startsWith("tresor")),
    ).toEqual([]);
    expect(suggestQuestions(index, "About tresor", { filter })).not.toContain("About tresor");
  });
});

describe("suggestCitations", () => {
  it("lists a named document's passages, the nearest paragraph first", () => {
    expect(values(suggestCitations(index, "leuchtturm:"))).toEqual([
      "leuchtturm:1",
      "leuchtturm:2",
      "leuchtturm:3",
      "leuchtturm:4",
    ]);
    expect(values(suggestCitations(index, "leuchtturm:3"))[0]).toBe("leuchtturm:3");
    expect(values(suggestCitations(index, "Leuchtturm:99@abc"))[0]).toBe("leuchtturm:4");
  });

  it("offers passages of every document, no more than asked for", () => {
    const offered = values(suggestCitations(index, "", { limit: 4 }));
    expect(offered).toHaveLength(4);
    expect(new Set(offered.map((value) => value.split(":")[0])).size).toBe(4);
  });
});
