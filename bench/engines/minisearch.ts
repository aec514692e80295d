import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Engine, Searcher } from "./engine.ts";
import { hasFunctions, peerPackage, peerVersion } from "./peer-packages.ts";
import { germanStem } from "./stems.ts";

interface Options {
  fields: string[];
  processTerm: (term: string) => string | null;
}

interface MiniSearch {
  add(document: { id: number; text: string }): void;
  search(question: string): readonly { readonly id: number }[];
  toJSON(): unknown;
}

interface MiniSearchClass {
  new (options: Options): MiniSearch;
  loadJSON(json: string, options: Options): MiniSearch;
}

const options: Options = { fields: ["text"], processTerm: (term) => germanStem(term) || null };

function miniSearch(): MiniSearchClass {
  return peerPackage("minisearch", (value): value is MiniSearchClass => hasFunctions(value, "loadJSON"));
}

function searcher(index: MiniSearch): Searcher {
  return {
    search: (question) =>
      index
        .search(question)
        .slice(0, 10)
        .map(({ id }) => id),
    save: (folder) => writeFile(join(folder, "index.json"), JSON.stringify(index)),
  };
}

export const miniSearchEngine: Engine = {
  key: "minisearch",
  name: "MiniSearch",
  setup: "CISTEM stems, stop words",
  version: () => peerVersion("minisearch"),
  async build({ passages }) {
    const index = new (miniSearch())(options);
    let id = 0;
    for await (const text of passages()) index.add({ id: id++, text });
    return searcher(index);
  },
  load: async (folder) => searcher(miniSearch().loadJSON(await readFile(join(folder, "index.json"), "utf8"), options)),
};
