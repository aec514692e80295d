import { files, options, partNumbers, symbols, telephones, versions } from "./names.ts";
import { amounts, measures, ordinals, romanFigures, times } from "./numbers.ts";
import type { ExactKind } from "./rounds.ts";
import { directions, editions, negations, phrases, titles, unspaced } from "./words.ts";

/** Every kind that is checked on made-up values. To add one, write it and name it here. */
export const exactKinds: readonly ExactKind[] = [
  partNumbers,
  versions,
  symbols,
  options,
  files,
  telephones,
  amounts,
  measures,
  times,
  ordinals,
  romanFigures,
  phrases,
  titles,
  negations,
  directions,
  editions,
  unspaced,
];
