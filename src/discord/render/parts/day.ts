import type { Messages } from "../../../locales/messages.ts";

/** A day in words. @param timeMs since 1970 */
export function dayOf(timeMs: number, { answer }: Messages): string {
  const day = new Date(timeMs).toISOString().slice(0, 10);
  return answer.published({ stated: day, from: day, until: day, precision: "day" });
}
