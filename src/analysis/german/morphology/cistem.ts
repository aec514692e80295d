/**
 * CISTEM, the German stemmer of Leonie Weissweiler and Alexander Fraser ("Developing a Stemmer for German Based on a
 * Comparative Analysis of Publicly Available Stemmers", GSCL 2017), in its case-insensitive form: people type nouns in
 * lower case.
 * @param word lower case, or any case; umlauts may be there or folded away
 * @param keepsGe where the word's first `ge` is known to be no participle's, so that it stays
 */
export function cistem(word: string, keepsGe = false): string {
  let stem = isFolded(word) ? word : folded(word);
  if (!keepsGe && stem.length >= 6 && stem.startsWith("ge")) stem = stem.slice(2);
  // Digraphs count as one letter, and of a doubled letter the first is kept: the lengths below are in such units.
  stem = withDoublesMarked(stem.replaceAll("sch", "$").replaceAll("ei", "%").replaceAll("ie", "&"));
  stem = stem.slice(0, lengthWithoutEndings(stem));
  if (!/[*%&$]/.test(stem)) return stem;
  return stem.replace(/(.)\*/gs, "$1$1").replaceAll("%", "ei").replaceAll("&", "ie").replaceAll("$", "sch");
}

function isFolded(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

function folded(word: string): string {
  return word.toLowerCase().replaceAll("ü", "u").replaceAll("ö", "o").replaceAll("ä", "a").replaceAll("ß", "ss");
}

/** The second letter of each pair as an asterisk. */
function withDoublesMarked(word: string): string {
  let marked = "";
  let from = 0;
  for (let i = 1; i < word.length; i++) {
    if (word.charCodeAt(i) !== word.charCodeAt(i - 1)) continue;
    marked += `${word.slice(from, i)}*`;
    from = ++i;
  }
  return from === 0 ? word : marked + word.slice(from);
}

const [d, e, m, n, r, s, t] = [..."demnrst"].map((letter) => letter.charCodeAt(0));

function lengthWithoutEndings(word: string): number {
  let length = word.length;
  while (length > 3) {
    const last = word.charCodeAt(length - 1);
    const before = word.charCodeAt(length - 2);
    if (length > 5 && ((before === e && (last === m || last === r)) || (before === n && last === d))) length -= 2;
    else if (last === t || last === e || last === s || last === n) length -= 1;
    else break;
  }
  return length;
}
