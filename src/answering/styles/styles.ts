import { biblatex, bibtex } from "./bibtex.ts";
import { chicagoAuthorDate, chicagoFootnote } from "./chicago.ts";
import { cslJson } from "./csl-json.ts";
import { iso690AuthorDate, iso690Footnote } from "./iso690.ts";
import { markdown } from "./markdown.ts";
import { ris } from "./ris.ts";
import type { ReferenceStyle } from "./style.ts";

/** Every style, in the order in which people are offered them. */
export const styles: readonly ReferenceStyle[] = [
  chicagoAuthorDate,
  chicagoFootnote,
  iso690AuthorDate,
  iso690Footnote,
  markdown,
  bibtex,
  biblatex,
  ris,
  cslJson,
];
