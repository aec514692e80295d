import type { Component, Embed } from "../bodies.ts";
import { buttonStyles, messageFlags, componentTypes as types } from "../flags.ts";
import type { Modal } from "../people/interaction.ts";
import { buttonsOf, modalFields, selectsOf } from "../people/people.ts";
import type { Message } from "../state/state.ts";

/**
 * What a person in Discord would see of a message, as plain text: its parts from top to bottom, a container behind a bar,
 * buttons as "[1] Label" and selects as "<1> Placeholder", numbered as `click` and `select` take them. Markdown stays as it is.
 */
export function renderForPerson(message: Message): string {
  if (message.flags & messageFlags.loading) return `${message.author.username} is thinking…${ephemeralMark(message)}`;
  const numbers = new Map<number | null | undefined, string>([
    ...buttonsOf(message).map((each, index) => [each.id, `[${index + 1}]`] as const),
    ...selectsOf(message).map((each, index) => [each.id, `<${index + 1}>`] as const),
  ]);
  const parts = [
    message.content,
    ...message.embeds.map(renderEmbed),
    ...message.attachments.map((each) => `📎 ${each.filename} (${each.size} bytes)`),
    ...message.components.map((each) => renderComponent(each, numbers)),
  ].filter((part) => part !== "");
  const edited = message.editedAt === undefined ? "" : "\n(edited)";
  return `${parts.join("\n")}${edited}${ephemeralMark(message)}`;
}

function ephemeralMark(message: Message): string {
  return message.ephemeralFor === undefined ? "" : "\n(Only you can see this)";
}

const behindBar = (text: string) =>
  text
    .split("\n")
    .map((line) => `┃ ${line}`.trimEnd())
    .join("\n");

function renderEmbed(embed: Embed): string {
  const fields = (embed.fields ?? []).map((field) => `${field.name}\n${field.value}`);
  const parts = [embed.author?.name, embed.title, embed.description, ...fields, embed.footer?.text];
  return behindBar(parts.filter(Boolean).join("\n"));
}

type Numbers = ReadonlyMap<number | null | undefined, string>;

function renderComponent(component: Component, numbers: Numbers): string {
  const inside = () => (component.components ?? []).map((each) => renderComponent(each, numbers));
  switch (component.type) {
    case types.actionRow:
      return inside().join("  ");
    case types.container:
      return behindBar(component.spoiler ? `||${inside().join("\n")}||` : inside().join("\n"));
    case types.section:
      return [...inside(), ...(component.accessory ? [renderComponent(component.accessory, numbers)] : [])].join("\n");
    case types.textDisplay:
      return component.content ?? "";
    case types.separator:
      return component.divider === false ? "" : "────────";
    case types.button:
      return renderButton(component, numbers);
    case types.thumbnail:
      return `(image${component.description ? `: ${component.description}` : ""})`;
    case types.mediaGallery:
      return "(images)";
    case types.file:
      return "(file)";
    default:
      return renderSelect(component, numbers);
  }
}

function renderButton(button: Component, numbers: Numbers): string {
  const label = [button.emoji?.name, button.label].filter(Boolean).join(" ");
  const link = button.style === buttonStyles.link ? ` → ${button.url}` : "";
  return `${numbers.get(button.id) ?? "[ ]"} ${label}${link}${button.disabled ? " (disabled)" : ""}`;
}

function renderSelect(select: Component, numbers: Numbers): string {
  const head = `${numbers.get(select.id) ?? "< >"} ${select.placeholder ?? "Choose"}${select.disabled ? " (disabled)" : ""}`;
  const options = (select.options ?? []).map((option, index) => {
    const more = option.description ? `: ${option.description}` : "";
    return `    ${index + 1} ${option.label}${more}${option.default ? " ✓" : ""}`;
  });
  return [head, ...options].join("\n");
}

/** A form as a person sees it: the title, then a line a field with what stands in it. */
export function renderModal(modal: Modal): string {
  const fields = modalFields(modal).map(({ label, input }, index) => {
    const hint = input.value || input.placeholder || "";
    return `  ${index + 1} ${label}${(input.required ?? true) ? " *" : ""}${hint ? `: ${hint}` : ""}`;
  });
  return [`╭ ${modal.title}`, ...fields].join("\n");
}
