import { isAddressRefused } from "../connection/discord-errors.ts";
import { toPayload, type View } from "../render/parts/blocks.ts";
import { withoutLinks } from "../render/parts/map-buttons.ts";

/**
 * Sends a message; without its links where Discord does not take one of their addresses (such as a host of one word), for
 * nobody should go without the answer for the sake of a button.
 */
export async function sendView<T>(view: View, send: (payload: ReturnType<typeof toPayload>) => Promise<T>): Promise<T> {
  try {
    return await send(toPayload(view));
  } catch (error) {
    if (!isAddressRefused(error)) throw error;
    return send(toPayload(withoutLinks(view)));
  }
}
