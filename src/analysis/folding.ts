/**
 * Lower case without accents, the rule that every language shares: NFKC, lower case, `ß` as `ss`, combining marks off.
 * Runs of combining marks of any length cost linear time.
 */
export function foldCase(word: string): string {
  if (isPlainLowerAscii(word)) return word;
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
