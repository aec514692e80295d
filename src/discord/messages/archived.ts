import type { Channel } from "discord.js";
import { isThreadArchived } from "../connection/discord-errors.ts";

/** Changes something in a channel; in an archived thread, where nothing can be changed, after it was opened again. */
export async function changeIn<T>(channel: Channel, change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (!isThreadArchived(error) || !channel.isThread()) throw error;
    await channel.setArchived(false);
    return change();
  }
}
