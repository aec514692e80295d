import { type CallbackBody, ChoicesBody, DeferBody, ModalBody } from "../bodies.ts";
import { callbackTypes, interactionTypes, messageFlags, componentTypes as types } from "../flags.ts";
import { flatten } from "../state/messages.ts";
import { checkLength, duplicates, lengthOf, type Rule } from "./rule.ts";

/** A first response on its way in. */
export interface CallbackSubject {
  readonly body: CallbackBody;
  /** The type of the interaction that it answers, and whether a component began it. */
  readonly interactionType: number;
  readonly fromComponent: boolean;
}

export const callbackRules: readonly Rule<CallbackSubject>[] = [
  {
    name: "callback-empty",
    check: ({ body }) => {
      const needsData: number[] = [
        callbackTypes.message,
        callbackTypes.update,
        callbackTypes.autocomplete,
        callbackTypes.modal,
      ];
      return needsData.includes(body.type) && !body.data ? [`a response of type ${body.type} needs data`] : [];
    },
  },
  {
    name: "callback-type",
    check: ({ body, interactionType, fromComponent }) => {
      const { autocomplete, command, component, modal } = interactionTypes;
      const messages: number[] = [callbackTypes.message, callbackTypes.deferredMessage];
      const updates: number[] = [callbackTypes.update, callbackTypes.deferredUpdate];
      const allowed =
        interactionType === autocomplete
          ? [callbackTypes.autocomplete]
          : interactionType === command
            ? [...messages, callbackTypes.modal]
            : interactionType === component
              ? [...messages, ...updates, callbackTypes.modal]
              : interactionType === modal
                ? [...messages, ...(fromComponent ? updates : [])]
                : [];
      return allowed.includes(body.type)
        ? []
        : [`type ${body.type} cannot answer an interaction of type ${interactionType}`];
    },
  },
  {
    name: "defer-flags",
    check: ({ body }) => {
      if (body.type !== callbackTypes.deferredMessage) return [];
      const flags = DeferBody.safeParse(body.data ?? {}).data?.flags ?? 0;
      return flags & ~messageFlags.ephemeral ? [`a defer takes the flag 64 only, not ${flags}`] : [];
    },
  },
  {
    name: "autocomplete-choices",
    check: ({ body }) => {
      if (body.type !== callbackTypes.autocomplete) return [];
      const parsed = ChoicesBody.safeParse(body.data);
      if (!parsed.success) return ["choices are missing or misshapen"];
      const { choices } = parsed.data;
      return [
        ...(choices.length > 25 ? [`${choices.length} choices, allowed are 25`] : []),
        ...choices.flatMap((choice) => [
          ...checkLength("choice name", choice.name, 1, 100),
          ...(typeof choice.value === "string" ? checkLength("choice value", choice.value, 1, 100) : []),
        ]),
      ];
    },
  },
  {
    name: "modal-shape",
    check: ({ body }) => {
      if (body.type !== callbackTypes.modal) return [];
      const parsed = ModalBody.safeParse(body.data);
      return parsed.success ? checkModal(parsed.data) : ["the modal is misshapen"];
    },
  },
];

function checkModal(modal: ModalBody): string[] {
  const all = flatten(modal.components);
  const count = modal.components.length;
  const fields = all.filter(
    (each) => ![types.actionRow, types.label, types.textDisplay].some((type) => type === each.type),
  );
  const tops: number[] = [types.actionRow, types.label, types.textDisplay];
  return [
    ...checkLength("modal title", modal.title, 1, 45),
    ...checkLength("modal custom_id", modal.custom_id, 1, 100),
    ...(count < 1 || count > 5 ? [`a modal of ${count} components, allowed are 1 to 5`] : []),
    ...modal.components.flatMap((each) =>
      tops.includes(each.type) ? [] : [`type ${each.type} cannot stand in a modal`],
    ),
    ...fields.flatMap((each) => checkLength("field custom_id", each.custom_id, 1, 100)),
    ...duplicates(fields.flatMap((each) => each.custom_id ?? [])).map((id) => `custom_id ${id} is there twice`),
    ...all.flatMap((each) => (each.type === types.label ? checkLength("label", each.label, 1, 45) : [])),
    ...all.flatMap((each) => (each.type === types.label && !each.component ? ["a label without a component"] : [])),
    ...modal.components.flatMap((row) => {
      if (row.type !== types.actionRow) return [];
      const [input, ...more] = row.components ?? [];
      return input?.type === types.textInput && more.length === 0
        ? checkLength("text input label", input.label, 1, 45)
        : ["an action row in a modal holds one text input"];
    }),
    ...all.flatMap((input) =>
      input.type === types.textInput
        ? [
            ...checkLength("text input value", input.value, 0, 4000),
            ...checkLength("text input placeholder", input.placeholder, 0, 100),
            ...((input.max_length ?? 4000) > 4000 || (input.min_length ?? 0) > (input.max_length ?? 4000)
              ? ["text input: at most 4000 characters"]
              : []),
            ...(input.style === 1 || input.style === 2 ? [] : ["a text input has style 1 or 2"]),
            ...(input.value && lengthOf(input.value) > (input.max_length ?? 4000)
              ? ["the value is longer than max_length"]
              : []),
          ]
        : [],
    ),
  ];
}
