import { getDocumentProxy } from "unpdf";
import { documentOfBlocks, unparsable } from "../extracted-document.ts";
import type { ParsedDocument } from "../parser.ts";
import { blocksOfPages } from "./blocks.ts";
import { type Line, linesOf, type TextRun } from "./lines.ts";
import { readPdfMetadata } from "./metadata.ts";

const maxPages = 5_000;
/** A document of so many runs is a drawing. */
const maxRunsPerPage = 50_000;
/** Readers look for the signature in so many bytes. */
const signatureBytes = 1_024;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf["getPage"]>>;
type Matrix = readonly [number, number, number, number, number, number];

/**
 * Reads the text layer of a PDF file. Text that stands neither upright nor turned with its page is left out: stamps.
 * @throws AppError `document-unparsable`.
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<ParsedDocument> {
  const head = Buffer.from(bytes.subarray(0, signatureBytes)).toString("latin1");
  if (!head.includes("%PDF-")) throw unparsable(file, "it is no PDF file");
  const pdf = await open(bytes, file);
  if (pdf.numPages > maxPages) throw unparsable(file, `it has more than ${maxPages} pages`);
  const { info } = await pdf.getMetadata();
  const pages: Line[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(linesOf(await runsOf(page, file)));
    page.cleanup();
  }
  await pdf.destroy();
  const document = documentOfBlocks(blocksOfPages(pages), readPdfMetadata(info), file);
  if (document.paragraphs.length > 0) return document;
  const remedy = "Run a text recognition over it, or take it out.";
  throw unparsable(file, "it holds no text, at most pictures of text", { remedy });
}

async function open(bytes: Uint8Array, file: string): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0, disableFontFace: true, useSystemFonts: false });
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === "PasswordException";
    if (isLocked) {
      throw unparsable(file, "it is protected by a password", { remedy: "Save it without a password.", cause });
    }
    throw unparsable(file, "it is damaged", { cause });
  }
}

async function runsOf(page: Page, file: string): Promise<TextRun[]> {
  const { items } = await page.getTextContent();
  if (items.length > maxRunsPerPage) throw unparsable(file, `a page has more than ${maxRunsPerPage} pieces of text`);
  const view = matrixOf(page.getViewport({ scale: 1 }).transform);
  const runs: TextRun[] = [];
  for (const item of items) {
    if (!("str" in item) || item.str === "") continue;
    const [a, b, c, d, x, y] = product(view, matrixOf(item.transform));
    if (Math.abs(b) > Math.abs(a) * 0.1) continue;
    // The page's own coordinates run from the top to the bottom.
    runs.push({ text: item.str, x, y: -y, width: item.width, size: Math.hypot(c, d) });
  }
  return runs;
}

function matrixOf(values: readonly unknown[]): Matrix {
  const at = (i: number) => {
    const value = values[i];
    return typeof value === "number" && Number.isFinite(value) ? value : 0;
  };
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

function product([a, b, c, d, e, f]: Matrix, [a2, b2, c2, d2, e2, f2]: Matrix): Matrix {
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f];
}
