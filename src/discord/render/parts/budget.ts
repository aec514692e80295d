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
