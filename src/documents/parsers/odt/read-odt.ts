import { defined } from "../../../defined.ts";
import { parseMakers } from "../../metadata/authors.ts";
import { isPlaceholderTitle } from "../../metadata/placeholder-title.ts";
import { documentOfBlocks, unparsable, wordsOnOneLine } from "../extracted-document.ts";
import { blocksOf } from "../html/blocks/collect-blocks.ts";
import { openPage } from "../html/open-page.ts";
import { parseLanguageTag } from "../language-tag.ts";
import { OfficeParts } from "../office/parts.ts";
import { readShownFacts, withoutFacts, withTitleShown } from "../office/shown-facts.ts";
import type { FoundMetadata, ParsedDocument } from "../parser.ts";
import { childAt, elementsIn, type XmlElement } from "../xml.ts";
import { OdtConversion } from "./convert.ts";

const wanted = /^(?:content|styles|meta)\.xml$|^mimetype$|(?:^|\/)content\.xml$/;

/**
 * Reads a text of OpenDocument as office programs show it. Its pictures, comments, headers and footers are not read.
 * @throws AppError `document-unparsable`.
 */
export function readOdt(bytes: Uint8Array, file: string): ParsedDocument {
  const parts = new OfficeParts(bytes, file, "OpenDocument text", (name) => wanted.test(name));
  const content = parts.root("content.xml");
  const text = childAt(content, "office:body", "office:text");
  if (text === undefined) throw unparsable(file, "it is no OpenDocument text");
  const conversion = new OdtConversion(parts, [parts.root("styles.xml"), content]);
  const html = conversion.htmlOf(text);
  const page = openPage(`<html><head></head><body>${html}</body></html>`);
  const shown = readShownFacts(page);
  const blocks = blocksOf(page.body);
  const stated = withTitleShown(metadataOf(parts.root("meta.xml"), conversion.language), blocks);
  const document = documentOfBlocks(withoutFacts(blocks, shown), { ...stated, ...shown.metadata }, file);
  const { objects } = conversion;
  return objects === 0 ? document : { ...document, gaps: [{ kind: "objects-unreadable", count: objects }] };
}

function metadataOf(root: XmlElement | undefined, styled: string | undefined): FoundMetadata {
  const field = (name: string) => wordsOnOneLine(elementsIn(root, name)[0]?.textContent);
  const title = field("dc:title");
  const authors = parseMakers([field("meta:initial-creator") ?? field("dc:creator")]);
  const assumedLanguage = parseLanguageTag(field("dc:language") ?? styled);
  return {
    ...(title === undefined || isPlaceholderTitle(title) ? {} : { title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...defined({ assumedLanguage }),
  };
}
