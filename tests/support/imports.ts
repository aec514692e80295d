/** One import of a module, as its source text has it. */
export interface ImportStatement {
  /** `./x.ts`, `node:fs`, `zod`. */
  readonly from: string;
  /** Nothing of it is left when the program runs. */
  readonly isTypeOnly: boolean;
  readonly kind: "import" | "export" | "dynamic";
}

/**
 * The imports of a TypeScript module: static ones, re-exports, side effects, `import("…")` at run time and as a type.
 * Comments and texts are no imports. `import { type A }` counts as one at run time, for it stays as `import {}`.
 */
export function importsOf(source: string): ImportStatement[] {
  const { code, texts } = blank(source);
  const found: ImportStatement[] = [];
  const text = (slot: string | undefined): string => texts[Number(slot)] ?? "";
  const statics =
    /(?<![\p{L}\p{N}_$.])(import|export)\s+(type\s+(?!from\b|,)|)([\p{L}\p{N}_$*{},\s]*?)\bfrom\s*"(\d+)"/gu;
  for (const match of code.matchAll(statics)) {
    found.push({
      kind: match[1] === "export" ? "export" : "import",
      isTypeOnly: match[2] !== "",
      from: text(match[4]),
    });
  }
  for (const match of code.matchAll(/(?<![\p{L}\p{N}_$.])import\s*"(\d+)"/gu)) {
    found.push({ kind: "import", isTypeOnly: false, from: text(match[1]) });
  }
  for (const match of code.matchAll(
    /(?<![\p{L}\p{N}_$.])(await\s+|typeof\s+)?import\s*\(\s*"(\d+)"\s*\)(?=(\s*\.\s*\p{Lu})?)/gu,
  )) {
    const isType = match[1]?.startsWith("typeof") === true || (match[1] === undefined && match[3] !== undefined);
    found.push({ kind: "dynamic", isTypeOnly: isType, from: text(match[2]) });
  }
  return found;
}

/** The code without its comments, and every quoted text replaced by its number, quoted. */
function blank(source: string): { code: string; texts: string[] } {
  const texts: string[] = [];
  let code = "";
  let at = 0;
  // Depth of braces inside each open template literal's expression.
  const templates: number[] = [];
  while (at < source.length) {
    const rest = source.slice(at, at + 2);
    const character = source.charAt(at);
    if (rest === "//") {
      at = endOf(source, "\n", at);
    } else if (rest === "/*") {
      at = endOf(source, "*/", at + 2) + 2;
      code += " ";
    } else if (character === '"' || character === "'") {
      const end = endOfQuoted(source, at, character);
      code += `"${texts.length}"`;
      texts.push(source.slice(at + 1, end));
      at = end + 1;
    } else if (character === "`" || (character === "}" && templates.at(-1) === 0)) {
      if (character === "}") templates.pop();
      const { end, opensExpression } = endOfTemplate(source, at + 1);
      if (opensExpression) templates.push(0);
      code += " ";
      at = end;
    } else if (character === "/" && startsRegExp(code)) {
      at = endOfRegExp(source, at);
      code += " 0 ";
    } else {
      const depth = templates.length - 1;
      if (depth >= 0 && character === "{") templates[depth] = (templates[depth] ?? 0) + 1;
      if (depth >= 0 && character === "}") templates[depth] = (templates[depth] ?? 0) - 1;
      code += character;
      at++;
    }
  }
  return { code, texts };
}

function endOf(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found;
}

function endOfQuoted(source: string, start: number, quote: string): number {
  let at = start + 1;
  while (at < source.length && source.charAt(at) !== quote) at += source.charAt(at) === "\\" ? 2 : 1;
  return at;
}

function endOfTemplate(source: string, start: number): { end: number; opensExpression: boolean } {
  for (let at = start; at < source.length; at++) {
    if (source.charAt(at) === "\\") at++;
    else if (source.charAt(at) === "`") return { end: at + 1, opensExpression: false };
    else if (source.startsWith("${", at)) return { end: at + 2, opensExpression: true };
  }
  return { end: source.length, opensExpression: false };
}

/** A slash begins a regular expression where no value stands before it. */
function startsRegExp(code: string): boolean {
  const before = code.trimEnd();
  return /(?:^|[([{,;:=!&|?+*%<>~^-]|\b(?:return|typeof|case|in|of|yield|await))$/u.test(before);
}

function endOfRegExp(source: string, start: number): number {
  let isInClass = false;
  for (let at = start + 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === "\\") at++;
    else if (character === "[") isInClass = true;
    else if (character === "]") isInClass = false;
    else if (character === "\n") return at;
    else if (character === "/" && !isInClass) return at + 1;
  }
  return source.length;
}
