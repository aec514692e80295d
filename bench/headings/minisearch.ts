import type { Language } from "../../src/analysis/language.ts";
import { hasFunctions, peerPackage, peerVersion } from "../engines/peer-packages.ts";
import type { FieldedPeer } from "./peer.ts";

interface MiniSearch {
  add(document: { id: number; title: string; headings: string; text: string }): void;
  search(question: string, options: { boost: Record<string, number> }): readonly { readonly id: number }[];
}

type MiniSearchClass = new (options: { fields: string[]; processTerm: (term: string) => string | null }) => MiniSearch;

/** @returns null for stop words */
export function stemIn(language: Language): (word: string) => string | null {
  return (word) => {
    const folded = language.fold(word);
    return folded === "" || language.isStopWord(folded) ? null : language.stem(folded);
  };
}

export const miniSearchPeer: FieldedPeer = {
  key: "minisearch",
  name: "MiniSearch",
  setup: "fields for title, headings and text, the documents' stems and stop words, headings twice",
  version: () => peerVersion("minisearch"),
  async build(passages, language) {
    const MiniSearch = peerPackage("minisearch", (value): value is MiniSearchClass => hasFunctions(value, "loadJSON"));
    const index = new MiniSearch({ fields: ["title", "headings", "text"], processTerm: stemIn(language) });
    passages.forEach(({ title, headings, text }, id) => {
      index.add({ id, title, headings: headings.join(" "), text });
    });
    return {
      search: async (question, most) =>
        index
          .search(question, { boost: { headings: 2 } })
          .slice(0, most)
          .map(({ id }) => id),
      close: async () => undefined,
    };
  },
};
