/** Colloquial forms of herauf and hinauf, herunter and hinunter, …; folded. */
const short: Readonly<Record<string, readonly string[]>> = {
  ran: ["heran"],
  rauf: ["herauf", "hinauf"],
  raus: ["heraus", "hinaus"],
  rein: ["herein", "hinein"],
  ruber: ["heruber", "hinuber"],
  rum: ["herum"],
  runter: ["herunter", "hinunter"],
};
/** A verb or its noun behind the particle has so many letters. */
const leastVerbChars = 3;

const begin = new RegExp(`^(?:(${Object.keys(short).join("|")})|(${Object.values(short).flat().join("|")}))`, "u");

/**
 * A word with a particle of direction in its other forms: runterladen for herunterladen and the reverse.
 * @param folded as `foldGerman` does
 * @returns none for words without such a particle
 */
export function otherParticles(folded: string): readonly string[] {
  const match = begin.exec(folded);
  if (match === null) return [];
  const [written, spoken, full] = match;
  const rest = folded.slice(written.length);
  if (rest !== "" && rest.length < leastVerbChars) return [];
  const forms =
    spoken !== undefined
      ? (short[spoken] ?? [])
      : Object.entries(short).flatMap(([word, fulls]) =>
          full !== undefined && fulls.includes(full) ? [word, ...fulls.filter((other) => other !== full)] : [],
        );
  return forms.map((form) => form + rest);
}
