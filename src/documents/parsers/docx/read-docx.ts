import mammoth from "mammoth";
import { unzip } from "../archive/unzip.ts";
import { documentOfBlocks, unparsable } from "../extracted-document.ts";
import { blocksOf } from "../html/blocks/collect-blocks.ts";
import { openPage } from "../html/open-page.ts";
import { readShownFacts, withoutFacts, withTitleShown } from "../office/shown-facts.ts";
import type { ParsedDocument } from "../parser.ts";
import { nestsDeeperThan } from "../xml.ts";
import { readCoreProperties } from "./core-properties.ts";
import { importedHtml, unreadableImport } from "./imported-files.ts";
import { placeChunks, placeLabels, prepareParts } from "./preparing/prepare.ts";
import { zipOf } from "./zip.ts";

/** By the names that Word, LibreOffice and pandoc store for their own styles in every language. */
const styleMap = [
  "p[style-name='Title'] => h1.document-title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Author'] => p.document-author:fresh",
  "p[style-name='Date'] => p.document-date:fresh",
  "p[style-name^='caption'] => p.caption:fresh",
  "p[style-name^='Caption'] => p.caption:fresh",
  "p[style-name='Image Caption'] => p.caption:fresh",
  "p[style-name='Table Caption'] => p.caption:fresh",
  "p[style-name='Illustration'] => p.caption:fresh",
  "p[style-name='Figure'] => p.caption:fresh",
  "p[style-name='Table'] => p.caption:fresh",
  "p[style-name^='toc '] => p.contents:fresh",
  "p[style-name^='TOC '] => p.contents:fresh",
  "p[style-name^='Contents '] => p.contents:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='macro'] => pre:separator('\\n')",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Block Text'] => blockquote:fresh",
  "p[style-name='Definition Term'] => dl > dt:fresh",
  "p[style-name='Definition'] => dl > dd:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='heading 7'] => h6:fresh",
  "p[style-name='heading 8'] => h6:fresh",
  "p[style-name='heading 9'] => h6:fresh",
];

/** Nested tables stay far below this; reading takes quadratic time in it. */
const maxNesting = 500;

/** The parts of the archive that are read: text, styles, numbering, notes, properties, and imported files. */
const readParts = /\.(?:xml|rels|x?html?|mht(?:ml)?|txt|docx?|rtf)$/i;
/** Documents nested more deeply are not read. */
const maxImports = 2;

/**
 * Reads a Word document as Word shows it. Its pictures, comments, headers and footers are not read.
 * @throws AppError `document-unparsable`.
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<ParsedDocument> {
  const { html, properties, objects } = await htmlOf(bytes, file, 0);
  const page = openPage(`<html><head></head><body>${html}</body></html>`);
  const shown = readShownFacts(page);
  const blocks = blocksOf(page.body);
  const metadata = { ...withTitleShown(readCoreProperties(properties), blocks), ...shown.metadata };
  const document = documentOfBlocks(withoutFacts(blocks, shown), metadata, file);
  return objects === 0 ? document : { ...document, gaps: [{ kind: "objects-unreadable", count: objects }] };
}

interface ConvertedDocument {
  readonly html: string;
  readonly properties: Uint8Array | undefined;
  /** How many objects a mark stands for. */
  readonly objects: number;
}

async function htmlOf(bytes: Uint8Array, file: string, depth: number): Promise<ConvertedDocument> {
  const parts = unzip(bytes, file, { kind: "Word document", isWanted: (name) => readParts.test(name) });
  if (!parts.has("[Content_Types].xml")) throw unparsable(file, "it is no Word document");
  for (const [name, content] of parts) {
    if (name.endsWith(".xml") && nestsDeeperThan(maxNesting, content)) {
      throw unparsable(file, `its parts nest deeper than ${maxNesting} elements`);
    }
  }
  const prepared = prepareParts(parts);
  const { value } = await mammoth.convertToHtml(
    // Passes on only the parts that were unpacked within the limits, so that the library cannot find others in the
    // file.
    { buffer: zipOf(prepared.parts) },
    {
      styleMap,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    },
  );
  let { objects } = prepared;
  const chunks: string[] = [];
  for (const name of prepared.chunks) {
    const content = name === undefined ? undefined : parts.get(name);
    const html =
      name === undefined || content === undefined || depth >= maxImports
        ? undefined
        : await importedHtml(name, content, async (inner) => (await htmlOf(inner, file, depth + 1)).html);
    if (html === undefined) objects += 1;
    chunks.push(html ?? unreadableImport);
  }
  return { html: placeChunks(placeLabels(value), chunks), properties: parts.get("docProps/core.xml"), objects };
}
