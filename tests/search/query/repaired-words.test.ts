import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.ts";
import { languageByCode } from "../../../src/analysis/languages.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../../src/analysis/lexicon/read-lexicon.ts";
import { repairedWords } from "../../../src/search/query/repaired-words.ts";
import { index } from "../../answering/island.ts";

const lexicon = createLexicon(readLexicon());

function readAs(question: string, language: "de" | "en", indexed: readonly string[] = []): string[] {
  const tokens = analyze(question, languageByCode(language));
  const repaired = repairedWords(tokens, language, { lexicon, isIndexed: (term) => indexed.includes(term) });
  return [...repaired.values()].map(
    ({ text, folded, isStopWord }) => `${text}: ${folded}${isStopWord ? " (stop)" : ""}`,
  );
}

describe("misspelt words that the documents lack", () => {
  it("are read as the word of the language that one letter makes of them", () => {
    expect(readAs("welche Regieurng hat die Spraxhe", "de")).toEqual(["Regieurng: regierung", "Spraxhe: sprache"]);
    expect(readAs("what did the goverment anounce", "en")).toEqual(["goverment: government", "anounce: announce"]);
  });

  it("are function words, too", () => {
    expect(readAs("welhce Stadt", "de")).toEqual(["welhce: welche (stop)"]);
  });

  it("stay as they are where a list or the documents have them", () => {
    expect(readAs("die Armee des Blorbs", "de", ["blorb"])).toEqual([]);
    expect(readAs("Waffenlieferungen", "de")).toEqual([]);
  });

  it("are not made of names, which stand with a capital inside an English question", () => {
    expect(readAs("who is Goverment", "en")).toEqual([]);
  });

  it("stay read so in questions without capitals", () => {
    const concepts = index.prepare("how many lihgthouses are there", "en").concepts;
    expect(concepts.find(({ text }) => text === "lihgthouses")?.correctedTo).toBeDefined();
  });
});
