/**
 * Shares characters out among texts: each gets what it wants where that fits; else the first keeps at least half, and
 * the others share what is left. The shares never add up to more than the total.
 */
export function shareOut(total: number, wanted: readonly number[]): number[] {
  const room = Math.max(0, total);
  const [first = 0, ...others] = wanted;
  const othersWant = others.reduce((sum, want) => sum + want, 0);
  if (first + othersWant <= room) return [...wanted];
  const forFirst =
    others.length === 0 ? Math.min(first, room) : Math.min(first, Math.max(Math.floor(room / 2), room - othersWant));
  let left = room - forFirst;
  return [
    forFirst,
    ...others.map((want, index) => {
      const share = Math.min(want, Math.floor(left / (others.length - index)));
      left -= share;
      return share;
    }),
  ];
}

/** Shares characters out among texts none of which comes first: each gets what it wants, or an equal part of what is left. */
export function shareEqually(total: number, wanted: readonly number[]): number[] {
  return shareOut(total, [0, ...wanted]).slice(1);
}

/** The first lines of several, as many as fit into so many characters with a line break each. */
export function wholeLines(lines: readonly string[], maxChars: number): string[] {
  let chars = 0;
  return lines.filter((line) => {
    chars += line.length + 1;
    return chars <= maxChars;
  });
}
