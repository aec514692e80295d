/** Prefixes that leave their verb in a main clause and let `ge` and `zu` in: an-ge-reist, an-zu-reisen. Folded. */
export const separablePrefixes: readonly string[] =
  "ab an auf aus auseinander bei bereit bevor dar davon dicht dran drauf durch ein empor entgegen entlang fern fertig fest fort frei gegenuber gleich her heran heraus herbei herein heruber herum herunter hervor hin hinauf hinaus hinein hinter hinterher hinuber hinunter hinzu hoch inne kaputt kennen klar locker los mit nach nahe nieder offen ran rauf raus rein ruber rum runter statt still teil tot uber uberein um umher unter vor voran voraus vorbei voruber vorweg weg weiter wider wieder zu zurecht zuruck zusammen zwischen".split(
    " ",
  );

export const inseparablePrefixes: readonly string[] =
  "be emp ent er ge hinter miss uber um unter ver voll wider zer".split(" ");

const prefixPattern = [...separablePrefixes].sort((a, b) => b.length - a.length).join("|");
const participle = new RegExp(
  `^(${prefixPattern})ge(?=\\p{L}{4,}$)(.*(?:[^h]t|t(?:e|en|em|er|es)|en|ene[mnrs]?))$`,
  "u",
);
const infinitiveWithZu = new RegExp(`^(${prefixPattern})zu(\\p{L}{3,}(?:en|rn|ln))$`, "u");

/**
 * Takes `ge` and `zu` out of a separable verb's participle and infinitive, so that they share the verb's stem:
 * angereist → anreist, anzureisen → anreisen. Other words come back as they are.
 * @param folded folded as `foldGerman` does
 */
export function withoutVerbInfix(folded: string): string {
  if (folded.length < 8 || folded.endsWith("ungen")) return folded;
  if (!folded.includes("ge", 2) && !folded.includes("zu", 2)) return folded;
  const match = participle.exec(folded) ?? infinitiveWithZu.exec(folded);
  return match === null ? folded : `${match[1]}${match[2]}`;
}
