import { childAt, childElements, type XmlElement } from "../../xml.ts";
import { isOn } from "./hidden-text.ts";
import { outlineLevelOf } from "./outline-level.ts";

/** Names of styles that are more than text, by which a conversion knows what they are. */
const roles =
  /^(?:title|subtitle|.*caption.*|illustration|figure|table|toc .*|contents .*|(?:intense )?quote|block text|author|date)$/i;
const headingName = /^heading ([1-9])$/i;
/** As programs name them that keep no English names. */
const otherHeadingName = /^überschrift ([1-9])$/i;
const headingId = /^(?:heading|(?:ü|ue)?berschrift) ?([1-9])$/i;

interface WordStyle {
  readonly name: string;
  readonly basedOn: string | undefined;
  /** Undefined where the style says nothing of it. */
  readonly isHidden: boolean | undefined;
  readonly isStruck: boolean | undefined;
  readonly position: "superscript" | "subscript" | "baseline" | undefined;
  readonly numbering: XmlElement | undefined;
  readonly outlineLevel: number | "text" | undefined;
}

/** What styles say beside how their text looks. Styles may be based on one another in a circle. */
export class WordStyles {
  readonly #styles = new Map<string, WordStyle>();
  #default: string | undefined;

  constructor(root: XmlElement | undefined) {
    for (const style of childElements(root, "w:style")) {
      const id = style.getAttribute("w:styleId");
      if (id === null) continue;
      const vanish = childAt(style, "w:rPr", "w:vanish");
      const strikes = ["w:strike", "w:dstrike"].flatMap((name) => childAt(style, "w:rPr", name) ?? []);
      this.#styles.set(id, {
        name: childAt(style, "w:name")?.getAttribute("w:val") ?? "",
        basedOn: childAt(style, "w:basedOn")?.getAttribute("w:val") ?? undefined,
        isHidden: vanish === undefined ? undefined : isOn(vanish),
        isStruck: strikes.length === 0 ? undefined : strikes.some(isOn),
        position: positionOf(childAt(style, "w:rPr", "w:vertAlign")?.getAttribute("w:val")),
        numbering: childAt(style, "w:pPr", "w:numPr"),
        outlineLevel: outlineLevelOf(childAt(style, "w:pPr", "w:outlineLvl")),
      });
      const isDefault = style.getAttribute("w:default") === "1" && style.getAttribute("w:type") === "paragraph";
      if (isDefault) this.#default = id;
    }
  }

  isHidden(id: string | undefined): boolean {
    return this.#first(id, (style) => style.isHidden) ?? false;
  }

  isStruck(id: string | undefined): boolean {
    return this.#first(id, (style) => style.isStruck) ?? false;
  }

  /** Whether it raises or lowers what it is given to. */
  positionOf(id: string | undefined): "superscript" | "subscript" | undefined {
    const position = this.#first(id, (style) => style.position);
    return position === "baseline" ? undefined : position;
  }

  /** The `w:numPr` that holds for paragraphs of a style, with the style that has it. */
  numberingOf(id: string | undefined): { readonly properties: XmlElement; readonly style: string } | undefined {
    return this.#first(id ?? this.#default, ({ numbering }, style) =>
      numbering === undefined ? undefined : { properties: numbering, style },
    );
  }

  /** The level of a heading's style itself, by its name; undefined for all others. */
  headingNameLevel(id: string | undefined): number | undefined {
    const level = headingName.exec(this.#styles.get(id ?? "")?.name ?? "")?.[1];
    return level === undefined ? undefined : Number(level);
  }

  /** The level of the heading that a style is based on, or, of one that the document does not have, by its id. */
  headingLevelAbove(id: string | undefined): number | undefined {
    if (id !== undefined && !this.#styles.has(id)) {
      const level = headingId.exec(id)?.[1];
      return level === undefined ? undefined : Number(level);
    }
    return this.#first(id, ({ name }, at) => {
      const level = otherHeadingName.exec(name)?.[1];
      return level === undefined ? this.headingNameLevel(at) : Number(level);
    });
  }

  /** Where its paragraphs stand in the outline; `text` where it says that they are no headings. */
  outlineLevelOf(id: string | undefined): number | "text" | undefined {
    return this.#first(id ?? this.#default, ({ outlineLevel }) => outlineLevel);
  }

  /** Whether its name says that it is something else than text or a heading. */
  hasRole(id: string | undefined): boolean {
    return roles.test(this.#styles.get(id ?? "")?.name ?? "");
  }

  #first<T>(id: string | undefined, find: (style: WordStyle, id: string) => T | undefined): T | undefined {
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = this.#styles.get(at)?.basedOn) {
      seen.add(at);
      const style = this.#styles.get(at);
      const found = style === undefined ? undefined : find(style, at);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function positionOf(value: string | null | undefined): WordStyle["position"] {
  return value === "superscript" || value === "subscript" || value === "baseline" ? value : undefined;
}
