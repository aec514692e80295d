import type { Check, CheckName } from "./proof.ts";

/** The result of a check, with what was found instead if it failed. */
export function check(name: CheckName, holds: boolean, found?: string): Check {
  return { name, holds, ...(holds || found === undefined ? {} : { found }) };
}
