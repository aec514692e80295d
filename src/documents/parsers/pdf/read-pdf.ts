import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import type { ReadingGap } from "../../document.ts";
import { documentOfBlocks, type ExtractedBlock, unparsable } from "../extracted-document.ts";
import type { ParsedDocument, ReadingOptions } from "../parser.ts";
import { shapesOf } from "./drawn-shapes.ts";
import { inColumns } from "./layout/columns.ts";
import { joinRuns, type Line } from "./layout/lines.ts";
import { blocksOfPages } from "./layout/page-blocks.ts";
import { cMapFolder } from "./library/c-maps.ts";
import { countingFailedFonts } from "./library/failed-fonts.ts";
import "./library/buffers.ts";
import { withFactsAsText } from "./head-lines.ts";
import { readPdfMetadata } from "./metadata.ts";
import { recognisePage } from "./recognise.ts";
import { type Page, type Pdf, textOfPage } from "./runs.ts";

const maxPages = 5_000;
/** Readers look for the signature within this many bytes. */
const signatureBytes = 1_024;

/**
 * Reads the text layer of a PDF file, and what is filled into its forms. Text that stands turned by a quarter is read in
 * its own direction, after what stands upright; text askew is left out: stamps.
 * @throws AppError `document-unparsable`.
 */
export async function readPdf(
  bytes: Uint8Array,
  file: string,
  { recognise }: ReadingOptions = { recognise: false },
): Promise<ParsedDocument> {
  const head = Buffer.from(bytes.subarray(0, signatureBytes)).toString("latin1");
  if (!head.includes("%PDF-")) throw unparsable(file, "it is no PDF file");
  const pdf = await open(bytes, file);
  if (pdf.numPages > maxPages) throw unparsable(file, `it has more than ${maxPages} pages`);
  const { info } = await pdf.getMetadata();
  const pages: Line[][] = [];
  const recognised: ExtractedBlock[] = [];
  const gaps = new PageGaps();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { result, fonts } = await countingFailedFonts(() => textOfPage(page, file));
    const { directions, unreadable } = result;
    const lines = directions.flatMap((runs) => inColumns(joinRuns(runs)));
    pages.push(lines);
    const isPicture = lines.length === 0 && (await hasPictures(page));
    const found = isPicture && recognise ? ((await recognisePage(pdf, number)) ?? []) : [];
    recognised.push(...found);
    gaps.add({
      page: number,
      unreadable,
      outside: lines.length === 0 && unreadable === 0 ? await lettersOutside(page) : 0,
      hasFailedFonts: fonts > 0,
      isEmpty: isPicture,
      isRecognised: found.length > 0,
    });
    page.cleanup();
  }
  await pdf.destroy();
  const blocks = [...withFactsAsText(blocksOfPages(pages)), ...recognised].sort(
    (a, b) => (a.page ?? 0) - (b.page ?? 0),
  );
  const document = documentOfBlocks(blocks, readPdfMetadata(info), file);
  if (document.paragraphs.some(({ kind }) => kind !== "boilerplate")) return { ...document, gaps: gaps.list() };
  if (document.paragraphs.length > 0) return { ...document, paragraphs: shownAll(document), gaps: gaps.list() };
  throw gaps.hasLetters
    ? unparsable(file, "its fonts do not say which letters they show", {
        remedy: "Print it anew, or run a text recognition over it.",
      })
    : unparsable(file, "it holds no text, at most pictures of text", {
        remedy: "Run a text recognition over it, set OCR=true where tesseract is installed, or take it out.",
      });
}

/** Where nothing but page numbers and running heads would be left, they are the text. */
function shownAll({ paragraphs }: ParsedDocument): ParsedDocument["paragraphs"] {
  return paragraphs.map(({ kind: _kind, rule: _rule, ...paragraph }) => ({ ...paragraph, kind: "text" }));
}

interface PageFindings {
  readonly page: number;
  /** How many letters. */
  readonly unreadable: number;
  /** How many stand outside of the page. */
  readonly outside: number;
  readonly hasFailedFonts: boolean;
  readonly isEmpty: boolean;
  readonly isRecognised: boolean;
}

/** What could not be read of which pages. */
class PageGaps {
  #letters = 0;
  readonly #pagesOfLetters: number[] = [];
  readonly #empty: number[] = [];
  readonly #recognised: number[] = [];

  /** Whether fonts do not say which letters they show. */
  hasLetters = false;

  add({ page, unreadable, outside, hasFailedFonts, isEmpty, isRecognised }: PageFindings): void {
    const isUnreadable = unreadable > 0 || hasFailedFonts;
    if (isUnreadable) this.hasLetters = true;
    if (isUnreadable || outside > 0) this.#pagesOfLetters.push(page);
    this.#letters += unreadable + outside;
    if (isRecognised) this.#recognised.push(page);
    else if (isEmpty) this.#empty.push(page);
  }

  list(): ReadingGap[] {
    const letters: ReadingGap = { kind: "letters-unreadable", count: this.#letters, pages: this.#pagesOfLetters };
    const empty: ReadingGap = { kind: "pages-without-text", pages: this.#empty };
    const found: ReadingGap = { kind: "recognised", pages: this.#recognised };
    return [
      ...(this.#pagesOfLetters.length > 0 ? [letters] : []),
      ...(this.#empty.length > 0 ? [empty] : []),
      ...(this.#recognised.length > 0 ? [found] : []),
    ];
  }
}

/** How many letters a page draws of which it shows none, because they stand outside of it. */
async function lettersOutside(page: Page): Promise<number> {
  return (await shapesOf(page)).join("").replace(/\s+/gu, "").length;
}

/** Whether a page shows anything but text. */
async function hasPictures(page: Page): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray } = await page.getOperatorList();
  const pictures = new Set([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.shadingFill,
  ]);
  return fnArray.some((operation) => pictures.has(operation));
}

async function open(bytes: Uint8Array, file: string): Promise<Pdf> {
  try {
    // The library takes its bytes away, and takes no buffers.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 1,
      disableFontFace: true,
      useSystemFonts: false,
      cMapUrl: cMapFolder,
      cMapPacked: true,
      useWorkerFetch: false,
    });
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === "PasswordException";
    if (isLocked) {
      throw unparsable(file, "it is protected by a password", { remedy: "Save it without a password.", cause });
    }
    throw unparsable(file, "it is damaged", { cause });
  }
}
