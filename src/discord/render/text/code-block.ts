import { ellipsis } from "./cut.ts";
import { sanitize } from "./escape.ts";
import { graphemes } from "./graphemes.ts";

const fence = "```";

/**
 * A text of at most `maxChars` as it is to be copied, cut between graphemes. Marks that would end the block become
 * apostrophes, for nothing can be escaped in it.
 */
export function codeBlock(text: string, maxChars: number): string {
  const body = sanitize(text).replaceAll(fence, "'''").replace(/`$/u, "'");
  const room = maxChars - 2 * (fence.length + 1);
  return `${fence}\n${body.length <= room ? body : cut(body, room)}\n${fence}`;
}

function cut(body: string, room: number): string {
  let end = 0;
  for (const grapheme of graphemes(body)) {
    if (end + grapheme.length > room - ellipsis.length) break;
    end += grapheme.length;
  }
  return `${body.slice(0, end)}${ellipsis}`;
}
