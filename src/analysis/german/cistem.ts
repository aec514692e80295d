/**
 * CISTEM, the German stemmer of Leonie Weissweiler and Alexander Fraser ("Developing a Stemmer for German Based on a
 * Comparative Analysis of Publicly Available Stemmers", GSCL 2017), in its case-insensitive form: people type nouns in
 * lower case.
 * @param word lower case, or any case; umlauts may be there or folded away
 * @param keepsGe where the word's first `ge` is known to be no participle's, so that it stays
 */
export function cistem(word: string, keepsGe = false): string {
  let stem = word
    .toLowerCase()
    .replaceAll("ü", "u")
    .replaceAll("ö", "o")
    .replaceAll("ä", "a")
    .replaceAll("ß", "ss");
  if (!keepsGe && stem.length >= 6 && stem.startsWith("ge")) stem = stem.slice(2);
  // Digraphs count as one letter, a doubled letter keeps its first: the lengths below are counted in such units.
  stem = stem
    .replaceAll("sch", "$")
    .replaceAll("ei", "%")
    .replaceAll("ie", "&")
    .replace(/(.)\1/gs, "$1*");
  while (stem.length > 3) {
    if (stem.length > 5 && /(?:e[mr]|nd)$/.test(stem)) stem = stem.slice(0, -2);
    else if (/[tesn]$/.test(stem)) stem = stem.slice(0, -1);
    else break;
  }
  return stem
    .replace(/(.)\*/gs, "$1$1")
    .replaceAll("%", "ei")
    .replaceAll("&", "ie")
    .replaceAll("$", "sch");
}
