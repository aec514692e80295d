import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from "discord.js";
import type { Messages } from "../../locales/messages.ts";
import { splitCustomId } from "../components/custom-id.ts";
import { deleteId, shareId } from "../components/ids.ts";
import { messageTextChars } from "../limits.ts";
import { type Block, type Button, button, text, textChars, type View } from "./blocks.ts";

/** A private message as it stays with the asker after it was shared. */
export function withoutShare(components: readonly APIMessageTopLevelComponent[]): View {
  return { components: mapButtons(components, () => []) };
}

/** A private message as everybody gets to see it: it says who shared it, and that person can delete it. */
export function shared(
  components: readonly APIMessageTopLevelComponent[],
  { asker, m }: { asker: string; m: Messages },
): View {
  const replaced = mapButtons(components, () => [button(deleteId.encode({ asker }), m.discord.buttons.delete)]);
  const label = text(`-# ${m.discord.sharedBy(`<@${asker}>`)}`);
  return {
    components: replaced.map((component) => {
      if (component.type !== ComponentType.Container) return component;
      const fits = textChars([label, ...component.components]) <= messageTextChars;
      return fits ? { ...component, components: [label, ...component.components] } : component;
    }),
  };
}

/** The same components with something else in the place of each Share button; rows that come out empty are left out. */
function mapButtons(
  components: readonly APIMessageTopLevelComponent[],
  replacement: () => Button[],
): APIMessageTopLevelComponent[] {
  return components.map((component) =>
    component.type === ComponentType.Container
      ? { ...component, components: component.components.flatMap((block) => mapRow(block, replacement)) }
      : component,
  );
}

function mapRow(block: Block, replacement: () => Button[]): Block[] {
  if (block.type !== ComponentType.ActionRow) return [block];
  const children = block.components.flatMap((child) =>
    child.type === ComponentType.Button && isShare(child) ? replacement() : [child],
  );
  return children.length === 0 ? [] : [{ ...block, components: children }];
}

function isShare(child: Button): boolean {
  if (child.style === ButtonStyle.Link || child.style === ButtonStyle.Premium) return false;
  return splitCustomId(child.custom_id)?.kind === shareId.kind;
}
