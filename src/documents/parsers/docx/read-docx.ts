import mammoth from "mammoth";
import { documentOfBlocks, unparsable } from "../extracted-document.ts";
import { blocksOf } from "../html/blocks/blocks.ts";
import { openPage } from "../html/open-page.ts";
import type { ParsedDocument } from "../parser.ts";
import { readCoreProperties } from "./core-properties.ts";
import { nestsDeeperThan } from "./nesting.ts";
import { unzip } from "./unzip.ts";
import { zipOf } from "./zip.ts";

/** By the names that Word and LibreOffice store for their own styles in every language. */
const styleMap = [
  "p[style-name='Title'] => h1.document-title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name^='caption'] => p.caption:fresh",
  "p[style-name^='Caption'] => p.caption:fresh",
  "p[style-name='Illustration'] => p.caption:fresh",
  "p[style-name='Figure'] => p.caption:fresh",
  "p[style-name='Table'] => p.caption:fresh",
  "p[style-name^='toc '] => p.contents:fresh",
  "p[style-name^='TOC '] => p.contents:fresh",
  "p[style-name^='Contents '] => p.contents:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='heading 7'] => h6:fresh",
  "p[style-name='heading 8'] => h6:fresh",
  "p[style-name='heading 9'] => h6:fresh",
];

/** Tables in tables in tables stay far below; reading takes time in the square of it. */
const maxNesting = 500;

/** The parts of the archive that are read: text, styles, numbering, notes, properties. */
const readParts = /(?:\.xml|\.rels)$/i;

/**
 * Reads a Word document. Its pictures, comments, headers and footers are not read.
 * @throws AppError `document-unparsable`.
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<ParsedDocument> {
  const parts = unzip(bytes, file, (name) => readParts.test(name));
  if (!parts.has("[Content_Types].xml")) throw unparsable(file, "it is no Word document");
  for (const [name, content] of parts) {
    if (name.endsWith(".xml") && nestsDeeperThan(maxNesting, content)) {
      throw unparsable(file, `its parts nest deeper than ${maxNesting} elements`);
    }
  }
  const { value } = await mammoth.convertToHtml(
    // Only what was unpacked within the limits: nothing that another reader of archives would find in the file.
    { buffer: zipOf(parts) },
    {
      styleMap,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    },
  );
  const page = openPage(`<html><head></head><body>${value}</body></html>`);
  return documentOfBlocks(blocksOf(page.body), readCoreProperties(parts.get("docProps/core.xml")), file);
}
