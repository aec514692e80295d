/**
 * Lower case without accents, the rule that every language shares: NFKC, lower case, `ß` as `ss`, combining marks off.
 * Runs of combining marks of any length cost linear time.
 */
export function foldCase(word: string): string {
  if (isPlainLowerAscii(word)) return word;
  // Nearly every word is of these letters, for which the rule comes to this.
  if (isPlain(word)) return word.toLowerCase().replace(/[äöüß]/g, unmarked);
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("ı", "i")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replace(/['’]/g, "");
}

function isPlainLowerAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) return false;
  }
  return true;
}

/** Whether a word is of ASCII letters, digits, German umlauts and ß alone. */
function isPlain(word: string): boolean {
  return /^[A-Za-z0-9äöüÄÖÜß]+$/.test(word);
}

function unmarked(letter: string): string {
  return letter === "ä" ? "a" : letter === "ö" ? "o" : letter === "ü" ? "u" : "ss";
}
