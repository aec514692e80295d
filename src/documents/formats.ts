import type { DocumentFormat } from "./parsers/parser.ts";
import { parserFor, parsers } from "./parsers/parsers.ts";

/** The format of a file by its name; undefined where no format has its extension. */
export function formatOf(file: string): DocumentFormat | undefined {
  return parserFor(file);
}

/** The extension of each format that people are told of. */
export const shownExtensions: readonly string[] = parsers.flatMap(({ extensions }) => extensions.slice(0, 1));

/** ".txt, .md or .pdf files", with all of the formats. */
export const readableFiles = `${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(shownExtensions)} files`;
