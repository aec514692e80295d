import type { Happened } from "../history/event.ts";

/** Something that must not be. */
export interface Finding {
  readonly rule: string;
  readonly at: number;
  readonly what: string;
}

/** A rule that every history keeps to. @returns where this one does not */
export type Check = (events: readonly Happened[]) => Finding[];
