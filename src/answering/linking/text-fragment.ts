/** Longer quotes are identified by their first and last words, which browsers find more reliably. */
const maxWholeChars = 120;
const wordsAtEachEnd = 5;

/**
 * A link that opens a page at a quote and marks it: a text directive as the WICG's draft "URL Fragment Text Directives"
 * defines it. Where the quote is not found, the page opens at the place.
 * @param blocks the quote, in as many pieces as there are blocks of the page that it covers
 * @param place the fragment of a place near the quote, as it is written in an address; the address's own goes before it
 * @returns undefined where there is no address, or where neither quote nor place says where
 */
export function textFragmentLink(url: string | undefined, blocks: readonly string[], place = ""): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const directive = textDirective(blocks);
  if (directive === undefined && place === "") return undefined;
  // This directive replaces those that the address already has.
  const [address = url] = url.split(":~:");
  const hasFragment = /#./u.test(address);
  const opened = hasFragment ? address : `${address.replace(/#$/u, "")}#${place}`;
  return directive === undefined ? opened : `${opened}:~:${directive}`;
}

/** `text=whole%20quote`, or `text=its%20first%20words,its%20last%20words`. */
function textDirective(blocks: readonly string[]): string | undefined {
  const texts = blocks.map((block) => block.toWellFormed().replace(/\s+/gu, " ").trim());
  const [first = "", last = first] = [texts[0], texts.at(-1)];
  if (!/[\p{L}\p{N}]/u.test(first)) return undefined;
  const [start, end] = [first.split(" "), last.split(" ")];
  const isWhole = texts.length === 1 && (first.length <= maxWholeChars || start.length < 2 * wordsAtEachEnd);
  if (isWhole) return `text=${encode(first)}`;
  return `text=${encode(start.slice(0, wordsAtEachEnd).join(" "))},${encode(end.slice(-wordsAtEachEnd).join(" "))}`;
}

/** The fragment of an `id`, without what closes links in Markdown. */
export function fragmentOf(anchor: string): string {
  return percentEncode(encodeURIComponent(anchor.toWellFormed()), /[!'()*~]/g);
}

/** Comma, ampersand and dash have a meaning of their own inside a directive; the rest is what closes links in Markdown. */
function encode(text: string): string {
  return percentEncode(encodeURIComponent(text), /[-!'()*~_]/g);
}

function percentEncode(text: string, characters: RegExp): string {
  return text.replace(
    characters,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}
