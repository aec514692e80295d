import type { CollectionListing } from "../../documents/read-collection.ts";
import type { IndexEvent } from "../../search/index-event.ts";

/** Tells of what a listing leaves out or keeps restricted; of the latter once a file. */
export function createListingTeller(
  onEvent: (event: IndexEvent) => void,
): (listing: Pick<CollectionListing, "skipped" | "keptRestricted">) => void {
  const told = new Set<string>();
  return ({ skipped, keptRestricted }) => {
    for (const one of skipped) onEvent({ kind: "skipped", ...one });
    for (const one of keptRestricted) {
      if (!told.has(one.file)) onEvent({ kind: "kept-restricted", ...one });
      told.add(one.file);
    }
  };
}
