/** Prefixes that leave their verb in a main clause and let `ge` and `zu` in: an-ge-reist, an-zu-reisen. Folded. */
export const separablePrefixes: readonly string[] =
  "ab an auf aus auseinander bei bereit bevor dar davon durch ein empor entgegen entlang fern fest fort frei gegenuber gleich her heran heraus herbei herein herum herunter hervor hin hinaus hinein hinter hinzu hoch inne klar kennen los mit nach nahe nieder statt still teil um unter uber vor voran voraus vorbei voruber weg weiter wider wieder zu zuruck zusammen zwischen".split(
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
