import { type MessageComponentInteraction, MessageFlags, type RepliableInteraction } from "discord.js";
import type { Messages } from "../../locales/messages.ts";
import type { BotContext } from "../context.ts";
import { notice, toPayload, toPrivatePayload, type View } from "../render/parts/layout.ts";
import { placesOf } from "../scope.ts";
import { sendView } from "./sending.ts";

/** Tells the person who acted, privately if that is still possible, and never in place of an existing message. */
export async function explain(interaction: RepliableInteraction, words: string): Promise<void> {
  const view = notice(words);
  if (!interaction.deferred && !interaction.replied) await interaction.reply(toPrivatePayload(view));
  else if (interaction.replied || isDeferredUpdate(interaction)) await interaction.followUp(toPrivatePayload(view));
  else await interaction.editReply(toPayload(view));
}

/** "Thinking …", which only the person sees where it is private. */
export async function deferReply(interaction: RepliableInteraction, isPrivate: boolean): Promise<void> {
  await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
}

export async function finish(interaction: RepliableInteraction, view: View, m: Messages): Promise<void> {
  const isEdit = isDeferredUpdate(interaction);
  await sendView(view, m, (payload) => interaction.editReply(payload), { isEdit });
}

/** Tells what went wrong to nobody but the person, also where "thinking …" is public by now. */
export async function failPrivately(interaction: RepliableInteraction, words: string): Promise<void> {
  if (interaction.deferred && !interaction.replied && interaction.ephemeral === false) {
    // A follow-up would replace "thinking …" and be just as public, so that is deleted first.
    await interaction.deleteReply();
    await interaction.followUp(toPrivatePayload(notice(words)));
  } else await explain(interaction, words);
}

/** @returns false if the person has to wait or may not ask, and has been told so */
export async function takeTurn(
  interaction: RepliableInteraction,
  what: "question" | "click",
  m: Messages,
  { cooldowns, community }: Pick<BotContext, "cooldowns" | "community">,
): Promise<boolean> {
  if (what === "question" && community.isBlocked(interaction.guildId, interaction.user.id, placesOf(interaction))) {
    await explain(interaction, m.discord.community.moderation.youAreBlocked);
    return false;
  }
  const turn = await cooldowns.take(what, interaction.user.id, interaction.channelId ?? interaction.user.id);
  if (turn.isGranted) return true;
  await explain(interaction, m.discord.problems.cooldown(turn.waitSeconds));
  return false;
}

/** The components of the message that was clicked, as Discord sends them. */
export function componentsOf(message: MessageComponentInteraction["message"]) {
  return message.components.map((component) => component.toJSON());
}

function isDeferredUpdate(interaction: RepliableInteraction): boolean {
  return interaction.isMessageComponent() && interaction.deferred && interaction.ephemeral === null;
}
