/** How well engines that are given titles and headings find passages in collections as people have them. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { openCollection, readForEvaluation, readJudgments } from "../../scripts/evaluation/evaluation-setup.ts";
import { languageByCode } from "../../src/analysis/languages.ts";
import { ask } from "../../src/answering/ask.ts";
import type { Judgment } from "../../src/evaluation/judgments.ts";
import type { NearPassage } from "../../src/meaning/meaning-index.ts";
import type { DocumentInput } from "../../src/search/index/index-writer.ts";
import type { HeadingsQuality } from "../results.ts";
import { e5Peer } from "./e5.ts";
import { miniSearchPeer } from "./minisearch.ts";
import type { FieldedPassage, FieldedPeer, FieldedSearcher } from "./peer.ts";
import { sqlitePeer } from "./sqlite.ts";

export const fieldedPeers: readonly FieldedPeer[] = [miniSearchPeer, sqlitePeer, e5Peer];

const realCollections = "../shared/gold/real";
/** The places that the shares are about. */
const places = 10;
/** How many of the model's nearest passages the program ranks with those that words find, as in `open-meaning.ts`. */
const nearestLimit = 50;
const withModel = "fundstelle-e5";

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
    {
      engine: withModel,
      name: "Fundstelle with e5",
      setup: "the same with the model below",
      version: null,
      places: [],
    },
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
    const record = async (key: string, searcher: FieldedSearcher): Promise<void> => {
      const found = await placesOf(searcher, judgments, passages);
      measured.engines.find(({ engine }) => engine === key)?.places.push(found);
      const first = found.filter((place) => place === 1).length / Math.max(1, found.length);
      report(`${collection.name}, ${key}: R@1 ${first.toFixed(3)}`);
    };
    for (const [key, build] of engines) {
      const searcher = await build();
      try {
        await record(key, searcher);
        if (key === e5Peer.key) await record(withModel, ownSearcher(documents, lexicon, searcher));
      } finally {
        await searcher.close();
      }
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

/** The program's own answers. @param model finds passages by meaning; absent: words alone do */
function ownSearcher(
  documents: readonly DocumentInput[],
  lexicon: Awaited<ReturnType<typeof readForEvaluation>>["lexicon"],
  model?: FieldedSearcher,
): FieldedSearcher {
  const { index } = openCollection({ documents, lexicon });
  const numbers = new Map<string, number>();
  const near: Omit<NearPassage, "likeness">[] = [];
  for (const { document, passages } of documents) {
    passages.forEach(({ range }, position) => {
      numbers.set(`${document.metadata.key} ${range.start}`, near.length);
      near.push({ documentKey: document.metadata.key, position });
    });
  }
  const nearest = async (question: string): Promise<readonly NearPassage[]> =>
    ((await model?.search(question, nearestLimit)) ?? []).flatMap((id, rank) => {
      const passage = near[id];
      return passage === undefined ? [] : [{ ...passage, likeness: 1 / (1 + rank) }];
    });
  return {
    async search(question, most) {
      const { answer } = await ask(index, question, lexicon, { limit: most }, nearest);
      return answer.passages.flatMap(
        ({ passage }) => numbers.get(`${passage.documentKey} ${passage.range.start}`) ?? [],
      );
    },
    close: async () => undefined,
  };
}

/** The place of the first right passage for each question, from 1; null beyond the tenth. */
async function placesOf(
  searcher: FieldedSearcher,
  judgments: readonly Judgment[],
  passages: readonly (FieldedPassage & { readonly file: string })[],
): Promise<(number | null)[]> {
  const found: (number | null)[] = [];
  for (const { question, gold } of judgments) {
    const ids = await searcher.search(question, places);
    const at = ids.findIndex((id) =>
      gold.some(
        ({ doc, contains }) => passages[id]?.file === doc && squashed(passages[id].text).includes(squashed(contains)),
      ),
    );
    found.push(at < 0 ? null : at + 1);
  }
  return found;
}

function squashed(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
