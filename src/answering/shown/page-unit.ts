import { formatOf } from "../../documents/formats.ts";

/** What the number of a passage's page counts. */
export type PageUnit = "page" | "slide" | "row";

/** @param file of the passage's document */
export function pageUnitOf(file: string): PageUnit {
  return formatOf(file)?.pageUnit ?? "page";
}
