/**
 * By encoding, the letters beyond ASCII of the languages that are written in it, one language a line, the most frequent
 * letter first.
 */
const western: readonly string[] = [
  "üäöß",
  "éèàêçùôûîâïëœæÿ",
  "óíáéñúü",
  "ãçáéóêíõúâôàü",
  "àèùòìéí",
  "åøæé",
  "äåöé",
  "íáðéöþóæúý",
  "ëéïöüèêó",
  "äõüöšž",
  "òóèéàíçïúü",
];
const central: readonly string[] = ["ąłężóćśńź", "íáěéřýžčšůúťóňď", "áíéýúčžšťľňóôäďĺŕ", "áéíöóőüúű", "šžčćđ", "ăţîşâ"];
const turkish: readonly string[] = ["ıüşğçöâîû"];

/** The encodings that Latin letters are guessed to be in; all but windows-1252 must be likelier by some margin. */
export const latinLetters: ReadonlyMap<string, readonly string[]> = new Map([
  ["windows-1252", western],
  ["cp850", western],
  ["macintosh", western],
  ["windows-1250", central],
  ["iso-8859-2", central],
  ["windows-1254", turkish],
]);

const known: ReadonlySet<string> = new Set([...western, ...central, ...turkish].join(""));

export function isKnownLatin(letter: string): boolean {
  return known.has(letter.toLowerCase());
}
