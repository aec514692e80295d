/** Endings of nouns that name persons; what women are called by puts `in` or `innen` behind them. */
const feminine = /^(.{2,}(?:er|ent|ant|ist|or|eur|arzt|wirt|bot|log|at))in(?:nen)?$/;
/** "Ergebnis" doubles its s before an ending. */
const nis = /^(.{2,}nis)s(?:e|es|en)$/;

/**
 * A noun without what CISTEM leaves standing: "Lehrerinnen" and "Lehrerin" as "Lehrer", "Ergebnisse" as "Ergebnis".
 * Other words that end alike lose the same letters wherever they stand, and still meet themselves.
 * @param folded what `foldGerman` returned
 */
export function withoutNounEnding(folded: string): string {
  return feminine.exec(folded)?.[1] ?? nis.exec(folded)?.[1] ?? folded;
}
