import { loweredText, raisedText } from "../../raised-text.ts";
import { type HtmlElement, isElement } from "../dom.ts";

/** Of more deeply nested formulas only the letters are read. */
const maxDepth = 40;

/** A formula of MathML on one line: `(a + b)/2`, `x²`, `√(y)`. */
export function mathText(element: HtmlElement, depth = 0): string {
  if (depth > maxDepth) return element.textContent ?? "";
  const parts = childrenOf(element).map((child) => mathText(child, depth + 1));
  const [first = "", second = "", third = ""] = parts;
  switch (element.localName) {
    case "annotation":
    case "annotation-xml":
      return "";
    case "mfrac":
      return `${grouped(first)}/${grouped(second)}`;
    case "msup":
    case "mover":
      return first + raisedMath(second, first);
    case "msub":
    case "munder":
      return first + loweredMath(second, first);
    case "msubsup":
    case "munderover":
      return first + loweredMath(second, first) + raisedMath(third, first);
    case "msqrt":
      return `√${grouped(parts.join(""))}`;
    case "mroot":
      return `${raisedMath(second, "x")}√${grouped(first)}`;
    case "mtable":
      return parts.join("; ");
    case "mtr":
      return parts.join(", ");
    case "mspace":
      return " ";
    case "mo": {
      const sign = (element.textContent ?? "").trim();
      return /^[=<>≤≥≠≈+−±×·→∈]$/u.test(sign) ? ` ${sign} ` : sign;
    }
    default:
      return parts.length > 0 ? parts.join("") : (element.textContent ?? "").trim();
  }
}

export function raisedMath(text: string, before: string): string {
  return text === "" ? "" : raisedText(text.replaceAll(" ", ""), lastOf(before));
}

export function loweredMath(text: string, before: string): string {
  return text === "" ? "" : loweredText(text.replaceAll(" ", ""), lastOf(before));
}

/** In brackets where it is more than one number or name. */
export function grouped(text: string): string {
  const words = text.trim();
  return /^[\p{L}\p{N},.]*$/u.test(words) ? words : `(${words})`;
}

/** Whatever stands before it, it is no mark of a note. */
function lastOf(before: string): string {
  return before.trim() === "" ? "x" : before.trim().slice(-1);
}

function childrenOf(element: HtmlElement): HtmlElement[] {
  const children: HtmlElement[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) if (isElement(node)) children.push(node);
  return children;
}
