import { childAt, childElements, elementsIn, type XmlDocument, type XmlElement } from "../../xml.ts";
import { isOn } from "./hidden-text.ts";
import { omission } from "./marks.ts";
import { paragraphAround, replace, runOf, textOf } from "./written.ts";

const ticked = "☒";
const unticked = "☐";
/** Fonts whose private letters are known; what stands for them is found when the document is converted. */
const knownFonts = /^(?:symbol|webdings|wingdings(?: [23])?|zapf ?dingbats)$/i;

/** Writes what is ticked and chosen in forms where Word shows it, before controls are taken apart. */
export function writeFormValues(document: XmlDocument): void {
  for (const field of elementsIn(document.documentElement, "w:fldChar")) {
    const data = childAt(field, "w:ffData");
    const value = tickOf(childAt(data, "w:checkBox")) ?? choiceOf(childAt(data, "w:ddList"));
    if (value === undefined || hasResult(field)) continue;
    field.parentNode?.insertBefore(textOf(document, value), field);
  }
  for (const control of elementsIn(document.documentElement, "w:sdt")) {
    const [box] = elementsIn(childAt(control, "w:sdtPr"), "w14:checkbox", "w15:checkbox");
    const content = childAt(control, "w:sdtContent");
    if (box === undefined || content === undefined || textIn(content).trim() !== "") continue;
    const [symbol] = elementsIn(content, "w:sym");
    const [run] = elementsIn(content, "w:r");
    const [checked] = elementsIn(box, "w14:checked", "w15:checked");
    const state = checked?.getAttribute("w14:val") ?? checked?.getAttribute("w15:val") ?? "0";
    const value = /^(?:1|true|on)$/.test(state) ? ticked : unticked;
    if (symbol !== undefined) replace(symbol, textOf(document, value));
    else if (run !== undefined) run.appendChild(textOf(document, value));
    else (childAt(content, "w:p") ?? content).appendChild(runOf(document, value));
  }
}

/** Writes signs of fonts as letters. @returns how many cannot be read, each with a mark in its place */
export function writeSymbols(document: XmlDocument): number {
  let unread = 0;
  for (const symbol of elementsIn(document.documentElement, "w:sym")) {
    const code = Number.parseInt(symbol.getAttribute("w:char") ?? "", 16);
    const isPrivate = !(code < 0xe000 || code > 0xf8ff);
    if (!isPrivate && code > 0x20 && code <= 0x10ffff) {
      replace(symbol, textOf(document, String.fromCodePoint(code)));
    } else if (isPrivate && !knownFonts.test(symbol.getAttribute("w:font") ?? "")) {
      replace(symbol, textOf(document, omission));
      unread += 1;
    }
  }
  return unread;
}

function tickOf(box: XmlElement | undefined): string | undefined {
  if (box === undefined) return undefined;
  return isOn(childAt(box, "w:checked") ?? childAt(box, "w:default")) ? ticked : unticked;
}

function choiceOf(list: XmlElement | undefined): string | undefined {
  if (list === undefined) return undefined;
  const chosen = childAt(list, "w:result") ?? childAt(list, "w:default");
  const entry = childElements(list, "w:listEntry")[Number(chosen?.getAttribute("w:val") ?? "0")];
  return entry?.getAttribute("w:val") ?? undefined;
}

/** Whether a field has text of its own between its separator and its end. */
function hasResult(begin: XmlElement): boolean {
  let [depth, isInResult] = [0, false];
  let isBehind = false;
  for (const element of elementsIn(paragraphAround(begin), "w:fldChar", "w:t")) {
    if (element === begin) isBehind = true;
    if (!isBehind) continue;
    const type = element.getAttribute("w:fldCharType");
    if (type === "begin") depth += 1;
    else if (type === "separate" && depth === 1) isInResult = true;
    else if (type === "end") depth -= 1;
    if (depth === 0) return false;
    if (element.tagName === "w:t" && isInResult && (element.textContent ?? "").trim() !== "") return true;
  }
  return false;
}

function textIn(element: XmlElement): string {
  return elementsIn(element, "w:t")
    .map(({ textContent }) => textContent ?? "")
    .join("");
}
