/** Markdown as it reads where it is shown: without emphasis, code marks, link targets, list and heading marks. */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, "$1")
    .replace(/^[ \t]*(?:>[ \t]?|[-+*][ \t]+|\d{1,9}[.)][ \t]+|#{1,6}[ \t]+)+/gmu, "")
    .replace(/(?<!\\)(?:\*{1,3}|_{2,3}|`+)/g, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
