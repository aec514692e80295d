import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Engine, Searcher } from "./engine.ts";
import { hasFunctions, peerPackage, peerVersion } from "./peer-packages.ts";

type Token = unknown;

interface Pipeline {
  reset(): void;
  add(...functions: unknown[]): void;
}

interface Builder {
  readonly pipeline: Pipeline;
  readonly searchPipeline: Pipeline;
  ref(name: string): void;
  field(name: string): void;
  add(document: { id: number; text: string }): void;
  build(): Index;
}

interface Index {
  query(
    build: (query: { term(terms: readonly Token[], options: object): void }) => void,
  ): readonly { readonly ref: string }[];
}

interface Lunr {
  readonly Builder: new () => Builder;
  readonly Index: { load(saved: unknown): Index };
  readonly Pipeline: { registerFunction(step: unknown, label: string): void };
  readonly de: { readonly stemmer: unknown; readonly stopWordFilter: unknown };
  tokenizer(text: string): readonly Token[];
}

interface Extensible {
  tokenizer(text: string): readonly Token[];
}

interface Updatable {
  update(change: (text: string) => string): unknown;
}

function lunr(): Lunr & { readonly trimmer: unknown } {
  const base = peerPackage("lunr", (value): value is Extensible => hasFunctions(value, "tokenizer", "Builder"));
  for (const extension of ["lunr-languages/lunr.stemmer.support", "lunr-languages/lunr.de"]) {
    peerPackage(extension, (value): value is (target: unknown) => void => typeof value === "function")(base);
  }
  if (!isGermanLunr(base)) throw new Error("lunr's German extension has another shape than the benchmarks expect.");
  // The extension's own trimmer cuts numbers away.
  const trimmer = (token: Updatable): unknown =>
    token.update((text) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  base.Pipeline.registerFunction(trimmer, "trimmer-with-numbers");
  return Object.assign(base, { trimmer });
}

function isGermanLunr(value: Extensible): value is Lunr {
  return (
    hasFunctions(value, "Builder", "tokenizer", "Index", "Pipeline") &&
    "de" in value &&
    hasFunctions(value.de, "stemmer", "stopWordFilter")
  );
}

function searcher(index: Index, { tokenizer }: Lunr): Searcher {
  return {
    search: (question) =>
      index
        .query((query) => query.term(tokenizer(question), {}))
        .slice(0, 10)
        .map(({ ref }) => Number(ref)),
    save: (folder) => writeFile(join(folder, "index.json"), JSON.stringify(index)),
  };
}

export const lunrEngine: Engine = {
  key: "lunr",
  name: "lunr",
  setup: "lunr-languages German, numbers kept",
  version: () => `${peerVersion("lunr")} + ${peerVersion("lunr-languages")}`,
  async build({ passages }) {
    const library = lunr();
    const builder = new library.Builder();
    builder.ref("id");
    builder.field("text");
    builder.pipeline.reset();
    builder.pipeline.add(library.trimmer, library.de.stopWordFilter, library.de.stemmer);
    builder.searchPipeline.reset();
    builder.searchPipeline.add(library.trimmer, library.de.stopWordFilter, library.de.stemmer);
    let id = 0;
    for await (const text of passages()) builder.add({ id: id++, text });
    return searcher(builder.build(), library);
  },
  async load(folder) {
    const library = lunr();
    const saved: unknown = JSON.parse(await readFile(join(folder, "index.json"), "utf8"));
    return searcher(library.Index.load(saved), library);
  },
};
