import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Encoder, Index } from "flexsearch";
import { z } from "zod";
import type { Engine, Searcher } from "./engine.ts";
import { ownVersion } from "./peer-packages.ts";
import { germanStems } from "./stems.ts";

const germanPackSchema = z.object({ default: z.record(z.string(), z.unknown()) });
const exportedSchema = z.tuple([z.string(), z.string().nullish()]);

function searcher(index: Index): Searcher {
  return {
    search: (question) => index.search(question, { limit: 10, suggest: true }).map(Number),
    async save(folder) {
      const output = createWriteStream(join(folder, "index.jsonl"));
      // Its export is whole only where nothing is awaited between its parts.
      await index.export((key: string, data?: string) => {
        output.write(`${JSON.stringify([key, data])}\n`);
      });
      output.end();
      await once(output, "close");
    },
  };
}

async function filled(index: Index, passages: () => AsyncIterable<string>): Promise<Searcher> {
  let id = 0;
  for await (const text of passages()) index.add(id++, text);
  return searcher(index);
}

async function loaded(index: Index, folder: string): Promise<Searcher> {
  for await (const line of createInterface({ input: createReadStream(join(folder, "index.jsonl")) })) {
    const [key, data] = exportedSchema.parse(JSON.parse(line));
    if (typeof data === "string") index.import(key, data);
  }
  return searcher(index);
}

async function asShipped(): Promise<Index> {
  const pack = germanPackSchema.parse(await import("flexsearch/lang/de")).default;
  return new Index({ encoder: new Encoder(pack), fastupdate: false });
}

function atItsBest(): Index {
  return new Index({ encode: germanStems, resolution: 100, fastupdate: false });
}

export const flexSearchEngine: Engine = {
  key: "flexsearch",
  name: "FlexSearch as shipped",
  setup: "German pack, suggest",
  version: () => ownVersion("flexsearch"),
  build: async ({ passages }) => filled(await asShipped(), passages),
  load: async (folder) => loaded(await asShipped(), folder),
};

export const flexSearchBestEngine: Engine = {
  key: "flexsearch-best",
  name: "FlexSearch at its best",
  setup: "CISTEM stems, stop words, suggest, resolution 100",
  version: () => ownVersion("flexsearch"),
  build: ({ passages }) => filled(atItsBest(), passages),
  load: (folder) => loaded(atItsBest(), folder),
};
