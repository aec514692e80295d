import { isKnownLatin, latinLetters } from "./latin-letters.ts";
import { latinLikelihood } from "./latin-likelihood.ts";
import { decodeCp850, decodeWindows1252 } from "./single-byte.ts";

export interface GuessedText {
  /** As browsers call the encoding, where they know it. */
  readonly name: string;
  readonly text: string;
}

interface Candidate {
  readonly name: string;
  readonly decode: (bytes: Uint8Array) => string | undefined;
}

/** This many characters around non-ASCII bytes are enough to tell encodings apart. */
const maxJudgedChars = 20_000;
/** How many times likelier, as a power of two, than in windows-1252 Latin letters must be in another encoding. */
const latinAdvantage = 6;
/** How much better than Latin letters those of another script must look, in points per character. */
const advantage = 0.25;

const latinCandidates: readonly Candidate[] = [...latinLetters.keys()].map((name) => {
  if (name === "windows-1252") return { name, decode: decodeWindows1252 };
  if (name === "cp850") return { name, decode: decodeCp850 };
  return strictCandidate(name);
});

/** Other scripts, the most common first. */
const otherCandidates: readonly Candidate[] = [
  "windows-1251",
  "koi8-r",
  "ibm866",
  "shift_jis",
  "euc-jp",
  "gb18030",
  "big5",
  "euc-kr",
].map(strictCandidate);

/** The encoding in which a text's letters look most like those of words; where nothing tells, windows-1252. */
export function guessEncoding(bytes: Uint8Array): GuessedText {
  const sample = sampleOf(bytes);
  const latin = likeliestLatin(sample);
  let best = { candidate: latin.candidate, score: plausibility(latin.text) + advantage };
  for (const candidate of otherCandidates) {
    const text = candidate.decode(sample);
    if (text === undefined) continue;
    const score = plausibility(text);
    if (score > best.score) best = { candidate, score };
  }
  const { name, decode } = best.candidate;
  const text = decode(bytes);
  // A sample may be whole where the rest is not.
  return text === undefined ? { name: "windows-1252", text: decodeWindows1252(bytes) } : { name, text };
}

function likeliestLatin(sample: Uint8Array): { readonly candidate: Candidate; readonly text: string } {
  const usual: Candidate = { name: "windows-1252", decode: decodeWindows1252 };
  const usualText = decodeWindows1252(sample);
  let best = { candidate: usual, text: usualText, bits: latinLikelihood(usual.name, usualText) + latinAdvantage };
  for (const candidate of latinCandidates) {
    const text = candidate.decode(sample);
    if (text === undefined) continue;
    const bits = latinLikelihood(candidate.name, text);
    if (bits > best.bits) best = { candidate, text, bits };
  }
  return best;
}

function strictCandidate(name: string): Candidate {
  return { name, decode: (bytes) => decodeStrictly(name, bytes) };
}

function decodeStrictly(name: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch (error) {
    // Not this encoding, or none that this Node knows.
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whole lines that hold more than ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= maxJudgedChars) return bytes;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  let start = Math.max(0, first);
  while (start > 0 && bytes[start - 1] !== 0x0a && first - start < 1_000) start -= 1;
  const end = bytes.indexOf(0x0a, start + maxJudgedChars);
  return bytes.subarray(start, end < 0 ? bytes.length : end);
}

const usualSigns = /[„“”‚‘’»«–—…•€§°²³©®½µ¿¡ºª×\u00a0]/u;
const isLetter = /\p{L}/u;
const isAscii = /^[\x20-\x7e\t\n\r]$/;

const wide = /[\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]/u;
/** The most frequent characters of Chinese in both scripts, and of Japanese: one in three of any text. */
const frequentHan: ReadonlySet<string> = new Set(
  "的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經去法学學如都同现現当當动動面起看定天分还還进進好小部其些主理心本前开開但因只从從日者市月十南北东東西京城港报報告書书社新",
);

/** How much the characters beyond ASCII look like parts of words and of usual punctuation, from -4 to 2 a character. */
function plausibility(text: string): number {
  let [sum, count] = [0, 0];
  const chars = [...text.slice(0, maxJudgedChars)];
  for (const [i, char] of chars.entries()) {
    if (isAscii.test(char)) continue;
    count += 1;
    sum += scoreOf(char, chars[i - 1] ?? " ", chars[i + 1] ?? " ");
  }
  return count === 0 ? 0 : sum / count;
}

function scoreOf(char: string, before: string, after: string): number {
  if (/[\p{Cc}\p{Co}\p{Cn}\ufffd]/u.test(char)) return -4;
  const isInside = isLetter.test(before) && isLetter.test(after);
  if (!isLetter.test(char)) {
    // Box-drawing lines, daggers and per mille signs inside a word are letters of another encoding.
    if (isInside) return /[’'·\u00ad-]/u.test(char) ? 1 : -3;
    return usualSigns.test(char) ? 1 : -1;
  }
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(char))
    return scoreOfCjk(char, before, after);
  if (/\p{Script=Cyrillic}/u.test(char)) return scoreOfCyrillic(char, before, after);
  const isUpperInside = /\p{Lu}/u.test(char) && /\p{Ll}/u.test(before);
  if (isUpperInside) return -3;
  const hasNeighbour = /[A-Za-z]/.test(before) || /[A-Za-z]/.test(after);
  if (!hasNeighbour && (isLetter.test(before) || isLetter.test(after))) return -2;
  return isKnownLatin(char) ? 2 : hasNeighbour ? 0.5 : -1;
}

/** Words are in lower case, except for their first letter, and in a single script. */
function scoreOfCyrillic(char: string, before: string, after: string): number {
  if (/[A-Za-z]/.test(before) || /[A-Za-z]/.test(after)) return -3;
  if (/\p{Lu}/u.test(char) && /\p{Ll}/u.test(before)) return -3;
  if (!/[\u0410-\u044f\u0451\u0401]/u.test(char)) return -1;
  if (!isLetter.test(before) && !isLetter.test(after)) return -0.5;
  return /\p{Ll}/u.test(char) ? 2 : 1;
}

/** A single one between Latin letters is two letters of another encoding. */
function scoreOfCjk(char: string, before: string, after: string): number {
  if (/[A-Za-z]/.test(before) && /[A-Za-z]/.test(after)) return -3;
  if (/[\uff61-\uff9f]/u.test(char)) return -1;
  const hasPeer = wide.test(before) || wide.test(after);
  if (!hasPeer) return -1;
  if (/[\u3041-\u30ff\uac00-\ud7a3]/u.test(char) || frequentHan.has(char)) return 2;
  return /[\u4e00-\u9fff]/u.test(char) ? 0.3 : -1;
}
