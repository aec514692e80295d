import type { Check, CheckName } from "./proof.ts";

/** A check with what came out instead, where it does not hold. */
export function check(name: CheckName, holds: boolean, found?: string): Check {
  return { name, holds, ...(holds || found === undefined ? {} : { found }) };
}
