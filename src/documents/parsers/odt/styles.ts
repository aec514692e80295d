import { childAt, elementsIn, type XmlElement } from "../xml.ts";

interface OdtStyle {
  readonly parent: string | undefined;
  readonly displayName: string;
  readonly isHidden: boolean | undefined;
  readonly isStruck: boolean | undefined;
  readonly position: "sup" | "sub" | undefined;
}

/** What the styles of an OpenDocument text say beside how their text looks. */
export class OdtStyles {
  readonly language: string | undefined;
  readonly #styles = new Map<string, OdtStyle>();

  constructor(roots: readonly (XmlElement | undefined)[]) {
    for (const root of roots) {
      for (const style of elementsIn(root, "style:style")) {
        const name = style.getAttribute("style:name");
        if (name !== null) this.#styles.set(name, styleOf(style, name));
      }
    }
    const [usual] = elementsIn(roots[0], "style:default-style").filter(
      (style) => style.getAttribute("style:family") === "paragraph",
    );
    this.language = childAt(usual, "style:text-properties")?.getAttribute("fo:language") ?? undefined;
  }

  isHidden(name: string): boolean {
    return this.#first(name, ({ isHidden }) => isHidden) ?? false;
  }

  isStruck(name: string): boolean {
    return this.#first(name, ({ isStruck }) => isStruck) ?? false;
  }

  positionOf(name: string): "sup" | "sub" | undefined {
    return this.#first(name, ({ position }) => position);
  }

  /** What a paragraph's style calls it. */
  tagOf(name: string): "p" | "p.caption" | "h1.document-title" {
    return this.#first(name, ({ displayName }) => tagByName(displayName)) ?? tagByName(name) ?? "p";
  }

  #first<T>(name: string, find: (style: OdtStyle) => T | undefined): T | undefined {
    const seen = new Set<string>();
    for (let at: string | undefined = name; at !== undefined && !seen.has(at); at = this.#styles.get(at)?.parent) {
      seen.add(at);
      const style = this.#styles.get(at);
      const found = style === undefined ? undefined : find(style);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** By the names that office programs give to their own styles. */
function tagByName(name: string): "p.caption" | "h1.document-title" | undefined {
  if (/^(?:Title|Titel)$/u.test(name)) return "h1.document-title";
  return /^(?:Caption|Beschriftung|Illustration|Abbildung|Figure|Table|Tabelle|Drawing|Text)$/u.test(name)
    ? "p.caption"
    : undefined;
}

function styleOf(style: XmlElement, name: string): OdtStyle {
  const properties = childAt(style, "style:text-properties");
  const display = properties?.getAttribute("text:display") ?? null;
  const strike = properties?.getAttribute("style:text-line-through-style") ?? null;
  const position = properties?.getAttribute("style:text-position") ?? "";
  const percent = Number.parseFloat(position);
  return {
    parent: style.getAttribute("style:parent-style-name") ?? undefined,
    displayName: (style.getAttribute("style:display-name") ?? name).replaceAll("_20_", " "),
    isHidden: display === null ? undefined : display === "none",
    isStruck: strike === null ? undefined : strike !== "none",
    position:
      position.startsWith("super") || percent > 0
        ? "sup"
        : position.startsWith("sub") || percent < 0
          ? "sub"
          : undefined,
  };
}
