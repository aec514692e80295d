import type { IndexedDocument } from "../index/passage-table.ts";
import { bestFirst } from "../ranking/in-order.ts";
import type { Hit } from "../ranking/rank.ts";

/** How many hits are checked for other editions of the same document. */
const lookedAt = 24;
/** The bonus for being of the newest edition, as a share of the best score. */
const newestShare = 0.12;
/** Years, days and versions; other figures number things that stand side by side, as Zimmer 1 and Zimmer 2 do. */
const numbers =
  /(?<![\p{L}\p{N}])(?:(?:version|ausgabe|auflage|edition|fassung|stand|release)\s+)?(?:(?:1[89]|20)\d\d(?:[-_./]\d\d?){0,2}|v\d+(?:[._]\d+)*|\d+(?:\.\d+)+)(?![\p{L}\p{N}])|(?<!\p{L})(?:version|ausgabe|auflage|edition|fassung|release)\s+\d+|\d+\.\s+(?:auflage|ausgabe|fassung|edition)|(?<!\p{N})\d+(?:st|nd|rd|th)\s+edition/giu;

/** An edition of a document: what it is called without year and version, and which one it is. */
interface Edition {
  readonly name: string;
  readonly order: string;
}

/**
 * Of passages of several editions of a document (Hausordnung 2019, Hausordnung 2022) those of the newest come first, as far
 * as they are about equally good. The other hits stay as they are.
 */
export function newestFirst(hits: readonly Hit[], documentAt: (number: number) => IndexedDocument): readonly Hit[] {
  if (hits.length < 2) return hits;
  const near = hits.slice(0, lookedAt);
  const editions = new Map(near.map(({ document }) => [document, editionOf(documentAt(document))]));
  const newest = new Map<string, string>();
  const several = new Set<string>();
  for (const { name, order } of editions.values()) {
    if (name === "" || order === "") continue;
    const known = newest.get(name);
    if (known !== undefined && known !== order) several.add(name);
    if (known === undefined || known < order) newest.set(name, order);
  }
  if (several.size === 0) return hits;
  const weight = newestShare * Math.max(0, ...near.map(({ score }) => score));
  const judged = near.map((hit): Hit => {
    const edition = editions.get(hit.document);
    const isOld = edition !== undefined && several.has(edition.name) && newest.get(edition.name) !== edition.order;
    const value = isOld || hit.score === 0 ? 0 : 1;
    return {
      ...hit,
      score: hit.score + weight * value,
      signals: [...hit.signals, { name: "newest", weight, value }],
    };
  });
  return [...judged.sort(bestFirst(documentAt)), ...hits.slice(lookedAt)];
}

function editionOf({ metadata, file }: IndexedDocument): Edition {
  const inTitle = metadata.title.match(numbers) ?? [];
  const fileName = file.replace(/^.*\//u, "").replace(/\.[^.]+$/u, "");
  const figures = inTitle.length > 0 ? inTitle : (fileName.match(numbers) ?? []);
  const name = metadata.title
    .toLowerCase()
    .replace(numbers, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const written = figures
    .map((figure) => (figure.match(/\d+/g) ?? []).map((part) => part.padStart(6, "0")).join("."))
    .join(" ");
  return { name, order: `${written === "" ? (metadata.published?.until ?? "") : written}` };
}
