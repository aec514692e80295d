/** Directives of MyST whose content is text, and no code: ```` ```{note} ````. */
const prose = new Set(
  `admonition attention card caution danger definition-list dropdown epigraph error example exercise figure glossary grid
  grid-item grid-item-card highlights hint important lemma list-table margin note proof pull-quote seealso sidebar solution
  tab-item tab-set table theorem tip topic versionadded versionchanged deprecated warning`.split(/\s+/u),
);
/** What stands behind their name is a setting, and no title. */
const withSetting = new Set(
  "figure grid grid-item tab-set margin versionadded versionchanged deprecated table-wrapper".split(" "),
);
const opening = /^([ \t>]*)(`{3,}|~{3,})[ \t]*\{([\w:-]+)\}/;
const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;

/** Whether a fenced block is a directive that sets text apart. @param info what stands behind the fence */
export function isProseDirective(info: string): boolean {
  return prose.has(/^\{([\w-]+)\}/u.exec(info.trim())?.[1] ?? "");
}

/** Whether the words behind the name of a directive are its title. */
export function hasTitle(name: string): boolean {
  return !withSetting.has(name);
}

/** The fences of directives that set text apart, as those of boxes, so that the text is read; everything keeps its place. */
export function withOpenDirectives(text: string): string {
  if (!/^[ \t>]*(?:`{3,}|~{3,})[ \t]*\{/m.test(text)) return text;
  /** Fences that are open: those of text, and one of code within them. */
  const open: { readonly fence: string; readonly isProse: boolean }[] = [];
  return text.replace(/[^\r\n]+/g, (line) => {
    const last = open.at(-1);
    const end = closing.exec(line)?.[1];
    if (last !== undefined && end?.startsWith(last.fence) === true) {
      open.pop();
      return last.isProse ? line.replace(end, ":".repeat(end.length)) : line;
    }
    if (last?.isProse === false) return line;
    const [, , fence = "", name = ""] = opening.exec(line) ?? [];
    const isProse = fence !== "" && prose.has(name);
    const isFence = fence !== "" || /^[ \t>]*(?:`{3,}[^`]*|~{3,}.*)$/u.test(line);
    if (isFence) open.push({ fence: fence || (/`{3,}|~{3,}/.exec(line)?.[0] ?? ""), isProse });
    return isProse ? line.replace(fence, ":".repeat(fence.length)) : line;
  });
}
