/** Mulberry32: the same numbers from 0 to 1 for the same seed, on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Puts typing errors into a question's longer words: a letter swapped with the next, left out, doubled or replaced.
 * The same question always gets the same errors.
 * @param errors how many, each in another word where there are enough
 */
export function withTypingErrors(errors: number): (question: string) => string {
  return (question) => {
    const random = seededRandom(
      [...question].reduce((seed, char) => Math.imul(seed, 31) + (char.codePointAt(0) ?? 0), 7),
    );
    const words = [...question.matchAll(/\p{L}{4,}/gu)];
    let result = question;
    const chosen = words
      .map((match) => ({ match, order: random() }))
      .sort((a, b) => a.order - b.order)
      .slice(0, errors)
      .map(({ match }) => match)
      .sort((a, b) => b.index - a.index);
    for (const match of chosen) {
      result = result.slice(0, match.index) + misspelt(match[0], random) + result.slice(match.index + match[0].length);
    }
    return result;
  };
}

function misspelt(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = "abcdefghijklmnopqrstuvwxyz".charAt(Math.floor(random() * 26));
  const kind = Math.floor(random() * 4);
  if (kind === 0) return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  if (kind === 1) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 2) return word.slice(0, at) + word.charAt(at) + word.slice(at);
  return word.slice(0, at) + letter + word.slice(at + 1);
}

/** Writes umlauts the way people do without a German keyboard. */
export function withoutUmlauts(how: "written-out" | "dropped"): (question: string) => string {
  const written: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue", ß: "ss" };
  const dropped: Record<string, string> = { ä: "a", ö: "o", ü: "u", Ä: "A", Ö: "O", Ü: "U", ß: "ss" };
  const table = how === "written-out" ? written : dropped;
  return (question) => question.replace(/[äöüÄÖÜß]/g, (letter) => table[letter] ?? letter);
}
