import { defined } from "../../../defined.ts";
import { isSectionHeading } from "../../boilerplate/provisions.ts";
import type { Paragraph, RepealedSection } from "../../document.ts";
import { parsePublicationDate } from "../publication-date.ts";
import { repealInHeading, repealOfSection } from "./repeal.ts";

/** The sections that are no longer in force, as their headings say or the notes right below them; outermost ones only. */
export function repealedSections(
  paragraphs: readonly Paragraph[],
  textOf: (paragraph: Paragraph) => string,
): readonly RepealedSection[] {
  const found: RepealedSection[] = [];
  for (const [i, heading] of paragraphs.entries()) {
    const { kind, range } = heading;
    // A section that holds nothing but the note has no text below it, and so does not look like a heading.
    const isBare = kind === "text" && isSectionHeading(textOf(heading));
    if ((kind !== "heading" && !isBare) || range.start < (found.at(-1)?.range.end ?? 0)) continue;
    const below = paragraphs[i + 1];
    const note = below?.kind === "text" ? repealOfSection(textOf(below)) : undefined;
    const repeal = repealInHeading(textOf(heading)) ?? note;
    if (repeal === undefined) continue;
    const { since, replacedBy } = repeal;
    found.push({
      range: {
        start: range.start,
        end: isBare && note !== undefined ? endOf(below, range.end) : endOfSection(paragraphs, i),
      },
      ...(since === undefined ? {} : { since: parsePublicationDate(since) }),
      ...defined({ replacedBy }),
    });
  }
  return found;
}

function endOf(paragraph: Paragraph | undefined, otherwise: number): number {
  return paragraph?.range.end ?? otherwise;
}

function endOfSection(paragraphs: readonly Paragraph[], heading: number): number {
  const start = paragraphs[heading]?.range.start;
  let end = paragraphs[heading]?.range.end ?? 0;
  for (const { headings, range } of paragraphs.slice(heading + 1)) {
    if (!headings.some((above) => above.start === start)) break;
    end = range.end;
  }
  return end;
}
