/** Between maxView and Distance, and between HTML and Parser. */
const seam = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** LehrerInnen is no name. */
const genderEnding = /^In(?:nen)?$/u;

/**
 * The words of a name that sets them in one with capitals, as programs do: max, View and Distance in maxViewDistance.
 * @param word as it is written
 * @returns none for other words
 */
export function humpsOf(word: string): readonly string[] {
  if (!/[\p{Ll}\p{N}]\p{Lu}/u.test(word)) return [];
  const humps = word.split(seam);
  return humps.length < 2 || humps.some((hump) => genderEnding.test(hump)) ? [] : humps;
}
