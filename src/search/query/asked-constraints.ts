import type { Language } from "../../analysis/language.ts";
import { stemTerm } from "../../analysis/term.ts";
import type { TextRange } from "../../documents/document.ts";
import type { Constraint } from "../constraints/constraint.ts";
import { readConstraints } from "../constraints/read-constraints.ts";
import { type Alike, sameStem } from "../constraints/read-text.ts";
import type { Concept } from "./concept.ts";

/** Where word order matters, weaker alternatives than this mean something else. */
const alikeWeight = 0.45;

/**
 * What a message fixes to the letter. @param parts of the message that ask; nothing outside them is fixed
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
