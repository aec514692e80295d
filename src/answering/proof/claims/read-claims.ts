import { defined } from "../../../defined.ts";
import { AppError } from "../../../errors.ts";
import { parseCitation } from "../../citing/citation.ts";
import { shownSource } from "../shown-source.ts";
import { citationsInLine, type FoundCitation } from "./citations-in-text.ts";
import type { Claim } from "./claim.ts";
import { claimsOfJson } from "./claims-of-json.ts";
import { quotesNear } from "./quote-near.ts";

/**
 * What a text claims: citations one a line, answers as JSON, or the text of a message with quotes beside citations.
 * @param isKnownKey whether a document has that key, which tells citations in prose from other words with a colon
 * @throws AppError `citation-invalid` where the text has no citation
 */
export function readClaims(text: string, isKnownKey: (key: string) => boolean): readonly Claim[] {
  const claims = claimsOfJson(text) ?? claimsOfList(text) ?? claimsOfMessage(text, isKnownKey);
  if (claims.length > 0) return claims;
  throw new AppError(
    "citation-invalid",
    "There is no citation to verify.",
    "Give citations such as zweckgemeinschaft-2023:7, an answer of ask --json, or a message's text.",
  );
}

/** If no line has more than one word, every line is meant as a citation; one that is not becomes a claim that fails. */
function claimsOfList(text: string): Claim[] | undefined {
  const lines = linesOf(text)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.some((line) => /\s/.test(line))) return undefined;
  return lines.map((label) => {
    const reference = parseCitation(label);
    return { label, quotes: [], isLookUp: true, ...defined({ reference }) };
  });
}

function claimsOfMessage(text: string, isKnownKey: (key: string) => boolean): Claim[] {
  const lines = linesOf(text);
  const found = lines.map((line) => citationsInLine(line, isKnownKey));
  const isCitation = (line: number): boolean => (found[line] ?? []).length > 0;
  let last: Pick<Claim, "reference" | "quotes"> = { quotes: [] };
  return found.flatMap((citations, at) => {
    const line = lines[at] ?? "";
    if (isSpan(line, citations))
      return citations.map(({ label, reference }) => ({ label, reference, quotes: [], isLookUp: true }));
    const fileSha256 = /\bSHA-256 `?([0-9a-f]{64})\b/i.exec(line)?.[1]?.toLowerCase();
    const quotes = quotesNear(lines, at, citations, isCitation);
    const source = shownSource(lines, at, citations[0]?.start ?? 0, isCitation);
    const lists = listsIn(line, citations);
    const isLookUp = quoted.test(line);
    return citations.map(({ label, reference }, position): Claim => {
      // The line with the file's hash belongs to the passage above it and has no quote of its own.
      if (position === 0 && fileSha256 !== undefined) return { label, reference, quotes: [], fileSha256 };
      const own = quotes[position] ?? [];
      if (own.length === 0 && lists[position] === "similar") {
        return { label, reference, quotes: [], isLookUp: true };
      }
      // Other places of the words that were cited just before.
      if (own.length === 0 && lists[position] === "elsewhere") return sameWordsAt({ label, reference }, last);
      last = { reference, quotes: own };
      // Something that looks like a citation inside a quote is part of the quote's words.
      const shown = position === 0 && source !== undefined ? { shown: source } : {};
      return { label, reference, quotes: own, isLookUp, ...shown };
    });
  });
}

/** The same words have the same fingerprint, wherever they stand. */
function sameWordsAt(
  { label, reference }: Pick<FoundCitation, "label" | "reference">,
  { reference: cited, quotes }: Pick<Claim, "reference" | "quotes">,
): Claim {
  const fingerprint = reference.fingerprint ?? cited?.fingerprint;
  return { label, reference: { ...reference, ...defined({ fingerprint }) }, quotes };
}

/** Introduces citations of the same words, as messages and terminals write it in German and English. */
const elsewhere = /\s*(?:ebenso in|auch in|also in)(?=\s)/iuy;

/** Introduces citations of passages that say much the same and are not quoted. */
const similar = /\s*(?:ähnlich in|much the same in)(?=\s)/iuy;

type ListKind = "elsewhere" | "similar";

/** In which list of a line each of its citations stands: lists begin the line or stand behind a "·". */
function listsIn(line: string, citations: readonly FoundCitation[]): readonly (ListKind | undefined)[] {
  let list = listAt(line, 0);
  let from = 0;
  return citations.map(({ start }) => {
    const dot = line.slice(from, start).lastIndexOf("·");
    if (dot >= 0) list = listAt(line, from + dot + 1);
    from = start;
    let before = start;
    while (/[`\\]/.test(line.charAt(before - 1))) before--;
    return /[\s,]/u.test(line.charAt(before - 1)) ? list : undefined;
  });
}

/** Which list begins at a place of a line. */
function listAt(line: string, start: number): ListKind | undefined {
  const begins = (words: RegExp): boolean => {
    words.lastIndex = start;
    return words.test(line);
  };
  if (begins(elsewhere)) return "elsewhere";
  return begins(similar) ? "similar" : undefined;
}

const quoted = /^(?: {4}|\s*>)/;

/** "From here … to there" says where to read, and quotes nothing. */
function isSpan(line: string, [first, second]: readonly FoundCitation[]): boolean {
  if (first === undefined || second === undefined) return false;
  return /^[`\s]*(?:…|\.\.\.|[–-])[`\s]*$/u.test(line.slice(first.end, second.start));
}

function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
}
