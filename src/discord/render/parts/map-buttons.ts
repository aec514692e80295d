import {
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import type { Block, Button, View } from "./layout.ts";

/** Replaces each button of the given components; rows that end up empty are dropped. */
export function mapButtons(
  components: readonly APIMessageTopLevelComponent[],
  replacement: (button: Button) => readonly Button[],
): APIMessageTopLevelComponent[] {
  return components.map((component) =>
    component.type === ComponentType.Container
      ? { ...component, components: component.components.flatMap((block) => mapRow(block, replacement)) }
      : component,
  );
}

/** Replaces each entry of the given components' menus; menus that end up empty are dropped. */
export function mapOptions(
  components: readonly APIMessageTopLevelComponent[],
  replacement: (option: APISelectMenuOption, customId: string) => readonly APISelectMenuOption[],
): APIMessageTopLevelComponent[] {
  return components.map((component) =>
    component.type === ComponentType.Container
      ? { ...component, components: component.components.flatMap((block) => mapMenu(block, replacement)) }
      : component,
  );
}

function mapMenu(
  block: Block,
  replacement: (option: APISelectMenuOption, customId: string) => readonly APISelectMenuOption[],
): Block[] {
  if (block.type !== ComponentType.ActionRow) return [block];
  const children = block.components.flatMap<APIComponentInMessageActionRow>((child) => {
    if (child.type !== ComponentType.StringSelect) return [child];
    const options = child.options.flatMap((option) => replacement(option, child.custom_id));
    return options.length === 0 ? [] : [{ ...child, options }];
  });
  return children.length === 0 ? [] : [{ ...block, components: children }];
}

/** A message without the buttons that open an address. */
export function withoutLinks({ components }: View): View {
  return { components: mapButtons(components, (button) => (button.style === ButtonStyle.Link ? [] : [button])) };
}

function mapRow(block: Block, replacement: (button: Button) => readonly Button[]): Block[] {
  if (block.type !== ComponentType.ActionRow) return [block];
  const children = block.components.flatMap<APIComponentInMessageActionRow>((child) =>
    child.type === ComponentType.Button ? replacement(child) : [child],
  );
  return children.length === 0 ? [] : [{ ...block, components: children }];
}
