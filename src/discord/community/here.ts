import type { PointerRow } from "../../store/tables.ts";
import type { Community } from "./community.ts";

/** What a place decides about how questions are answered there. */
export interface AskedHere {
  readonly mostAtFirst: number;
  readonly pointers: readonly PointerRow[];
}

export function askedIn(guildId: string | null, community: Community): AskedHere {
  return {
    mostAtFirst: community.settingsOf(guildId).passages,
    pointers: community.pointersOf(guildId),
  };
}

/** What people may do with an answer there. */
export function viewIn(guildId: string | null, community: Community): { canVote: boolean; canPoint: boolean } {
  const hasStore = community.store !== undefined;
  return { canVote: hasStore, canPoint: hasStore && guildId !== null && community.settingsOf(guildId).askersPoint };
}
