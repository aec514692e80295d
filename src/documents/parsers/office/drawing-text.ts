import { equationText } from "../docx/preparing/equation-text.ts";
import { loweredText, raisedText } from "../raised-text.ts";
import { childAt, childElements, elementsIn, type XmlElement } from "../xml.ts";

/** The words of a paragraph of a drawing (`a:p`), without what is struck out and the slide's number. */
export function wordsOf(paragraph: XmlElement): string {
  let text = "";
  for (const element of elementsIn(paragraph, "a:r", "a:br", "a:fld", "m:oMath")) {
    if (element.tagName === "a:br") text += "\n";
    else if (element.tagName === "m:oMath") text += equationText(element);
    else if (element.tagName === "a:fld" && element.getAttribute("type") === "slidenum") continue;
    else {
      const [properties] = childElements(element, "a:rPr");
      const strike = properties?.getAttribute("strike") ?? "noStrike";
      if (strike !== "noStrike") continue;
      const words = childElements(element, "a:t")
        .map(({ textContent }) => textContent ?? "")
        .join("");
      const raised = Number(properties?.getAttribute("baseline") ?? "0");
      text += raised > 0 ? raisedText(words, text) : raised < 0 ? loweredText(words, text) : words;
    }
  }
  return text.trim();
}

/** Whether an attribute is set. */
export function isOn(value: string | null | undefined): boolean {
  return value === "1" || value === "true";
}

/** Whether an older form of a shape stands for one that is read, or the shape in a group that is hidden. */
export function isShadowed(shape: XmlElement): boolean {
  for (let at = shape.parentNode; at !== null; at = at.parentNode) {
    if (/:grpSp$/.test(at.tagName) && isHidden(at)) return true;
    if (at.tagName !== "mc:Fallback") continue;
    const [choice] = at.parentNode === null ? [] : childElements(at.parentNode, "mc:Choice");
    if (choice !== undefined && elementsIn(choice, ...shapesOf(shape)).length > 0) return true;
  }
  return false;
}

/** Whether a shape, a frame or a group is hidden. */
export function isHidden(shape: XmlElement): boolean {
  const [space] = shape.tagName.split(":");
  const named = ["nvSpPr", "nvGraphicFramePr", "nvGrpSpPr"].map((name) =>
    childAt(shape, `${space}:${name}`, `${space}:cNvPr`),
  );
  return named.some((element) => isOn(element?.getAttribute("hidden")));
}

/** The names of shapes and frames in the kind of drawing that this one is in: `p:sp`, `xdr:sp`. */
function shapesOf({ tagName }: XmlElement): readonly string[] {
  const [space] = tagName.split(":");
  return [`${space}:sp`, `${space}:graphicFrame`];
}
