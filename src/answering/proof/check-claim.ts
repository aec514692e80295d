import { defined } from "../../defined.ts";
import type { Passage } from "../../documents/document.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import type { DocumentOnDisk } from "../citing/catalogue.ts";
import { formatCitationWithFingerprint } from "../citing/citation.ts";
import { fingerprintOf, hasFingerprint, sha256Of } from "../citing/fingerprint.ts";
import { type LineRange, lineRangeOf } from "../citing/lines.ts";
import { namedPlace } from "../citing/named-place.ts";
import { shownText } from "../shown/shown-text.ts";
import { check } from "./check.ts";
import { checkFacts } from "./check-facts.ts";
import type { Claim } from "./claims/claim.ts";
import { isQuoteOf } from "./match-quote.ts";
import type { Check, QuoteLocation } from "./proof.ts";
import { checkShown } from "./shown-source.ts";

/** The words that a citation refers to, according to the index. */
export interface CitedWords {
  readonly document: Pick<IndexedDocument, "fileSha256" | "textSha256">;
  readonly passage: Passage;
  readonly text: string;
  /** Whether they are at the cited place. */
  readonly isInPlace: boolean;
}

/** Checks a claim against a document as its file has it. */
export function checkClaim(
  claim: Claim,
  { document: indexed, passage, text, isInPlace }: CitedWords,
  disk: DocumentOnDisk,
): { readonly checks: readonly Check[]; readonly location: QuoteLocation; readonly unchecked: readonly string[] } {
  const { document } = disk;
  const { canonicalText, isPlainText } = document;
  const { range, bytes } = passage;
  const words = canonicalText.slice(range.start, range.end);
  const asShown = (text: string): string => shownText({ file: document.file, kind: passage.kind, text, start: 0 }).text;
  const quoteSha256 = sha256Of(words);
  const lines = isPlainText ? lineRangeOf(canonicalText, range) : undefined;
  const location: QuoteLocation = {
    citation: formatCitationWithFingerprint({ ...passage, fingerprint: fingerprintOf(words) }),
    file: document.file,
    parser: document.parser,
    range,
    ...(isPlainText ? { bytes } : {}),
    ...defined({ lines, page: passage.page, lastPage: passage.lastPage }),
    headingPath: passage.headingPath,
    ...defined({ anchor: passage.anchor }),
    fileSha256: document.fileSha256,
    textSha256: document.textSha256,
    quoteSha256,
    text: words,
  };
  const { reference, highlight } = claim;
  const shown =
    claim.shown === undefined ? { checks: [], unchecked: [] } : checkShown(claim.shown, document.metadata, passage);
  const cited = {
    text: words,
    sentences: passage.sentences.map(({ start, end }) => ({ start: start - range.start, end: end - range.start })),
  };
  const hashes = [indexed.fileSha256, ...(claim.fileSha256 === undefined ? [] : [claim.fileSha256])];
  const checks = [
    check("document", claim.file === undefined || claim.file === document.file, document.file),
    check(
      "file-hash",
      hashes.every((hash) => hash === document.fileSha256),
      document.fileSha256,
    ),
    check("text-hash", indexed.textSha256 === document.textSha256, document.textSha256),
    check("place", isInPlace && isPassageOf(disk, passage), location.citation),
    check("range", words === text && isSameRange(claim.range, range), `${range.start}–${range.end}`),
    ...(lines === undefined
      ? []
      : [
          check("bytes", disk.textAt(bytes) === words, `${bytes.start}–${bytes.end}`),
          check("lines", isSameLines(disk.linesAt(bytes), lines), `${lines.first}–${lines.last}`),
        ]),
    ...(reference?.fingerprint === undefined
      ? []
      : [check("fingerprint", hasFingerprint(words, reference.fingerprint), fingerprintOf(words))]),
    ...claim.quotes.map((quote) => check("quote", isQuoteOf(quote, cited, asShown), words)),
    ...(highlight === undefined
      ? []
      : [
          check(
            "highlight",
            highlight.start >= range.start && highlight.end <= range.end && highlight.start < highlight.end,
          ),
        ]),
    ...checkFacts(claim.stated ?? {}, { document, passage, text: words, highlight }),
    ...shown.checks,
  ];
  return { checks, location, unchecked: [...(claim.unchecked ?? []), ...shown.unchecked] };
}

/** Whether these words are still one or more whole passages or paragraphs of the file. */
function isPassageOf({ passages, paragraphs }: DocumentOnDisk, passage: Passage): boolean {
  const { paragraph, lastParagraph, part, range } = passage;
  const isDivided = passages.some(
    (candidate) =>
      candidate.paragraph === paragraph &&
      candidate.lastParagraph === lastParagraph &&
      candidate.part === part &&
      isSameRange(candidate.range, range),
  );
  const named = namedPlace(paragraphs, passage);
  return isDivided || (named !== undefined && isSameRange(named.range, range));
}

function isSameRange(claimed: Passage["range"] | undefined, range: Passage["range"]): boolean {
  return claimed === undefined || (claimed.start === range.start && claimed.end === range.end);
}

function isSameLines(one: LineRange, other: LineRange): boolean {
  return one.first === other.first && one.last === other.last;
}
