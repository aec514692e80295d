import { escapeHtml } from "../office/escape.ts";
import type { OfficeParts } from "../office/parts.ts";
import { childElements, elementsIn, isXmlElement, type XmlElement, type XmlNode } from "../xml.ts";
import { equationOf } from "./equation.ts";
import { OdtForms } from "./forms.ts";
import { ListNumbers } from "./list-numbers.ts";
import { OdtStyles } from "./styles.ts";

const omission = "[…]";
const maxDepth = 200;
const maxSpaces = 200;
/** Wider cells than this are one. */
const maxSpan = 1_000;

/** Writes the body of an OpenDocument text as HTML. */
export class OdtConversion {
  readonly #parts: OfficeParts;
  readonly #styles: OdtStyles;
  readonly #numbers: ListNumbers;
  readonly #forms: OdtForms;
  readonly #notes: string[] = [];
  #objects = 0;

  constructor(parts: OfficeParts, roots: readonly (XmlElement | undefined)[]) {
    this.#parts = parts;
    this.#styles = new OdtStyles(roots);
    this.#numbers = new ListNumbers(roots);
    this.#forms = new OdtForms(roots);
  }

  /** How many objects a mark stands for. */
  get objects(): number {
    return this.#objects;
  }

  get language(): string | undefined {
    return this.#styles.language;
  }

  htmlOf(body: XmlElement): string {
    // Each line of what is set as it stands is a paragraph.
    const html = this.#blocks(body, 0).replaceAll("</pre><pre>", "\n");
    const notes = this.#notes.map((note, i) => `<li value="${i + 1}">${note}</li>`).join("");
    return notes === "" ? html : `${html}<ol>${notes}</ol>`;
  }

  #blocks(parent: XmlElement, depth: number): string {
    if (depth > maxDepth) return "";
    return childElements(parent)
      .map((element) => this.#block(element, depth))
      .join("");
  }

  #block(element: XmlElement, depth: number): string {
    switch (element.tagName) {
      case "text:h": {
        const level = Math.min(6, Math.max(1, Number(element.getAttribute("text:outline-level") ?? "1") || 1));
        const label = this.#numbers.headingLabel(element, level);
        return `<h${level}>${escapeHtml(label)}${this.#wordsOf(element, element.getAttribute("text:style-name") ?? "", depth)}</h${level}>${this.#boxes(element, depth)}`;
      }
      case "text:p":
        return this.#paragraph(element, depth);
      case "text:list":
        return this.#list(element, depth, undefined, 1);
      case "table:table":
        return this.#table(element, depth);
      case "text:table-of-content":
      case "text:illustration-index":
      case "text:table-index":
      case "text:alphabetical-index":
      case "text:bibliography":
        return elementsIn(element, "text:p")
          .map((line) => `<p class="contents">${this.#inline(line, depth)}</p>`)
          .join("");
      case "text:section":
        return element.getAttribute("text:display") === "none" || element.getAttribute("text:is-hidden") === "true"
          ? ""
          : this.#blocks(element, depth + 1);
      case "text:tracked-changes":
      case "office:forms":
      case "text:sequence-decls":
      case "text:variable-decls":
      case "text:user-field-decls":
        return "";
      default:
        return this.#blocks(element, depth + 1);
    }
  }

  #paragraph(element: XmlElement, depth: number): string {
    const style = element.getAttribute("text:style-name") ?? "";
    const [hiding] = elementsIn(element, "text:hidden-paragraph");
    if (hiding?.getAttribute("text:is-hidden") === "true") return "";
    const words = this.#wordsOf(element, style, depth);
    const [tag = "p", name] = this.#styles.tagOf(style).split(".");
    const shown = name === undefined ? `<${tag}>${words}</${tag}>` : `<${tag} class="${name}">${words}</${tag}>`;
    return `${/^d[td]$/.test(tag) ? `<dl>${shown}</dl>` : shown}${this.#boxes(element, depth)}`;
  }

  /** Of a paragraph that is hidden or struck as a whole, what its words say otherwise. */
  #wordsOf(element: XmlElement, style: string, depth: number): string {
    if (!this.#styles.isHidden(style) && !this.#styles.isStruck(style)) return this.#inline(element, depth);
    return elementsIn(element, "text:span")
      .filter((span) => this.#styles.isShownAgain(span.getAttribute("text:style-name") ?? ""))
      .map((span) => this.#span(span, depth))
      .join("");
  }

  /** The text of boxes that are bound to a paragraph stands behind it. */
  #boxes(element: XmlElement, depth: number): string {
    return elementsIn(element, "draw:text-box")
      .map((box) => this.#blocks(box, depth + 1))
      .join("");
  }

  #list(element: XmlElement, depth: number, outerStyle: string | undefined, level: number): string {
    if (depth > maxDepth) return "";
    const style = element.getAttribute("text:style-name") ?? outerStyle;
    this.#numbers.begin(element, style, level);
    const items = childElements(element).map((item) => {
      if (item.tagName !== "text:list-item" && item.tagName !== "text:list-header") return "";
      const label = item.tagName === "text:list-item" ? this.#numbers.next(item, style, level) : "";
      const content = childElements(item)
        .map((child) =>
          child.tagName === "text:list"
            ? this.#list(child, depth + 1, style, level + 1)
            : this.#block(child, depth + 1),
        )
        .join("");
      return `<li data-label="${escapeHtml(label)}">${unwrapped(content)}</li>`;
    });
    return `<ul>${items.join("")}</ul>`;
  }

  #table(element: XmlElement, depth: number): string {
    if (depth > maxDepth) return "";
    const rows = elementsIn(element, "table:table-row")
      .filter((row) => nearest(row, "table:table") === element && row.getAttribute("table:visibility") === null)
      .map((row) => {
        const tag = row.parentNode?.tagName === "table:table-header-rows" ? "th" : "td";
        const cells = childElements(row).flatMap((cell) => {
          if (cell.tagName !== "table:table-cell") return [];
          const span = (name: string) => Math.min(maxSpan, Number(cell.getAttribute(name) ?? "1") || 1);
          const [columns, lines] = [span("table:number-columns-spanned"), span("table:number-rows-spanned")];
          return [`<${tag} colspan="${columns}" rowspan="${lines}">${this.#blocks(cell, depth + 1)}</${tag}>`];
        });
        const repeated = Math.min(Number(row.getAttribute("table:number-rows-repeated") ?? "1") || 1, 1);
        return `<tr>${cells.join("")}</tr>`.repeat(repeated);
      });
    return `<table>${rows.join("")}</table>`;
  }

  #inline(parent: XmlElement, depth: number): string {
    if (depth > maxDepth) return escapeHtml(parent.textContent ?? "");
    let html = "";
    for (let node = parent.firstChild; node !== null; node = node.nextSibling)
      html += this.#inlineNode(node, depth + 1);
    return html;
  }

  #inlineNode(node: XmlNode, depth: number): string {
    // Only white space that has an element of its own is shown as it stands.
    if (!isXmlElement(node)) return escapeHtml((node.textContent ?? "").replace(/\s+/gu, " "));
    switch (node.tagName) {
      case "text:s":
        return " ".repeat(Math.min(maxSpaces, Number(node.getAttribute("text:c") ?? "1") || 1));
      case "draw:control":
        return escapeHtml(this.#forms.valueOf(node));
      case "text:tab":
        return " ";
      case "text:line-break":
        return "<br>";
      case "text:soft-page-break":
      case "office:annotation":
      case "office:annotation-end":
      case "text:ruby-text":
      case "text:change":
      case "text:hidden-paragraph":
        return "";
      case "text:hidden-text":
        return "";
      case "text:note": {
        const [citation] = childElements(node, "text:note-citation");
        const [body] = childElements(node, "text:note-body");
        this.#notes.push(body === undefined ? "" : unwrapped(this.#blocks(body, depth)));
        return `[${escapeHtml(citation?.textContent?.trim() ?? String(this.#notes.length))}]`;
      }
      case "text:span":
        return this.#span(node, depth);
      case "draw:frame":
        return this.#frame(node);
      default:
        return this.#inline(node, depth);
    }
  }

  #span(element: XmlElement, depth: number): string {
    const style = element.getAttribute("text:style-name") ?? "";
    if (this.#styles.isHidden(style) || this.#styles.isStruck(style)) return "";
    const words = this.#inline(element, depth);
    const position = this.#styles.positionOf(style);
    return position === undefined ? words : `<${position}>${words}</${position}>`;
  }

  #frame(element: XmlElement): string {
    if (elementsIn(element, "draw:text-box").length > 0) return "";
    const [object] = elementsIn(element, "draw:object", "draw:object-ole");
    if (object === undefined) {
      const isInline = element.getAttribute("text:anchor-type") === "as-char";
      return isInline && hasWordsAround(element) ? this.#mark() : "";
    }
    const math = equationOf(object, this.#parts);
    return math === undefined ? this.#mark() : escapeHtml(math);
  }

  #mark(): string {
    this.#objects += 1;
    return omission;
  }
}

/** Whether a picture stands within a sentence. */
function hasWordsAround(element: XmlElement): boolean {
  const parent = element.parentNode;
  let isBefore = true;
  let [before, after] = ["", ""];
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (node === element) isBefore = false;
    else if (isBefore) before += node.textContent ?? "";
    else after += node.textContent ?? "";
  }
  return before.trim() !== "" && after.trim() !== "";
}

/** The only paragraph of an item is the item. */
function unwrapped(html: string): string {
  const inner = /^<p>((?:(?!<\/?p[ >]).)*)<\/p>/su.exec(html);
  return inner === null ? html : `${inner[1] ?? ""}${html.slice(inner[0].length)}`;
}

function nearest(element: XmlElement, name: string): XmlElement | undefined {
  for (let at = element.parentNode; at !== null; at = at.parentNode) if (at.tagName === name) return at;
  return undefined;
}
