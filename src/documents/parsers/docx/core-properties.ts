import { DOMParser } from "linkedom";
import { oneLine } from "../extracted-document.ts";
import type { HtmlPage } from "../html/dom.ts";
import { languageOf } from "../language-tag.ts";
import type { FoundMetadata } from "../parser.ts";
import { statedDate } from "../stated-date.ts";

/** Reads `docProps/core.xml`: title, author, language, and the day on which the document was begun. */
export function readCoreProperties(xml: Uint8Array | undefined): FoundMetadata {
  if (xml === undefined) return {};
  const page: Pick<HtmlPage, "querySelector"> = new DOMParser().parseFromString(
    new TextDecoder().decode(xml),
    "text/xml",
  );
  const property = (name: string) => oneLine(page.querySelector(name.replace(":", "\\:"))?.textContent);
  const title = property("dc:title");
  const author = property("dc:creator");
  const publisher = property("dc:publisher");
  const published = statedDate(property("dcterms:created")?.slice(0, 10));
  const language = languageOf(property("dc:language"));
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
  };
}
