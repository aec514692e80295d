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

  /** Whether a style says of words in a paragraph that is struck or hidden that they are not. */
  isShownAgain(name: string): boolean {
    return this.#first(name, ({ isStruck, isHidden }) => isStruck ?? isHidden) === false;
  }

  /** What a paragraph's style calls it. */
  tagOf(name: string): ParagraphTag {
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

/** An element with its class. */
export type ParagraphTag =
  | "p"
  | "p.caption"
  | "p.document-author"
  | "p.document-date"
  | "h1.document-title"
  | "pre"
  | "blockquote"
  | "dt"
  | "dd"
  | `h${number}`;

/** By the names that office programs and pandoc give to their own styles. */
const tags: readonly (readonly [RegExp, ParagraphTag])[] = [
  [/^(?:Title|Titel)$/u, "h1.document-title"],
  [
    /^(?:Caption|Beschriftung|Illustration|Abbildung|Figure|Table|Tabelle|Drawing|Text|(?:Table|Figure|Image) ?Caption)$/u,
    "p.caption",
  ],
  [/^Author$/u, "p.document-author"],
  [/^Date$/u, "p.document-date"],
  [/^(?:Preformatted Text|Source ?Code)$/u, "pre"],
  [/^(?:Quotations|Zitat|Block ?Text)$/u, "blockquote"],
  [/^Definition ?Term(?: Tight)?$/u, "dt"],
  [/^Definition ?Definition(?: Tight)?$/u, "dd"],
];

function tagByName(name: string): ParagraphTag | undefined {
  const level = /^(?:Heading|Überschrift) ([1-9])$/u.exec(name)?.[1];
  if (level !== undefined) return `h${Math.min(6, Number(level))}`;
  return tags.find(([pattern]) => pattern.test(name))?.[1];
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
