import { defined } from "../../../defined.ts";
import { parseAuthors } from "../../metadata/authors.ts";
import { isPlaceholderTitle } from "../../metadata/placeholder-title.ts";
import { documentOfBlocks, type ExtractedBlock, unparsable, wordsOnOneLine } from "../extracted-document.ts";
import { blocksOf } from "../html/blocks/collect-blocks.ts";
import { decodeHtml } from "../html/decode-html.ts";
import type { HtmlPage } from "../html/dom.ts";
import { openPage } from "../html/open-page.ts";
import { prepareText } from "../html/preparing/prepare-page.ts";
import { rulesOf, type StyleRule } from "../html/preparing/style-sheets.ts";
import { htmlOfXhtml } from "../html/xhtml.ts";
import { parseLanguageTag } from "../language-tag.ts";
import { OfficeParts, pathFrom } from "../office/parts.ts";
import type { FoundMetadata, ParsedDocument } from "../parser.ts";
import { statedDate } from "../stated-date.ts";
import { childAt, childElements, elementsIn, type XmlElement } from "../xml.ts";

const wanted = /\.(?:xml|opf|ncx|x?html?|css)$|^mimetype$/i;

/**
 * Reads the chapters of an electronic book in their order.
 * @throws AppError `document-unparsable`.
 */
export function readEpub(bytes: Uint8Array, file: string): ParsedDocument {
  const parts = new OfficeParts(bytes, file, "electronic book", (name) => wanted.test(name));
  if (parts.has("META-INF/encryption.xml") && hasEncryptedText(parts)) {
    throw unparsable(file, "it is protected against copying", { remedy: "Save it without protection." });
  }
  const [rootFile] = elementsIn(parts.root("META-INF/container.xml"), "rootfile");
  const book = rootFile?.getAttribute("full-path") ?? "";
  const root = parts.root(book);
  if (root === undefined) throw unparsable(file, "it is no electronic book");
  const folder = book.slice(0, book.lastIndexOf("/") + 1);
  const blocks: ExtractedBlock[] = [];
  const titles = chapterTitles(parts, root, folder);
  const sheets = new Map<string, readonly StyleRule[]>();
  const rulesIn = (name: string): readonly StyleRule[] => {
    const rules = sheets.get(name) ?? rulesOf(new TextDecoder().decode(parts.bytes(name)));
    sheets.set(name, rules);
    return rules;
  };
  for (const { name, isContents } of chaptersOf(root, folder)) {
    const bytesOfPart = parts.bytes(name);
    if (bytesOfPart === undefined) continue;
    const page = openPage(htmlOfXhtml(decodeHtml(bytesOfPart, file).html));
    prepareText(page, linkedRules(page, name, rulesIn));
    blocks.push(...chapterBlocks(page, titles.get(name), isContents));
  }
  return documentOfBlocks(blocks, metadataOf(root), file);
}

/** Fonts are often disguised; text is not, but for protected books. */
function hasEncryptedText(parts: OfficeParts): boolean {
  return elementsIn(parts.root("META-INF/encryption.xml"), "enc:CipherReference", "CipherReference").some((reference) =>
    /\.x?html?$/i.test(reference.getAttribute("URI") ?? ""),
  );
}

function chaptersOf(
  root: XmlElement,
  folder: string,
): readonly { readonly name: string; readonly isContents: boolean }[] {
  const items = new Map(
    elementsIn(root, "item", "opf:item").map((item) => [
      item.getAttribute("id") ?? "",
      {
        name: pathFrom(folder, decodeURIComponent(escapeStray(item.getAttribute("href") ?? ""))),
        isContents: /(?:^|\s)nav(?:\s|$)/.test(item.getAttribute("properties") ?? ""),
      },
    ]),
  );
  return elementsIn(root, "itemref", "opf:itemref").flatMap((reference) => {
    const item = items.get(reference.getAttribute("idref") ?? "");
    return item === undefined ? [] : [item];
  });
}

/** A sign of per cent that begins no code stands for itself. */
function escapeStray(href: string): string {
  return href.replace(/%(?![0-9a-f]{2})/gi, "%25");
}

/** What the table of contents calls the chapters, by their parts. */
function chapterTitles(parts: OfficeParts, root: XmlElement, folder: string): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  // It numbers parts that have no headings.
  const isOfLibreOffice = elementsIn(root, "meta").some(
    (meta) => meta.getAttribute("name") === "generator" && /libepubgen/i.test(meta.getAttribute("content") ?? ""),
  );
  const add = (base: string, href: string | null, words: string | null | undefined) => {
    const [path = ""] = (href ?? "").split("#", 1);
    const title = wordsOnOneLine(words);
    const name = pathFrom(base, path);
    if (path === "" || title === undefined || titles.has(name) || (isOfLibreOffice && /^Section \d+$/.test(title)))
      return;
    titles.set(name, title);
  };
  for (const item of elementsIn(root, "item", "opf:item")) {
    const name = pathFrom(folder, item.getAttribute("href") ?? "");
    const base = name.slice(0, name.lastIndexOf("/") + 1);
    if (item.getAttribute("media-type") === "application/x-dtbncx+xml") {
      for (const point of elementsIn(parts.root(name), "navPoint", "ncx:navPoint")) {
        const [content] = childElements(point).filter(({ tagName }) => /(?:^|:)content$/.test(tagName));
        add(base, content?.getAttribute("src") ?? null, childAt(point, "navLabel", "text")?.textContent);
      }
    } else if (/(?:^|\s)nav(?:\s|$)/.test(item.getAttribute("properties") ?? "")) {
      for (const link of elementsIn(parts.root(name), "a")) add(base, link.getAttribute("href"), link.textContent);
    }
  }
  return titles;
}

/** The rules of the style sheets that a chapter links. */
function linkedRules(
  page: HtmlPage,
  chapter: string,
  rulesIn: (name: string) => readonly StyleRule[],
): readonly StyleRule[] {
  const folder = chapter.slice(0, chapter.lastIndexOf("/") + 1);
  return [...page.querySelectorAll("link[href]")].flatMap((link) =>
    /\bstylesheet\b/i.test(link.getAttribute("rel") ?? "")
      ? rulesIn(pathFrom(folder, decodeURIComponent(escapeStray(link.getAttribute("href") ?? ""))))
      : [],
  );
}

/** A chapter without a heading of its own has that of the table of contents. */
function chapterBlocks(page: HtmlPage, title: string | undefined, isContents: boolean): readonly ExtractedBlock[] {
  const blocks = blocksOf(page.body);
  if (isContents) return blocks.map((block) => ({ ...block, kind: "boilerplate", rule: "contents" }));
  const hasHeading = blocks.slice(0, 4).some(({ kind }) => kind === "heading");
  const shown = blocks.some(({ text }) => text.trim() !== "");
  if (hasHeading || !shown || title === undefined) return blocks;
  const [first, ...others] = blocks;
  if (first !== undefined && wordsOnOneLine(first.text) === title)
    return [{ ...first, kind: "heading", level: 1 }, ...others];
  return [{ text: title, kind: "heading", level: 1 }, ...blocks];
}

/** The day of publication; some programs write those of making and of changing beside it. */
function dateOf(root: XmlElement): string | undefined {
  const [date] = elementsIn(root, "dc:date").filter((element) =>
    /^(?:publication|)$/i.test(element.getAttribute("opf:event") ?? ""),
  );
  return statedDate(date?.textContent ?? undefined);
}

function metadataOf(root: XmlElement): FoundMetadata {
  const fields = (name: string) =>
    elementsIn(root, name).flatMap((element) => wordsOnOneLine(element.textContent) ?? []);
  const [title] = fields("dc:title");
  const authors = parseAuthors(fields("dc:creator"));
  const [publisher] = fields("dc:publisher");
  const [tag] = fields("dc:language");
  // A book must name a language: where nobody chose one, the programs that make books write their own.
  const assumedLanguage = parseLanguageTag(tag);
  return {
    ...(title === undefined || isPlaceholderTitle(title) ? {} : { title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...defined({ publisher, published: dateOf(root), assumedLanguage }),
  };
}
