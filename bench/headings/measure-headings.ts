/** How well engines that are given titles and headings find passages in collections as people have them. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { openCollection, readForEvaluation, readJudgments } from "../../scripts/evaluation/evaluation-setup.ts";
import { detectLanguage } from "../../src/analysis/detect-language.ts";
import { languageByCode } from "../../src/analysis/languages.ts";
import type { DocumentInput } from "../../src/search/index/index-writer.ts";
import { search } from "../../src/search/search.ts";
import type { HeadingsQuality } from "../results.ts";
import { e5Peer } from "./e5.ts";
import { miniSearchPeer } from "./minisearch.ts";
import type { FieldedPassage, FieldedPeer, FieldedSearcher } from "./peer.ts";
import { sqlitePeer } from "./sqlite.ts";

export const fieldedPeers: readonly FieldedPeer[] = [miniSearchPeer, sqlitePeer, e5Peer];

const realCollections = "../shared/gold/real";
/** So many candidates are ranked. */
const candidates = 200;

interface JudgedCollection {
  readonly name: string;
  readonly folder: string;
  readonly judgments: string;
}

/** The collections that are there: those kept beside the project, and the project's own small one. */
function collections(): JudgedCollection[] {
  const real = existsSync(realCollections) ? readdirSync(realCollections) : [];
  return [
    ...real.map((name) => ({
      name,
      folder: path.join(realCollections, name, "seeds"),
      judgments: path.join(realCollections, name, "questions.jsonl"),
    })),
    {
      name: "workshop",
      folder: "tests/fixtures/workshop/documents",
      judgments: "tests/fixtures/workshop/questions.jsonl",
    },
  ];
}

export async function measureHeadings(report: (line: string) => void): Promise<HeadingsQuality> {
  const measured: HeadingsQuality = { collections: [], engines: [] };
  const installed = fieldedPeers.flatMap((peer) => {
    const version = peer.version();
    if (version === undefined) report(`${peer.name} is skipped: it is not installed.`);
    return version === undefined ? [] : [{ peer, version }];
  });
  measured.engines.push(
    { engine: "fundstelle", name: "Fundstelle", setup: "as it is", version: null, places: [] },
    ...fieldedPeers.map(({ key, name, setup }) => ({
      engine: key,
      name,
      setup,
      version: installed.find(({ peer }) => peer.key === key)?.version ?? null,
      places: [],
    })),
  );
  for (const collection of collections()) {
    const { lexicon, documents } = await readForEvaluation(collection.folder);
    const passages = documents.flatMap(fieldedPassages);
    const judgments = readJudgments(collection.judgments).filter(({ answerable }) => answerable);
    measured.collections.push({ name: collection.name, passages: passages.length, questions: judgments.length });
    const german = documents.filter(({ document }) => document.metadata.language === "de").length;
    const language = languageByCode(german * 2 >= documents.length ? "de" : "en");
    const engines: [string, () => Promise<FieldedSearcher>][] = [
      ["fundstelle", async () => ownSearcher(documents, lexicon)],
      ...installed.map(({ peer }): [string, () => Promise<FieldedSearcher>] => [
        peer.key,
        () => peer.build(passages, language),
      ]),
    ];
    for (const [key, build] of engines) {
      const searcher = await build();
      const places: (number | null)[] = [];
      try {
        for (const { question, gold } of judgments) {
          const found = await searcher.search(question);
          const at = found.findIndex((id) =>
            gold.some(
              ({ doc, contains }) =>
                passages[id]?.file === doc && squashed(passages[id].text).includes(squashed(contains)),
            ),
          );
          places.push(at < 0 ? null : at + 1);
        }
      } finally {
        await searcher.close();
      }
      measured.engines.find(({ engine }) => engine === key)?.places.push(places);
      const first = places.filter((place) => place === 1).length / Math.max(1, places.length);
      report(`${collection.name}, ${key}: R@1 ${first.toFixed(3)}`);
    }
  }
  return measured;
}

function fieldedPassages({ document, passages }: DocumentInput): (FieldedPassage & { readonly file: string })[] {
  return passages.map(({ range, headingPath }) => ({
    file: document.file,
    title: document.metadata.title,
    headings: [...headingPath].reverse(),
    text: document.canonicalText.slice(range.start, range.end),
  }));
}

function ownSearcher(
  documents: readonly DocumentInput[],
  lexicon: Awaited<ReturnType<typeof readForEvaluation>>["lexicon"],
): FieldedSearcher {
  const { index } = openCollection({ documents, lexicon });
  return {
    async search(question) {
      const query = await index.prepare(question, detectLanguage(question, lexicon) ?? "de");
      const { hits } = await search(index, query, { limit: candidates });
      return hits.slice(0, 10).map(({ id }) => id);
    },
    close: async () => undefined,
  };
}

function squashed(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
