import { type FoundName, findNames } from "../exact/names.ts";
import { alternatives } from "../languages.ts";
import { type CalendarDate, findDates } from "./dates.ts";
import { withLetters } from "./letter-entities.ts";
import type { Token } from "./token.ts";
import { isUnspaced, wordsOfUnspaced } from "./unspaced.ts";

/** A possessive ending is no part of the word. */
const possessive = /['’]s?$/u;

/**
 * In order: dotted abbreviations (z. B., U.S.), numbers with separators, also close before a unit (10kg), words with inner apostrophes,
 * hyphens, also where a line ends in one and the word goes on in the next, and places where they may be broken.
 */
const pieces = new RegExp(
  String.raw`(?<![\p{L}\p{N}])\p{L}\.(?:[ \u00a0\u202f]?\p{L}\.)+|\p{N}+(?:[.,:\u202f'’]\p{N}+)*(?:(?![\p{L}\p{M}\p{N}])|(?=(?:[km]?g|[ckm]?m|m?l|t|h|min|ms|k?Wh?|V|[KMGT]B|km/h|EUR|USD|CHF|Uhr)(?![\p{L}\p{M}\p{N}])))|[\p{L}\p{M}\p{N}]+(?:[\u00ad\u200b-\u200d\u2060\ufeff]+[\p{L}\p{M}\p{N}]+)*(?:['’][\p{L}\p{M}]+)*(?:(?:[-‐‑–](?=[\p{L}\p{N}])|[-‐\u00ad](?:\r\n|[\n\r])[ \t>]*(?=\p{Ll})(?!(?:${alternatives(({ documents }) => documents?.behindSuspendedHyphen)})(?![\p{L}\p{M}])))[\p{L}\p{M}\p{N}]+(?:[\u00ad\u200b-\u200d\u2060\ufeff]+[\p{L}\p{M}\p{N}]+)*(?:['’][\p{L}\p{M}]+)*)*`,
  "gu",
);
/** With the end of the line that it stands at, where a word was broken there. */
const hyphen = /[-‐‑–](?:[\r\n]+[ \t>]*)?|\u00ad[\r\n]+[ \t>]*/u;
const hyphens = new RegExp(hyphen, "gu");
const thousands = /^\p{N}{1,3}(?:[.,\u202f'’]\p{N}{3})+$/u;
const thousandsAndDecimals = /^(\p{N}{1,3}([.,\u202f'’])\p{N}{3}(?:\2\p{N}{3})*)(?!\2)[.,](\p{N}+)$/u;
/** Soft hyphens and other places where a word may be broken, which nobody sees. */
const breaks = /[\u00ad\u200b-\u200d\u2060\ufeff]+/gu;

/** Receives the tokens of a text. */
export interface TokenTaker {
  /**
   * A plain word, as nearly all are: German or English letters and nothing else, at most `maxWordChars`.
   * @param hash of its letters
   */
  word(start: number, end: number, hash: number): void;
  /** Any other token. */
  token(token: Token): void;
}

/**
 * Splits a text into tokens, in the order in which they begin, shorter ones first. A hyphenated word gives its parts
 * and, once more, the whole without hyphens (`joined`); a date gives its words and numbers and, once more, the day as ISO
 * (`date`), and a name with marks or figures itself once more (`name`). Words of more than `maxWordChars` are cut there.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  scan(text, {
    word: (start, end) => tokens.push({ text: text.slice(start, end), kind: "word", start, end }),
    token: (token) => tokens.push(token),
  });
  return tokens;
}

/** What a character means to `scan`, by its code below 256. */
const kinds = new Uint8Array(256);
const [letter, separator, stop] = [1, 2, 3];
for (const char of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZäöüÄÖÜß") kinds[char.charCodeAt(0)] = letter;
for (const char of ' \t\n\r,;:!?()[]{}"/*#_=+<>|&%$§«»\u00a0') kinds[char.charCodeAt(0)] = separator;
kinds[".".charCodeAt(0)] = stop;

/** Like `tokenize`, but without creating an object for plain words. */
export function scan(written: string, taker: TokenTaker): void {
  const text = withLetters(written);
  const dates = findDates(text);
  const names = findNames(text);
  if (dates.length + names.length === 0) scanWords(text, taker);
  else {
    const merging = new Merger(text, dates, names, taker);
    scanWords(text, merging);
    merging.end();
  }
}

/** Merges dates and names into the other tokens, and marks the tokens inside a name. */
class Merger implements TokenTaker {
  readonly #text: string;
  readonly #found: readonly Token[];
  readonly #names: readonly FoundName[];
  readonly #taker: TokenTaker;
  #next = 0;
  #nextName = 0;

  constructor(text: string, dates: readonly CalendarDate[], names: readonly FoundName[], taker: TokenTaker) {
    this.#text = text;
    this.#names = names;
    this.#taker = taker;
    this.#found = [
      ...dates.map(({ iso, start, end }): Token => ({ text: iso, kind: "date", start, end })),
      ...names.map(({ kind, key, start, end }): Token => {
        const isNumber = kind === "number" && /^\d[\d.]*$/.test(key);
        return { text: key, kind: isNumber ? "number" : "name", start, end };
      }),
    ].sort((a, b) => a.start - b.start || a.end - b.end);
  }

  word(start: number, end: number, hash: number): void {
    this.#takeBefore(start, end);
    const name = this.#nameAround(start, end);
    if (name === undefined || keepsWord(name, end - start)) this.#taker.word(start, end, hash);
    else this.#taker.token({ text: this.#text.slice(start, end), kind: "word", start, end, isInName: true });
  }

  token(token: Token): void {
    this.#takeBefore(token.start, token.end);
    const name = this.#nameAround(token.start, token.end);
    if (name === undefined) this.#taker.token(token);
    else if (name.kind === "number" && token.kind === "number" && token.end - token.start < name.end - name.start) {
      // One number of several groups is none of its groups.
    } else if (token.kind === "joined") {
      // The whole is there already, as the name.
      if (keepsWord(name, token.end - token.start)) this.#taker.token(token);
    } else if (token.kind === "word" && keepsWord(name, token.end - token.start)) this.#taker.token(token);
    else if (name.kind !== "version" || token.end - token.start < name.end - name.start)
      this.#taker.token({ ...token, isInName: true });
    else this.#taker.token(token);
  }

  end(): void {
    this.#takeBefore(Number.POSITIVE_INFINITY, 0);
  }

  #nameAround(start: number, end: number): FoundName | undefined {
    while ((this.#names[this.#nextName]?.end ?? Number.POSITIVE_INFINITY) <= start) this.#nextName++;
    const name = this.#names[this.#nextName];
    return name !== undefined && name.start <= start && end <= name.end ? name : undefined;
  }

  #takeBefore(start: number, end: number): void {
    for (let token = this.#found[this.#next]; token !== undefined; token = this.#found[++this.#next]) {
      if (token.start > start || (token.start === start && token.end >= end)) return;
      this.#taker.token(token);
    }
  }
}

/** From this length on, a word inside a name counts in its own right: Covid in Covid-19. */
const wholeWordChars = 4;

function keepsWord({ kind, key }: FoundName, chars: number): boolean {
  switch (kind) {
    case "path":
      // und/oder sets words side by side; /etc/hosts and @team/web are names.
      return !/^[/.~@]|^\p{L}:/u.test(key);
    case "code":
    case "file":
    case "symbol":
    case "section":
      return chars >= wholeWordChars && chars < key.length;
    default:
      return false;
  }
}

/** "innen" behind a word and a mark, as in Mitglieder:innen, is no word of its own. */
function isGenderEnding(text: string, start: number, end: number): boolean {
  if (end - start !== 5 || start < 4 || text.slice(start, end).toLowerCase() !== "innen") return false;
  return /\p{L}\\?(?:[:*_]|\/-?)$/u.test(text.slice(start - 4, start));
}

function scanWords(text: string, taker: TokenTaker): void {
  let at = 0;
  while (at < text.length) {
    const kind = kinds[text.charCodeAt(at)] ?? 0;
    if (kind === separator || kind === stop) {
      at++;
      continue;
    }
    if (kind === letter) {
      let hash = 0x811c9dc5;
      let end = at;
      for (; end < text.length; end++) {
        const code = text.charCodeAt(end);
        if (kinds[code] !== letter) break;
        hash = Math.imul(hash ^ code, 0x01000193);
      }
      if (endsPlainWord(text, at, end)) {
        if (!isGenderEnding(text, at, end)) taker.word(at, end, hash);
        at = end;
        continue;
      }
    }
    pieces.lastIndex = at;
    const piece = pieces.exec(text);
    if (piece === null) break;
    takePiece(piece[0], piece.index, taker);
    at = piece.index + piece[0].length;
  }
}

/** Whether nothing that belongs to the word can follow; one letter and a stop may be an abbreviation's beginning. */
function endsPlainWord(text: string, start: number, end: number): boolean {
  if (end - start > maxWordChars) return false;
  if (end === text.length) return true;
  const code = text.charCodeAt(end);
  const kind = kinds[code] ?? 0;
  return kind === separator || (kind === stop && end - start > 1) || isQuotationMark(code);
}

/** „ “ ” and the ellipsis. */
function isQuotationMark(code: number): boolean {
  return code === 0x201e || code === 0x201c || code === 0x201d || code === 0x2026;
}

function takePiece(piece: string, start: number, taker: TokenTaker): void {
  if (isUnspaced(piece)) {
    for (const { text, offset } of wordsOfUnspaced(piece)) {
      take(taker, /^\p{N}+$/u.test(text) ? "number" : "word", text, start + offset, start + offset + text.length);
    }
    return;
  }
  const first = piece.charCodeAt(0);
  if (first < 128 ? first >= 48 && first <= 57 : /^\p{N}/u.test(piece)) {
    if (/\p{L}/u.test(piece)) takeWord(taker, piece, start);
    else takeNumber(taker, piece, start);
  } else if (piece.length > 2 && piece.charCodeAt(1) === 46 && piece.endsWith(".")) {
    taker.token({ text: piece.replace(/[^\p{L}]/gu, ""), kind: "word", start, end: start + piece.length });
  } else {
    takeWord(taker, piece, start);
  }
}

/** No language has longer words; the limit keeps all later steps linear. */
export const maxWordChars = 64;

function takeWord(taker: TokenTaker, piece: string, start: number): void {
  if (!hyphen.test(piece)) {
    take(taker, "word", piece, start, start + piece.length);
    return;
  }
  let at = 0;
  for (const match of [...piece.matchAll(hyphens), undefined]) {
    const end = match?.index ?? piece.length;
    const part = piece.slice(at, end);
    take(taker, /^\p{N}+$/u.test(part) ? "number" : "word", part, start + at, start + end);
    if (at === 0) take(taker, "joined", piece.replace(hyphens, ""), start, start + piece.length);
    at = end + (match?.[0].length ?? 0);
  }
}

function takeNumber(taker: TokenTaker, piece: string, start: number): void {
  take(taker, "number", normalized(piece), start, start + piece.length);
}

/** Without thousands separators, and with a point before decimals. */
function normalized(number: string): string {
  if (thousands.test(number)) return withoutSeparators(number);
  const [, whole, , decimals] = thousandsAndDecimals.exec(number) ?? [];
  return whole === undefined ? number.replace(",", ".") : `${withoutSeparators(whole)}.${decimals}`;
}

function withoutSeparators(number: string): string {
  return number.replace(/[.,\u202f'’]/gu, "");
}

function take(taker: TokenTaker, kind: Token["kind"], text: string, start: number, end: number): void {
  const word = text.replace(breaks, "").replace(possessive, "");
  if (word === "") return;
  taker.token({ text: word.length > maxWordChars ? cut(word) : word, kind, start, end });
}

function cut(word: string): string {
  const isInsidePair = /[\ud800-\udbff]/.test(word.charAt(maxWordChars - 1));
  return word.slice(0, isInsidePair ? maxWordChars - 1 : maxWordChars);
}
