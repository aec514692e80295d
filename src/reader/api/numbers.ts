/** A whole number of an address, held between two bounds; the fallback where it is none. */
export function parseNumber(
  text: string | undefined,
  { least, most, fallback }: { readonly least: number; readonly most: number; readonly fallback: number },
): number {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return fallback;
  return Math.min(most, Math.max(least, Number(text)));
}
