import type { Component } from "../bodies.ts";
import { buttonStyles, componentTypes as types } from "../flags.ts";
import { flatten } from "../state/messages.ts";
import { checkLength, duplicates, type Rule } from "./rule.ts";

const isSelect = (type: number) =>
  type === types.stringSelect || (type >= types.userSelect && type <= types.channelSelect);
const of = (components: readonly Component[], type: number) => flatten(components).filter((each) => each.type === type);
const selects = (components: readonly Component[]) => flatten(components).filter((each) => isSelect(each.type));

const inMessage = new Set<number>([
  types.actionRow,
  types.section,
  types.textDisplay,
  types.mediaGallery,
  types.file,
  types.separator,
  types.container,
]);

/** Rules for the components of a message. */
export const componentRules: readonly Rule<readonly Component[]>[] = [
  {
    name: "component-nesting",
    check: (components) => [
      ...components.flatMap(({ type }) => (inMessage.has(type) ? [] : [`type ${type} cannot stand at the top`])),
      ...of(components, types.container).flatMap((container) =>
        (container.components ?? []).flatMap(({ type }) =>
          inMessage.has(type) && type !== types.container ? [] : [`type ${type} cannot stand in a container`],
        ),
      ),
      ...of(components, types.container).flatMap((each) => (each.components?.length ? [] : ["a container is empty"])),
    ],
  },
  {
    name: "section-shape",
    check: (components) =>
      of(components, types.section).flatMap((section) => {
        const inside = section.components ?? [];
        const accessory = section.accessory?.type;
        return [
          ...(inside.length < 1 || inside.length > 3
            ? [`a section of ${inside.length} texts, allowed are 1 to 3`]
            : []),
          ...(inside.some((each) => each.type !== types.textDisplay) ? ["a section holds text displays only"] : []),
          ...(accessory === types.button || accessory === types.thumbnail
            ? []
            : ["a section needs a button or a thumbnail as accessory"]),
        ];
      }),
  },
  {
    name: "action-row-width",
    check: (components) =>
      of(components, types.actionRow).flatMap((row) => {
        const inside = row.components ?? [];
        const buttons = inside.filter((each) => each.type === types.button).length;
        const menus = inside.filter((each) => isSelect(each.type)).length;
        const fits = (menus === 0 && buttons >= 1 && buttons <= 5) || (menus === 1 && buttons === 0);
        return fits && buttons + menus === inside.length
          ? []
          : [`an action row of ${buttons} buttons and ${menus} selects, allowed are 1 to 5 buttons or 1 select`];
      }),
  },
  {
    name: "custom-id-missing",
    check: (components) =>
      interactive(components).flatMap((each) =>
        each.custom_id ? [] : [`a component of type ${each.type} has no custom_id`],
      ),
  },
  {
    name: "custom-id-length",
    check: (components) =>
      flatten(components).flatMap(({ custom_id }) => (custom_id ? checkLength("custom_id", custom_id, 1, 100) : [])),
  },
  {
    name: "custom-id-duplicate",
    check: (components) =>
      duplicates(flatten(components).flatMap(({ custom_id }) => custom_id ?? [])).map(
        (id) => `custom_id ${id} is there twice`,
      ),
  },
  {
    name: "button-link",
    check: (components) =>
      of(components, types.button).flatMap((button) => {
        if (button.style !== buttonStyles.link) return button.url ? ["only a link button has a url"] : [];
        if (!button.url) return ["a link button needs a url"];
        const scheme = URL.canParse(button.url) ? new URL(button.url).protocol : "";
        return [
          ...(button.custom_id ? ["a link button has no custom_id"] : []),
          ...checkLength("button url", button.url, 1, 512),
          ...(["http:", "https:", "discord:"].includes(scheme)
            ? []
            : [`a link to ${scheme || "no address"} is refused`]),
        ];
      }),
  },
  {
    name: "button-label",
    check: (components) =>
      of(components, types.button).flatMap((button) => [
        ...checkLength("button label", button.label, 0, 80),
        ...(button.label || button.emoji || button.style === buttonStyles.premium
          ? []
          : ["a button needs a label or an emoji"]),
      ]),
  },
  {
    name: "button-style",
    check: (components) =>
      of(components, types.button).flatMap(({ style }) =>
        typeof style === "number" && style >= 1 && style <= 6 ? [] : [`style ${style} is unknown`],
      ),
  },
  {
    name: "select-options",
    check: (components) =>
      of(components, types.stringSelect).flatMap(({ options }) => {
        const count = options?.length ?? 0;
        return [
          ...(count < 1 || count > 25 ? [`a select of ${count} options, allowed are 1 to 25`] : []),
          ...(options ?? []).flatMap((option) => [
            ...checkLength("option label", option.label, 1, 100),
            ...checkLength("option value", option.value, 1, 100),
            ...checkLength("option description", option.description, 0, 100),
          ]),
          ...duplicates((options ?? []).map((option) => option.value)).map((value) => `value ${value} is there twice`),
        ];
      }),
  },
  {
    name: "select-range",
    check: (components) =>
      selects(components).flatMap((select) => {
        const most = select.type === types.stringSelect ? Math.min(25, select.options?.length ?? 0) : 25;
        const [min, max] = [select.min_values ?? 1, select.max_values ?? 1];
        return min >= 0 && max >= 1 && min <= max && max <= most ? [] : [`from ${min} to ${max} values of ${most}`];
      }),
  },
  {
    name: "select-placeholder",
    check: (components) => selects(components).flatMap((each) => checkLength("placeholder", each.placeholder, 0, 150)),
  },
  {
    name: "text-display-length",
    check: (components) =>
      of(components, types.textDisplay).flatMap((each) => checkLength("text display", each.content, 1, 4000)),
  },
];

function interactive(components: readonly Component[]): Component[] {
  return flatten(components).filter(
    (each) =>
      isSelect(each.type) ||
      (each.type === types.button && each.style !== buttonStyles.link && each.style !== buttonStyles.premium),
  );
}
