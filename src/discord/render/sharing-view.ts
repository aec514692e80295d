import { type APIMessageTopLevelComponent, type APISelectMenuOption, ButtonStyle, ComponentType } from "discord.js";
import type { Messages } from "../../locales/messages.ts";
import { splitCustomId } from "../custom-ids/custom-id.ts";
import { deleteId, moreId, shareFileId, shareId } from "../custom-ids/ids.ts";
import { messageTextChars } from "../limits.ts";
import { type Block, type Button, button, text, textChars, type View } from "./parts/layout.ts";
import { mapButtons, mapOptions } from "./parts/map-buttons.ts";
import { deleteOption, isShareOption } from "./parts/more-menu.ts";
import { standingMark } from "./parts/source-line.ts";
import { isRemark } from "./text/message-text.ts";

/** What is left of the asker's private message after it was shared. */
export function renderAfterSharing(components: readonly APIMessageTopLevelComponent[]): View {
  return { components: mapShare(components, { buttons: [], options: [] }) };
}

/**
 * A private message as everybody gets to see it: it says who shared it, and that person can delete it.
 * @param seesMore whether the asker may see documents that others there may not: remarks may tell of these
 * @param standing what others are told of quotes that are not in force, as `standingLines` gives it
 */
export function renderShared(
  components: readonly APIMessageTopLevelComponent[],
  {
    asker,
    seesMore,
    standing,
    m,
  }: {
    readonly asker: string;
    readonly seesMore: boolean;
    readonly standing: readonly string[];
    readonly m: Messages;
  },
): View {
  const remove = button(deleteId.encode({ asker }), m.discord.buttons.delete, { style: ButtonStyle.Danger });
  const replaced = mapShare(seesMore ? withoutRemarks(components, standing) : components, {
    buttons: [remove],
    options: [deleteOption(m)],
  });
  const label = text(`-# ${m.discord.sharedBy(`<@${asker}>`)}`);
  return {
    components: replaced.map((component) => {
      if (component.type !== ComponentType.Container) return component;
      const fits = textChars([label, ...component.components]) <= messageTextChars;
      return fits ? { ...component, components: [label, ...component.components] } : component;
    }),
  };
}

/** Without the small print of what tells of more than is quoted. */
function withoutRemarks(
  components: readonly APIMessageTopLevelComponent[],
  standing: readonly string[],
): APIMessageTopLevelComponent[] {
  return components.map((component) =>
    component.type === ComponentType.Container
      ? { ...component, components: component.components.flatMap((child) => openBlock(child, standing)) }
      : component,
  );
}

function openBlock(block: Block, standing: readonly string[]): Block[] {
  if (block.type !== ComponentType.TextDisplay) return [block];
  const lines = block.content.split("\n");
  const open = isRemark(block.id)
    ? lines.filter((line) => !line.startsWith("-# "))
    : lines.flatMap((line) => openLine(line, standing));
  const content = open.join("\n").trim();
  return content === "" ? [] : [{ ...block, content }];
}

/** Behind the citation of a quote stand others that say the same, and below it what has taken its place. */
function openLine(line: string, standing: readonly string[]): string[] {
  if (!line.startsWith("-# ")) return [line];
  if (line.startsWith(standingMark)) {
    const told = line.replace(/…$/u, "");
    return standing.some((open) => open.startsWith(told)) ? [line] : [];
  }
  return [line.replace(/^(.*`[^`\s]+:[^`\s]+@[0-9a-f]{4,64}`) · .*$/u, "$1")];
}

/** Replaces whatever shares a message: a button, or an entry of the menu. */
function mapShare(
  components: readonly APIMessageTopLevelComponent[],
  instead: { readonly buttons: readonly Button[]; readonly options: readonly APISelectMenuOption[] },
): APIMessageTopLevelComponent[] {
  const withButtons = mapButtons(components, (child) => (isShare(child) ? instead.buttons : [child]));
  return mapOptions(withButtons, (option, menu) =>
    splitCustomId(menu)?.kind === moreId.kind && isShareOption(option) ? instead.options : [option],
  );
}

function isShare(child: Button): boolean {
  if (child.style === ButtonStyle.Link || child.style === ButtonStyle.Premium) return false;
  const kind = splitCustomId(child.custom_id)?.kind;
  return kind === shareId.kind || kind === shareFileId.kind;
}
