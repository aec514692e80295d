import type { Messages } from "../../locales/messages.ts";
import { isAddressRefused, isBlockedByAutoMod, isRefused } from "../connection/discord-errors.ts";
import { notice, toPayload, toPlainPayload, type View } from "../render/parts/layout.ts";
import { withoutLinks } from "../render/parts/map-buttons.ts";
import { plainText } from "../render/parts/plain-text.ts";

export type Payload = ReturnType<typeof toPayload> | ReturnType<typeof toPlainPayload>;

/**
 * Sends a message, for nobody should go without the answer for the sake of how it is laid out: without its links where
 * Discord does not take one of their addresses (such as a host of one word), as plain text where it does not take it at
 * all. What the server's AutoMod blocks is told instead.
 * @param isEdit whether a message stands there already, which has to keep its kind
 */
export async function sendView<T>(
  view: View,
  { discord: { problems } }: Messages,
  send: (payload: Payload) => Promise<T>,
  { isEdit = false } = {},
): Promise<T> {
  try {
    return await sendRich(view, send);
  } catch (error) {
    if (isBlockedByAutoMod(error)) return send(toPayload(notice(problems.blocked)));
    if (!isRefused(error)) throw error;
    const text = plainText(view, problems.plain(error.code));
    return send(isEdit ? toPayload(notice(text)) : toPlainPayload(text));
  }
}

async function sendRich<T>(view: View, send: (payload: Payload) => Promise<T>): Promise<T> {
  try {
    return await send(toPayload(view));
  } catch (error) {
    if (!isAddressRefused(error)) throw error;
    return send(toPayload(withoutLinks(view)));
  }
}
