import { grouped, loweredMath, raisedMath } from "../../html/blocks/math-text.ts";
import { childAt, childElements, type XmlElement } from "../../xml.ts";

/** Of more deeply nested formulas only the letters are read. */
const maxDepth = 40;

/** A formula of Word on one line: `(a + b)/2`, `x²`, `∑_(i=1)^n x_i`. */
export function equationText(element: XmlElement, depth = 0): string {
  if (depth > maxDepth) return element.textContent ?? "";
  const inside = (...path: readonly string[]): string => {
    const child = childAt(element, ...path);
    return child === undefined ? "" : equationText(child, depth + 1);
  };
  const base = (): string => inside("m:e");
  switch (element.tagName) {
    case "m:t":
    case "w:t":
      return element.textContent ?? "";
    case "m:f":
      return `${grouped(inside("m:num"))}/${grouped(inside("m:den"))}`;
    case "m:sSup":
      return base() + raisedMath(inside("m:sup"), base());
    case "m:sSub":
      return base() + loweredMath(inside("m:sub"), base());
    case "m:sSubSup":
      return base() + loweredMath(inside("m:sub"), base()) + raisedMath(inside("m:sup"), base());
    case "m:sPre":
      return raisedMath(inside("m:sup"), "x") + loweredMath(inside("m:sub"), "x") + base();
    case "m:rad":
      return `${raisedMath(inside("m:deg"), "x")}√${grouped(base())}`;
    case "m:nary": {
      const sign = childAt(element, "m:naryPr", "m:chr")?.getAttribute("m:val") ?? "∫";
      return `${sign}${loweredMath(inside("m:sub"), "x")}${raisedMath(inside("m:sup"), "x")} ${base()}`;
    }
    case "m:d": {
      const sign = (name: string, usual: string) => childAt(element, "m:dPr", name)?.getAttribute("m:val") ?? usual;
      const parts = childElements(element, "m:e").map((part) => equationText(part, depth + 1));
      return sign("m:begChr", "(") + parts.join(sign("m:sepChr", "|")) + sign("m:endChr", ")");
    }
    case "m:acc":
      return accented(base(), childAt(element, "m:accPr", "m:chr")?.getAttribute("m:val") ?? "\u0302");
    case "m:bar":
      return childAt(element, "m:barPr", "m:pos")?.getAttribute("m:val") === "top"
        ? accented(base(), "\u0305")
        : base();
    case "m:func":
      return `${inside("m:fName")} ${base()}`;
    case "m:limLow":
      return `${base()}${loweredMath(inside("m:lim"), "x")}`;
    case "m:limUpp":
      return `${base()}${raisedMath(inside("m:lim"), "x")}`;
    case "m:m":
      return childElements(element, "m:mr")
        .map((row) =>
          childElements(row, "m:e")
            .map((cell) => equationText(cell, depth + 1))
            .join(", "),
        )
        .join("; ");
    case "m:eqArr":
      return childElements(element, "m:e")
        .map((part) => equationText(part, depth + 1))
        .join("; ");
    default:
      return childElements(element)
        .filter(({ tagName }) => !/^(?:m:\w+Pr|w:rPr|w:del)$/.test(tagName))
        .map((child) => equationText(child, depth + 1))
        .join("");
  }
}

/** One letter with its sign; over several, it would stand on the last. */
function accented(base: string, sign: string): string {
  return [...base].length === 1 && /^\p{M}$/u.test(sign) ? `${base}${sign}` : base;
}
