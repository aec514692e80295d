import type { Language } from "../../analysis/language.ts";
import { stemTerm } from "../../analysis/term.ts";
import type { TextRange } from "../../documents/document.ts";
import type { Constraint } from "../constraints/constraint.ts";
import { readConstraints } from "../constraints/read-constraints.ts";
import { type Alike, sameStem } from "../constraints/read-text.ts";
import type { Concept } from "./concept.ts";

/** Alternatives of less weight say another thing where it matters how words stand to each other. */
const alikeWeight = 0.45;

/**
 * What the asking parts of a message fix to the letter.
 * @param parts of the message; what stands beside them is fixed by nobody
 * @param concepts what its words may stand for
 */
export function askedConstraints(
  message: string,
  parts: readonly TextRange[],
  language: Language["code"],
  concepts: readonly Concept[],
): Constraint[] {
  return parts.flatMap(({ start, end }) =>
    readConstraints(message.slice(start, end), language, alikeBy(concepts, start)).map((constraint) => ({
      ...constraint,
      start: constraint.start + start,
      end: constraint.end + start,
    })),
  );
}

/** Words are alike that are the same, or one of which the query has for the other: eggs for Eier. */
function alikeBy(concepts: readonly Concept[], offset: number): Alike {
  const terms = new Map<Concept, ReadonlySet<string>>();
  return (asked, found, code) => {
    if (sameStem(asked, found, code)) return true;
    const concept = concepts.find(({ start, end }) => start <= asked.start + offset && asked.end + offset <= end);
    if (concept === undefined) return false;
    let known = terms.get(concept);
    if (known === undefined) {
      known = new Set(
        concept.alternatives.flatMap(({ term, weight, kind }) =>
          weight >= alikeWeight && kind !== "part" && kind !== "broader" ? [term] : [],
        ),
      );
      terms.set(concept, known);
    }
    return known.has(stemTerm(found.stem, code));
  };
}
