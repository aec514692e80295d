/** Longer quotes are named by their first and last words, as browsers look those up more reliably. */
const maxWholeChars = 120;
const wordsAtEachEnd = 5;

/**
 * A link that opens a page at a quote and marks it: a text directive as the WICG's draft "URL Fragment Text Directives"
 * defines it.
 * @returns undefined where there is no address
 */
export function textFragmentLink(url: string | undefined, quote: string): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const directive = textDirective(quote);
  if (directive === undefined) return undefined;
  const [address = url, directives] = url.split(":~:");
  // A page's own fragment stays; directives of its own give way to this one.
  const own = directives === undefined ? url : address;
  return `${own}${own.includes("#") ? "" : "#"}:~:${directive}`;
}

/** `text=whole%20quote`, or `text=its%20first%20words,its%20last%20words`. */
function textDirective(quote: string): string | undefined {
  const text = quote.toWellFormed().replace(/\s+/gu, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  if (text.length <= maxWholeChars) return `text=${encode(text)}`;
  const words = text.split(" ");
  if (words.length < 2 * wordsAtEachEnd) return `text=${encode(text)}`;
  return `text=${encode(words.slice(0, wordsAtEachEnd).join(" "))},${encode(words.slice(-wordsAtEachEnd).join(" "))}`;
}

/** Comma, ampersand and dash have a meaning of their own inside a directive; the rest is what closes links in Markdown. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[-!'()*~_]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}
