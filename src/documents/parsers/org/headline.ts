import type { Headline } from "../parser.ts";

/** What stands before the words of a headline behind its stars: the state of a task, as Org and its users name them, and how urgent it is. */
const lead = /^(?:(?:TODO|DONE|WAITING|NEXT|CANCELLED|CANCELED)[ \t]+)?(?:\[#[A-Z0-9]\][ \t]+)?/u;
const comment = /^COMMENT(?:[ \t]+|$)/u;
const tags = /[ \t]+:[\p{L}\p{N}_@#%:]+:[ \t]*$/u;

/** @param text of the headline, behind its stars and the white space there */
export function readHeadline(text: string): Headline {
  const before = lead.exec(text)?.[0].length ?? 0;
  const commented = comment.exec(text.slice(before))?.[0].length ?? 0;
  const leadChars = before + commented;
  return { leadChars, tagChars: tags.exec(text.slice(leadChars))?.[0].length ?? 0, isComment: commented > 0 };
}
