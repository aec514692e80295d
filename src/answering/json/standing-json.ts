import type { PublicationDate } from "../../documents/document.ts";
import type { Standing } from "../../search/editions/editions.ts";

/** Why something is not in force, as JSON for other programs; dates as stated. */
export function standingJson({ standing }: { readonly standing?: Standing }): object {
  if (standing === undefined) return {};
  const { kind, day, since, replacedBy } = standing;
  const fields: readonly (readonly [string, PublicationDate | undefined])[] = [
    [kind === "former" ? "until" : "from", day],
    ["since", since],
  ];
  const dates = fields.flatMap(([name, date]) => (date === undefined ? [] : [[name, date.stated] as const]));
  return {
    standing: { kind, ...Object.fromEntries(dates), ...(replacedBy.length === 0 ? {} : { replacedBy }) },
  };
}
