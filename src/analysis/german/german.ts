import { LRUCache } from "lru-cache";
import type { Language } from "../language.ts";
import { cistem } from "./cistem.ts";
import { splitCompound } from "./compounds.ts";
import { foldGerman } from "./folding.ts";
import { germanStopWords } from "./stop-words.ts";
import { withoutVerbInfix } from "./verb-prefixes.ts";

const folds = new LRUCache<string, string>({ max: 50_000 });
const stems = new LRUCache<string, string>({ max: 50_000 });

/** German: umlaut folding, CISTEM stems, frequency-based compound splitting. */
export const german: Language = {
  code: "de",
  fold: (word) => cached(folds, word, foldGerman),
  stem: (folded) => cached(stems, folded, (word) => cistem(withoutVerbInfix(word))),
  isStopWord: (folded) => germanStopWords.has(folded),
  splitCompound,
};

function cached(cache: LRUCache<string, string>, key: string, compute: (key: string) => string): string {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = compute(key);
  cache.set(key, value);
  return value;
}
