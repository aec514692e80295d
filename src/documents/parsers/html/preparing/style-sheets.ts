/** A rule of a style sheet: what it is for, and what it says. */
export interface StyleRule {
  readonly selector: string;
  /** By the names of properties, in lower case. */
  readonly properties: ReadonlyMap<string, string>;
}

/** Longer sheets are those of whole sites; what a document says in its own stands at its beginning. */
const maxSheetChars = 500_000;

/** The rules of a style sheet in their order, one a selector; what holds for print or small screens alone is left out. */
export function rulesOf(sheet: string): StyleRule[] {
  const text = sheet
    .slice(0, maxSheetChars)
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, " ")
    .replace(/<!--|-->/g, " ");
  const rules: StyleRule[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("{", at);
    if (open < 0) break;
    // What stands before the last semicolon imports something.
    const prelude = text
      .slice(at, open)
      .replace(/^[\s\S]*[;}]/, "")
      .trim();
    if (prelude.startsWith("@") && !/^@(?:font-face|page)\b/i.test(prelude)) {
      at = /^@(?:media\s+(?:all|screen)\s*$|layer\b)/i.test(prelude) ? open + 1 : endOfBlock(text, open);
      continue;
    }
    const close = text.indexOf("}", open);
    const end = close < 0 ? text.length : close;
    if (!prelude.startsWith("@")) {
      const properties = propertiesOf(text.slice(open + 1, end));
      for (const selector of prelude.split(",")) rules.push({ selector: selector.trim(), properties });
    }
    at = end + 1;
  }
  return rules;
}

/** What a `style` attribute or the braces of a rule say. */
export function propertiesOf(declarations: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const declaration of declarations.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const value = declaration
      .slice(colon + 1)
      .replace(/\s*!\s*important\s*$/i, "")
      .trim();
    properties.set(declaration.slice(0, colon).trim().toLowerCase(), value);
  }
  return properties;
}

function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text.charAt(at) === "{") depth += 1;
    else if (text.charAt(at) === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
