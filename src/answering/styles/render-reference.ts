import { AppError } from "../../errors.ts";
import type { Locale } from "../../locales/locale.ts";
import type { ReferenceData } from "./reference-data.ts";
import type { ReferenceStyle } from "./style.ts";
import { styles } from "./styles.ts";

/** Names of the styles, in the order in which people are offered them. */
export const styleNames: readonly string[] = styles.map(({ name }) => name);

/** The style that a name or an alias means, however it is written. */
export function findStyle(name: string): ReferenceStyle | undefined {
  const wanted = name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  return styles.find((style) => style.name === wanted || style.aliases.includes(wanted));
}

/**
 * Writes several references as one text, such as a list in JSON: each once, under an id that no other has.
 * @param style a style's name or alias
 * @throws AppError `usage` where there is no such style
 */
export async function renderReferences(
  style: string,
  references: readonly ReferenceData[],
  locale: Locale,
): Promise<string> {
  const written: string[] = [];
  for (const reference of withUniqueIds(references)) written.push(await renderReference(style, reference, locale));
  return findStyle(style)?.join?.(written) ?? written.join("\n");
}

function withUniqueIds(references: readonly ReferenceData[]): ReferenceData[] {
  const once = new Map(references.map((reference) => [reference.citation, reference]));
  const taken = new Set<string>();
  return [...once.values()].map((reference) => {
    let id = reference.id;
    for (let number = 2; taken.has(id); number++) id = `${reference.id}-${number}`;
    taken.add(id);
    return { ...reference, id };
  });
}

/**
 * Writes a reference.
 * @param style a style's name or alias
 * @throws AppError `usage` where there is no such style
 */
export function renderReference(style: string, reference: ReferenceData, locale: Locale): string | Promise<string> {
  const found = findStyle(style);
  if (found !== undefined) return found.render(reference, locale);
  throw new AppError("usage", `There is no style "${style.slice(0, 60)}".`, `Styles are: ${styleNames.join(", ")}`);
}
