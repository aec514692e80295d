/** A paragraph without Markdown's marks: emphasis, headings, quotes, and links as their words. */
export function withoutMarkup(text: string): string {
  if (!/[*_`#>[\]<-]/.test(text)) return text;
  return text
    .replace(/^[ \t]{0,3}(?:#{1,6}|>|[-*+])[ \t]+/gmu, "")
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, "$1")
    .replace(/\*{1,3}|__|`/g, "")
    .replace(/[ \t]#+$/u, "")
    .trim();
}

/** For comparing whole paragraphs: lower case, single spaces, nothing but letters and digits at either end. */
export function barePhrase(text: string): string {
  if (text.length > 200) return "";
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, "");
}

/** What a text says itself: what stands in quotation marks is left out. */
export function withoutQuotes(text: string): string {
  return text.replace(/„[^“”"]*[“”"]|“[^”]*”|»[^«]*«|«[^»]*»|"[^"]*"/gu, " ");
}
