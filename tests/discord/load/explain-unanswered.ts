import type { Delivery } from "../../../discord-stand-in/gateway/deliveries.ts";
import type { Unanswered } from "./people-asking.ts";

/** An interaction is Discord's to give up after so long. */
const interactionMs = 3000;
/** How long a bot may take that is at work on other answers too. */
const fairMs = 1000;
/** The same with all requests of an answer failing and being sent again. */
const hardMs = 45_000;

/** Why a question got no answer. */
export interface Explanation {
  /** Whether the bot could have answered it. */
  readonly isLost: boolean;
  readonly reason: string;
}

/**
 * Tells what a bot is to blame for from what Discord never delivers, or delivers when it has given up itself.
 * @param delivery how the question fared on its way to the bot; undefined where nobody knows
 * @param patienceMs how long the person waited
 * @param isReplied whether an answer came after that
 */
export function explainUnanswered(
  { trigger }: Pick<Unanswered, "trigger">,
  delivery: Delivery | undefined,
  { patienceMs, isReplied }: { readonly patienceMs: number; readonly isReplied: boolean },
): Explanation {
  if (delivery === undefined) return { isLost: true, reason: "nothing is known of its delivery" };
  const { publishedAt, sentAt, sessions } = delivery;
  if (sessions === 0) return { isLost: false, reason: "asked while there was no session: Discord sends it to nobody" };
  if (sentAt === undefined)
    return { isLost: false, reason: "asked in a session that ended before it could be delivered" };
  const lateMs = sentAt - publishedAt;
  if (trigger === "command" && lateMs > interactionMs - fairMs)
    return { isLost: false, reason: `delivered after ${lateMs} ms: Discord gives up after ${interactionMs} ms` };
  if (trigger === "mention" && isReplied && lateMs > patienceMs - hardMs)
    return { isLost: false, reason: `delivered after ${lateMs} ms, and answered when nobody waited any more` };
  return { isLost: true, reason: `delivered after ${lateMs} ms, and not answered` };
}
