import { acknowledgedInTime } from "./acknowledged.ts";
import { answered, answeredOnce, nothingBroken, nothingThinking } from "./answered.ts";
import type { Check } from "./finding.ts";
import { nothingHidden, quotesAreTrue } from "./quotes.ts";

/** What every history is held to. */
export const checks: readonly Check[] = [
  answered,
  answeredOnce,
  acknowledgedInTime,
  nothingThinking,
  quotesAreTrue,
  nothingHidden,
  nothingBroken,
];
