/**
 * Lower case without accents, the rule that every language shares: NFKC, lower case, `ß` as `ss`, combining marks off.
 * Runs of combining marks of any length cost linear time.
 */
export function foldCase(word: string): string {
  // Nearly every word consists of these letters, for which the rule is simpler.
  switch (lettersOf(word)) {
    case "lower":
      return word;
    case "ascii":
      return word.toLowerCase();
    case "german":
      return word.toLowerCase().replace(/[äöüß]/g, unmarked);
  }
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

/** Whether a word is of digits and lower-case ASCII letters, of any ASCII letters, or of German ones. */
function lettersOf(word: string): "lower" | "ascii" | "german" | "other" {
  let letters: "lower" | "ascii" | "german" = "lower";
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) continue;
    if (code >= 65 && code <= 90) {
      if (letters === "lower") letters = "ascii";
    } else if (germanLetters.includes(code)) letters = "german";
    else return "other";
  }
  return letters;
}

const germanLetters = [..."äöüÄÖÜß"].map((letter) => letter.charCodeAt(0));

function unmarked(letter: string): string {
  return letter === "ä" ? "a" : letter === "ö" ? "o" : letter === "ü" ? "u" : "ss";
}
