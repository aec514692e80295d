import type { Passage } from "../documents/document.ts";

/** Markdown as it reads where it is shown: without emphasis, code marks, link targets, list and heading marks. */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, "$1")
    .replace(/^[ \t]*(?:>[ \t]?|[-+*][ \t]+|\d{1,9}[.)][ \t]+|#{1,6}[ \t]+)+/gmu, "")
    .replace(/(?<!\\)(?:\*{1,3}|_{2,3}|`+)/g, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/**
 * The file with the anchor of the heading above a passage, as the usual viewers of Markdown name it.
 * @param headings of the whole document
 * @returns undefined where there is no heading, or where several would have that anchor
 */
export function headingAnchor(
  { file, headings }: { readonly file: string; readonly headings: readonly string[] },
  { headingPath }: Pick<Passage, "headingPath">,
): string | undefined {
  const slug = slugOf(headingPath.at(-1) ?? "");
  if (slug === "" || headings.filter((heading) => slugOf(heading) === slug).length > 1) return undefined;
  return `${file}#${slug}`;
}

function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}
