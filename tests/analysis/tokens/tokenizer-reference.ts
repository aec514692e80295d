/** Tokens by patterns alone, as slow as that is: what `scan` must agree with. */
import { findNames } from "../../../src/analysis/exact/names.ts";
import { findDates } from "../../../src/analysis/tokens/dates.ts";
import type { Token } from "../../../src/analysis/tokens/token.ts";
import { maxWordChars } from "../../../src/analysis/tokens/tokenizer.ts";
import { isUnspaced, wordsOfUnspaced } from "../../../src/analysis/tokens/unspaced.ts";

/** A possessive ending is no part of the word. */
const possessive = /['’]s?$/u;

/** In order: dotted abbreviations (z. B., U.S.), numbers with separators, also close before a unit (10kg), words with inner apostrophes, hyphens and breaks. */
const pieces =
  /(?<![\p{L}\p{N}])\p{L}\.(?:[ \u00a0\u202f]?\p{L}\.)+|\p{N}+(?:[.,:\u202f'’]\p{N}+)*(?:(?![\p{L}\p{M}\p{N}])|(?=(?:[km]?g|[ckm]?m|m?l|t|h|min|ms|k?Wh?|V|[KMGT]B|km\/h|EUR|USD|CHF|Uhr)(?![\p{L}\p{M}\p{N}])))|[\p{L}\p{M}\p{N}]+(?:[\u00ad\u200b-\u200d\u2060\ufeff]+[\p{L}\p{M}\p{N}]+)*(?:['’][\p{L}\p{M}]+)*(?:(?:[-‐‑–](?=[\p{L}\p{N}])|[-‐\u00ad](?:\r\n|[\n\r])[ \t>]*(?=\p{Ll})(?!(?:und|oder|bis|sowie|bzw|and|or|to)(?![\p{L}\p{M}])))[\p{L}\p{M}\p{N}]+(?:[\u00ad\u200b-\u200d\u2060\ufeff]+[\p{L}\p{M}\p{N}]+)*(?:['’][\p{L}\p{M}]+)*)*/gu;
const hyphen = /[-‐‑–](?:[\r\n]+[ \t>]*)?|\u00ad[\r\n]+[ \t>]*/u;
const thousands = /^\p{N}{1,3}(?:[.,\u202f'’]\p{N}{3})+$/u;
const thousandsAndDecimals = /^(\p{N}{1,3}([.,\u202f'’])\p{N}{3}(?:\2\p{N}{3})*)(?!\2)[.,](\p{N}+)$/u;
/** Soft hyphens and other places where a word may be broken, which nobody sees. */
const breaks = /[\u00ad\u200b-\u200d\u2060\ufeff]+/gu;

export function tokenizeByPatterns(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pieces)) {
    const piece = match[0];
    const start = match.index;
    const first = piece.charCodeAt(0);
    if (isUnspaced(piece)) {
      for (const { text: word, offset } of wordsOfUnspaced(piece)) {
        push(tokens, /^\p{N}+$/u.test(word) ? "number" : "word", word, start + offset, start + offset + word.length);
      }
    } else if (first < 128 ? first >= 48 && first <= 57 : /^\p{N}/u.test(piece)) {
      if (/\p{L}/u.test(piece)) pushWord(tokens, piece, start);
      else pushNumber(tokens, piece, start);
    } else if (piece.length > 2 && piece.charCodeAt(1) === 46 && piece.endsWith(".")) {
      tokens.push({ text: piece.replace(/[^\p{L}]/gu, ""), kind: "word", start, end: start + piece.length });
    } else {
      pushWord(tokens, piece, start);
    }
  }
  for (const date of findDates(text)) {
    tokens.push({ text: date.iso, kind: "date", start: date.start, end: date.end });
  }
  return withNames(tokens, text).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The names of the text beside its words; what stands in a name is marked, and its own parts are left out. */
function withNames(tokens: readonly Token[], text: string): Token[] {
  const names = findNames(text);
  const rest = tokens.flatMap((token): Token[] => {
    const name =
      token.kind === "date" ? undefined : names.find(({ start, end }) => start <= token.start && token.end <= end);
    if (name === undefined) return [token];
    const isWhole = token.start === name.start && token.end === name.end;
    const isProse = name.kind === "path" && !/^[/.~@]|^\p{L}:/u.test(name.key);
    const isPartly = ["code", "file", "symbol", "section"].includes(name.kind);
    const chars = token.end - token.start;
    const isKept = isProse || (isPartly && chars >= 4 && chars < name.key.length);
    if (token.kind === "joined") return isKept ? [token] : [];
    if (token.kind === "word") return [isKept ? token : { ...token, isInName: true }];
    if (name.kind === "number" && !isWhole) return [];
    return [name.kind === "version" && isWhole ? token : { ...token, isInName: true }];
  });
  const found = names.map(({ kind, key, start, end }): Token => {
    return { text: key, kind: kind === "number" && /^\d[\d.]*$/.test(key) ? "number" : "name", start, end };
  });
  return [...rest, ...found];
}

function pushWord(tokens: Token[], piece: string, start: number): void {
  if (!hyphen.test(piece)) {
    push(tokens, "word", piece, start, start + piece.length);
    return;
  }
  const separators = [...piece.matchAll(new RegExp(hyphen, "gu")), undefined];
  let at = 0;
  for (const separator of separators) {
    const end = separator?.index ?? piece.length;
    const part = piece.slice(at, end);
    push(tokens, /^\p{N}+$/u.test(part) ? "number" : "word", part, start + at, start + end);
    at = end + (separator?.[0].length ?? 0);
  }
  push(tokens, "joined", piece.replace(new RegExp(hyphen, "gu"), ""), start, start + piece.length);
}

function pushNumber(tokens: Token[], piece: string, start: number): void {
  push(tokens, "number", normalized(piece), start, start + piece.length);
}

/** Without what parts thousands, and with a point before decimals. */
function normalized(number: string): string {
  if (thousands.test(number)) return withoutSeparators(number);
  const [, whole, , decimals] = thousandsAndDecimals.exec(number) ?? [];
  return whole === undefined ? number.replace(",", ".") : `${withoutSeparators(whole)}.${decimals}`;
}

function withoutSeparators(number: string): string {
  return number.replace(/[.,\u202f'’]/gu, "");
}

function push(tokens: Token[], kind: Token["kind"], text: string, start: number, end: number): void {
  const word = text.replace(breaks, "").replace(possessive, "");
  if (word === "") return;
  tokens.push({ text: word.length > maxWordChars ? cut(word) : word, kind, start, end });
}

function cut(word: string): string {
  const isInsidePair = /[\ud800-\udbff]/.test(word.charAt(maxWordChars - 1));
  return word.slice(0, isInsidePair ? maxWordChars - 1 : maxWordChars);
}
