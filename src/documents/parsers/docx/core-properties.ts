import { DOMParser } from "linkedom";
import { defined } from "../../../defined.ts";
import { parseMakers } from "../../metadata/authors.ts";
import { isPlaceholderTitle } from "../../metadata/placeholder-title.ts";
import { wordsOnOneLine } from "../extracted-document.ts";
import type { HtmlPage } from "../html/dom.ts";
import { parseLanguageTag } from "../language-tag.ts";
import type { FoundMetadata } from "../parser.ts";

/** Reads `docProps/core.xml`: title, authors, language. The day on which the document was begun is no date of publication. */
export function readCoreProperties(xml: Uint8Array | undefined): FoundMetadata {
  if (xml === undefined) return {};
  const page: Pick<HtmlPage, "querySelector"> = new DOMParser().parseFromString(
    new TextDecoder().decode(xml),
    "text/xml",
  );
  const property = (name: string) => wordsOnOneLine(page.querySelector(name.replace(":", "\\:"))?.textContent);
  const title = property("dc:title");
  const authors = parseMakers([property("dc:creator")]);
  const publisher = property("dc:publisher");
  const assumedLanguage = parseLanguageTag(property("dc:language"));
  return {
    ...(title === undefined || isPlaceholderTitle(title) ? {} : { title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...defined({ publisher, assumedLanguage }),
  };
}
