import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";

/** Reads references with a library that knows nothing of how they were written, as items of the Citation Style Language. */
export function readBack(format: "bibtex" | "biblatex" | "ris", text: string): unknown {
  const forceType = format === "ris" ? "@ris/file" : `@${format}/text`;
  return plugins.input.chain(text, { forceType, generateGraph: false });
}
