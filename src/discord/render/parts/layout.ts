import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from "discord.js";
import { defined } from "../../../defined.ts";
import * as limits from "../../limits.ts";
import { cutPlain } from "../text/cut.ts";

/** A message that has been composed, before it is sent. */
export interface View {
  readonly components: readonly APIMessageTopLevelComponent[];
}

export type Block = APIComponentInContainer;
export type Button = APIButtonComponent;

/** Nobody is pinged, whatever a text contains. */
export const noMentions = { parse: [], repliedUser: false } as const;

export const colors = { sure: 0x2e7d52, uncertain: 0xc98a1b, none: 0x6b7280, plain: 0x4f6d8f } as const;

/** What the senders of discord.js take. */
export function toPayload({ components }: View) {
  return {
    components,
    flags: [MessageFlags.IsComponentsV2] as const,
    allowedMentions: noMentions,
  };
}

/** Text without any layout. */
export function toPlainPayload(content: string) {
  return { content, allowedMentions: noMentions };
}

/** What `toPayload` gives, for an answer that only the person who acted sees. */
export function toPrivatePayload(view: View) {
  return { ...toPayload(view), flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const };
}

/** @param id by which a later click finds the text again */
export function text(content: string, id?: number): Block {
  return { type: ComponentType.TextDisplay, content, ...defined({ id }) };
}

export function separator(): Block {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

export function button(
  customId: string,
  label: string,
  options: { isDisabled?: boolean; style?: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Danger } = {},
): Button {
  return {
    type: ComponentType.Button,
    style: options.style ?? ButtonStyle.Secondary,
    custom_id: customId,
    label: cutPlain(label, limits.buttonLabelChars),
    ...(options.isDisabled === true ? { disabled: true } : {}),
  };
}

/** A button that opens an address; none where Discord would not take it. */
function linkButtons(url: string | undefined, label: string): Button[] {
  if (
    url === undefined ||
    url.length > limits.buttonUrlChars ||
    !/^https?:\/\/[^\s]+$/i.test(url) ||
    !URL.canParse(url)
  )
    return [];
  return [
    { type: ComponentType.Button, style: ButtonStyle.Link, url, label: cutPlain(label, limits.buttonLabelChars) },
  ];
}

/** A button that opens the first address that Discord takes; none where there is none. */
export function sourceButtons(urls: readonly (string | undefined)[], label: string): Button[] {
  return urls.map((url) => linkButtons(url, label)).find((buttons) => buttons.length > 0) ?? [];
}

/** A row of buttons outside of any container. */
export function rowOf(buttons: readonly Button[]): APIMessageTopLevelComponent {
  return { type: ComponentType.ActionRow, components: buttons.slice(0, limits.buttonsPerRow) };
}

/** The button that takes a message away: red, and in a row of its own. */
export function deleteRow(customId: string, label: string): Block[] {
  return rows([button(customId, label, { style: ButtonStyle.Danger })]);
}

/** A row of buttons; none where there are no buttons. */
export function rows(buttons: readonly Button[]): Block[] {
  if (buttons.length === 0) return [];
  return [{ type: ComponentType.ActionRow, components: buttons.slice(0, limits.buttonsPerRow) }];
}

/** A text with a button beside it. */
export function section(content: string, accessory: Button): Block {
  return { type: ComponentType.Section, components: [{ type: ComponentType.TextDisplay, content }], accessory };
}

/**
 * A menu to choose one thing from; none where there is nothing to choose. What is there already is left out: Discord
 * refuses a message of which two entries have the same value.
 */
export function menus(customId: string, placeholder: string, options: readonly APISelectMenuOption[]): Block[] {
  const shown = options
    .filter(({ value }, at) => options.findIndex((other) => other.value === value) === at)
    .filter((option) => option.value.length <= limits.selectOptionChars)
    .slice(0, limits.selectOptions);
  if (shown.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: customId,
          placeholder: cutPlain(placeholder, limits.selectPlaceholderChars),
          options: shown.map((option) => ({
            ...option,
            label: cutPlain(option.label, limits.selectOptionChars) || option.value,
            ...(option.description === undefined
              ? {}
              : { description: cutPlain(option.description, limits.selectOptionChars) }),
          })),
        },
      ],
    },
  ];
}

export function container(blocks: readonly Block[], color: number): View {
  return { components: [{ type: ComponentType.Container, accent_color: color, components: [...blocks] }] };
}

/** A message of words alone. */
export function notice(content: string): View {
  return { components: [{ type: ComponentType.TextDisplay, content }] };
}

/** How many characters stand in text displays. */
export function textChars(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === ComponentType.TextDisplay) return sum + block.content.length;
    if (block.type === ComponentType.Section)
      return sum + block.components.reduce((s, { content }) => s + content.length, 0);
    return sum;
  }, 0);
}
