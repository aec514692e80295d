/** Parses a whole number from an address and clamps it between two bounds; gives the fallback for anything else. */
export function parseNumber(
  text: string | undefined,
  { least, most, fallback }: { readonly least: number; readonly most: number; readonly fallback: number },
): number {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return fallback;
  return Math.min(most, Math.max(least, Number(text)));
}
