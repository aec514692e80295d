import {
  type APIMessageComponent,
  type APISelectMenuDefaultValue,
  ButtonStyle,
  ComponentType,
  type SelectMenuDefaultValueType,
} from "discord.js";
import { colors, type View } from "../../../../src/discord/render/parts/layout.ts";
import { refused } from "../../refused.ts";

/**
 * A message as lines, one for each of its parts, with all that Discord is told of it: texts with their numbers, buttons
 * with what they carry, menus with their entries. Throws where Discord would refuse it.
 */
export function shown(view: View): string[] {
  const problems = refused(view);
  if (problems.length > 0) throw new Error(`Discord refuses it: ${JSON.stringify(problems)}`);
  return shownComponents(view.components);
}

/** The same of components, whether or not Discord would take them as a message. */
export function shownComponents(components: readonly APIMessageComponent[]): string[] {
  return components.flatMap(linesOf);
}

function linesOf(component: APIMessageComponent): string[] {
  switch (component.type) {
    case ComponentType.Container:
      return [`=== ${colorOf(component.accent_color)}`, ...component.components.flatMap(linesOf)];
    case ComponentType.TextDisplay:
      return [`${component.id === undefined ? "" : `#${component.id} `}${component.content}`];
    case ComponentType.Separator:
      return [component.divider === true && component.spacing === 1 ? "---" : JSON.stringify(component)];
    case ComponentType.Section:
      return [...component.components, component.accessory].flatMap(linesOf);
    case ComponentType.ActionRow:
      return [component.components.flatMap(linesOf).join(" ")];
    case ComponentType.Button:
      return [buttonOf(component)];
    case ComponentType.StringSelect: {
      const entries = component.options.map(
        ({ label, value, description, emoji, default: isDefault }) =>
          `${isDefault === true ? "*" : ""}${emoji?.name ?? ""}${label}${description === undefined ? "" : ` (${description})`} = ${value}`,
      );
      return [`{${component.placeholder} -> ${component.custom_id}}`, ...entries].map((line) => `${line}\n`);
    }
    case ComponentType.RoleSelect:
    case ComponentType.ChannelSelect: {
      const { placeholder, custom_id, min_values, max_values, default_values = [] } = component;
      const types = component.type === ComponentType.ChannelSelect ? ` of ${component.channel_types?.join(" ")}` : "";
      const chosen = default_values.map((value: APISelectMenuDefaultValue<SelectMenuDefaultValueType>) =>
        [value.type, value.id].join(" "),
      );
      return [`{${placeholder} -> ${custom_id}, ${min_values} to ${max_values}${types}: ${chosen.join(", ")}}`];
    }
    default:
      return [JSON.stringify(component)];
  }
}

function buttonOf(button: Extract<APIMessageComponent, { type: ComponentType.Button }>): string {
  switch (button.style) {
    case ButtonStyle.Link:
      return `[${button.label} -> ${button.url}]`;
    case ButtonStyle.Premium:
      return JSON.stringify(button);
    default: {
      const style = button.style === ButtonStyle.Secondary ? "" : `${ButtonStyle[button.style]} `;
      return `[${style}${button.label} -> ${button.custom_id}${button.disabled === true ? ", disabled" : ""}]`;
    }
  }
}

function colorOf(color: number | null | undefined): string {
  return Object.entries(colors).find(([, value]) => value === color)?.[0] ?? String(color);
}
