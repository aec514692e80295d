import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from "discord.js";
import type { Messages } from "../../locales/messages.ts";
import { splitCustomId } from "../custom-ids/custom-id.ts";
import { deleteId, shareId } from "../custom-ids/ids.ts";
import { messageTextChars } from "../limits.ts";
import { type Button, button, text, textChars, type View } from "./parts/blocks.ts";
import { mapButtons } from "./parts/map-buttons.ts";

/** A private message as it stays with the asker after it was shared. */
export function renderAfterSharing(components: readonly APIMessageTopLevelComponent[]): View {
  return { components: mapButtons(components, (child) => (isShare(child) ? [] : [child])) };
}

/** A private message as everybody gets to see it: it says who shared it, and that person can delete it. */
export function renderShared(
  components: readonly APIMessageTopLevelComponent[],
  { asker, m }: { asker: string; m: Messages },
): View {
  const replaced = mapButtons(components, (child) =>
    isShare(child) ? [button(deleteId.encode({ asker }), m.discord.buttons.delete)] : [child],
  );
  const label = text(`-# ${m.discord.sharedBy(`<@${asker}>`)}`);
  return {
    components: replaced.map((component) => {
      if (component.type !== ComponentType.Container) return component;
      const fits = textChars([label, ...component.components]) <= messageTextChars;
      return fits ? { ...component, components: [label, ...component.components] } : component;
    }),
  };
}

function isShare(child: Button): boolean {
  if (child.style === ButtonStyle.Link || child.style === ButtonStyle.Premium) return false;
  return splitCustomId(child.custom_id)?.kind === shareId.kind;
}
