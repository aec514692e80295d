import { shownText } from "../../../answering/shown/shown-text.ts";
import type { ParagraphKind, TextRange } from "../../../documents/document.ts";
import { type Html, html, join } from "./html.ts";
import { type Mark, markedText } from "./marked-text.ts";

/** A paragraph or a part of one. */
export interface TextBlock {
  readonly file: string;
  readonly kind: ParagraphKind;
  readonly text: string;
  /** Where `text` begins in the document's canonical text. */
  readonly start: number;
  /** 2 to 6, for headings. */
  readonly level: number;
}

/**
 * A paragraph as a page shows it: a heading, a table, a list, code or running text. Nothing is added to its words.
 * @param marks in the document's canonical text
 */
export function renderBlock(block: TextBlock, marks: readonly Mark[]): Html {
  const shown = shownText(block);
  const placed = marks
    .map(({ kind, range }) => ({ kind, range: shown.place(range) }))
    .filter(({ range }) => range.start < range.end);
  const piece = (range: TextRange): Html => markedText(shown.text, range, placed);
  const whole = { start: 0, end: shown.text.length };
  switch (block.kind) {
    case "title":
    case "heading":
      return renderHeading(block.level, piece(whole));
    case "code":
      return html`<pre tabindex="0"><code>${piece(whole)}</code></pre>`;
    case "table":
      return renderTable(shown.text, piece);
    default:
      return renderRunningText(shown.text, piece);
  }
}

function renderHeading(level: number, words: Html): Html {
  switch (level) {
    case 2:
      return html`<h2>${words}</h2>`;
    case 3:
      return html`<h3>${words}</h3>`;
    case 4:
      return html`<h4>${words}</h4>`;
    case 5:
      return html`<h5>${words}</h5>`;
    default:
      return html`<h6>${words}</h6>`;
  }
}

type Piece = (range: TextRange) => Html;

/** Ranges of a text's lines without their line breaks; empty lines are left out. */
function linesOf(text: string): TextRange[] {
  return [...text.matchAll(/[^\n\r]+/g)].map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
}

function renderTable(text: string, piece: Piece): Html {
  const [head, ...rows] = linesOf(text).map((line) => cellsOf(text, line));
  if (head === undefined) return html``;
  const columns = Math.max(head.length, ...rows.map((row) => row.length));
  if (columns < 2) return renderRunningText(text, piece);
  return html`<div class="table" tabindex="0"><table>
<thead><tr>${head.map((cell) => html`<th scope="col">${piece(cell)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${piece(cell)}</td>`)}</tr>`)}</tbody>
</table></div>`;
}

/** Cells stand between bars; one that is escaped is a character of its cell. */
function cellsOf(text: string, { start, end }: TextRange): TextRange[] {
  const line = text.slice(start, end);
  const bars = [...line.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  return [-1, ...bars].map((bar, at) => {
    const [from, to] = [bar + 1, bars[at] ?? line.length];
    const cell = line.slice(from, to);
    const blank = cell.length - cell.trimStart().length;
    return { start: start + from + blank, end: start + Math.max(from + blank, from + cell.trimEnd().length) };
  });
}

const bullet = /^[ \t]*(?:([-+*•])|(\d{1,9}[.)]|[a-z]{1,2}\)|\([a-z\d]{1,3}\)))[ \t]+/u;

interface Item {
  /** How far it is indented. */
  readonly depth: number;
  /** Whether its number is a word of its own, and stays. */
  readonly isNumbered: boolean;
  /** Its lines, the bullet left out. */
  readonly lines: TextRange[];
}

function renderRunningText(text: string, piece: Piece): Html {
  const before: TextRange[] = [];
  const items: Item[] = [];
  for (const line of linesOf(text)) {
    const words = text.slice(line.start, line.end);
    const found = bullet.exec(words);
    const last = items.at(-1);
    if (found !== null) {
      const isNumbered = found[1] === undefined;
      const depth = (/^[ \t]*/.exec(words)?.[0] ?? "").replaceAll("\t", "    ").length;
      items.push({
        depth,
        isNumbered,
        lines: [{ start: line.start + (isNumbered ? depth : found[0].length), end: line.end }],
      });
    } else if (last !== undefined) {
      last.lines.push(line);
    } else {
      before.push(line);
    }
  }
  const lead = before.length === 0 ? html`` : html`<p>${renderLines(before, piece)}</p>`;
  return items.length === 0 ? lead : html`${lead}${renderItems(items, piece)}`;
}

/** Items that are indented further than the one before are a list inside it. */
function renderItems(items: readonly Item[], piece: Piece): Html {
  const [first] = items;
  const rendered: Html[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    if (item === undefined) break;
    let end = at + 1;
    while ((items[end]?.depth ?? -1) > item.depth) end++;
    const inner = end > at + 1 ? renderItems(items.slice(at + 1, end), piece) : html``;
    rendered.push(html`<li>${renderLines(item.lines, piece)}${inner}</li>`);
    at = end;
  }
  return html`<ul class="${first?.isNumbered === true ? "numbered" : "plain"}">${rendered}</ul>`;
}

function renderLines(lines: readonly TextRange[], piece: Piece): Html {
  return join(lines.map((line, index) => (index === 0 ? piece(line) : html` ${piece(line)}`)));
}
