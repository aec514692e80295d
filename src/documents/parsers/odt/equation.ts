import { mathText } from "../html/blocks/math-text.ts";
import { openPage } from "../html/open-page.ts";
import { type OfficeParts, pathFrom } from "../office/parts.ts";
import { elementsIn, type XmlElement } from "../xml.ts";

/** The text of a formula that is embedded as an object of its own; undefined for other objects. */
export function equationOf(object: XmlElement, parts: OfficeParts): string | undefined {
  const [inline] = elementsIn(object, "math", "math:math");
  const href = object.getAttribute("xlink:href") ?? "";
  const part = inline === undefined ? parts.bytes(`${pathFrom("", href)}/content.xml`) : undefined;
  const xml = inline === undefined ? (part === undefined ? "" : new TextDecoder().decode(part)) : String(inline);
  // Formulas are written with a prefix or without.
  const math = /<(?:math:)?math[\s>][\s\S]*<\/(?:math:)?math>/.exec(xml)?.[0];
  if (math === undefined) return undefined;
  const page = openPage(math.replace(/(<\/?)math:/g, "$1"));
  const element = page.querySelector("math");
  const text = element === null ? "" : mathText(element).replace(/\s+/gu, " ").trim();
  return text === "" ? undefined : text;
}
