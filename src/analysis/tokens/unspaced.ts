/** Scripts whose writers put no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const han = /^\p{Script=Han}+$/u;

const segmenters = new Map<string, Intl.Segmenter>();

export interface UnspacedWord {
  readonly text: string;
  readonly offset: number;
}

/** Whether it is written in a script without spaces. Nearly all words are not, and take only a few comparisons. */
export function isUnspaced(piece: string): boolean {
  for (let at = 0; at < piece.length; at += 1) {
    if (piece.charCodeAt(at) >= 0x0e00) return unspaced.test(piece);
  }
  return false;
}

/**
 * The words in a run of such a script. Where a dictionary splits words may depend on their neighbours, so words of
 * three or more Chinese characters give their pairs as well.
 */
export function wordsOfUnspaced(piece: string): UnspacedWord[] {
  const words: UnspacedWord[] = [];
  for (const { segment, index, isWordLike } of segmenterFor(kana.test(piece) ? "ja" : "zh").segment(piece)) {
    if (isWordLike === false) continue;
    if (han.test(segment) && segment.length > 2) {
      for (let at = 0; at + 2 <= segment.length; at += 1) {
        words.push({ text: segment.slice(at, at + 2), offset: index + at });
        if (at === 0) words.push({ text: segment, offset: index });
      }
    } else words.push({ text: segment, offset: index });
  }
  return words;
}

function segmenterFor(locale: string): Intl.Segmenter {
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: "word" });
  segmenters.set(locale, known);
  return known;
}
