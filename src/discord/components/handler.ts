import type {
  AnySelectMenuInteraction,
  ButtonInteraction,
  MessageComponentInteraction,
  ModalSubmitInteraction,
  RepliableInteraction,
  StringSelectMenuInteraction,
} from "discord.js";
import type { CommandContext } from "../commands/command.ts";
import type { CustomId } from "../custom-ids/custom-id.ts";

export type ComponentContext = CommandContext;
export type ComponentAction = Extract<RepliableInteraction, MessageComponentInteraction | ModalSubmitInteraction>;

/** Handles one kind of button, menu or form, given nothing but its custom id and its message. */
export interface ComponentHandler {
  /** The kind in the custom id. */
  readonly kind: string;
  /** @returns undefined where the fields or the component are not of this kind: then nothing was done */
  handle(action: ComponentAction, fields: readonly string[], context: ComponentContext): Promise<void> | undefined;
}

type Execute<A, T> = (action: A, id: T, context: ComponentContext) => Promise<void>;

export function buttonHandler<T>(id: CustomId<T>, execute: Execute<ButtonInteraction, T>): ComponentHandler {
  return handler(id, (action) => (action.isButton() ? action : undefined), execute);
}

export function menuHandler<T>(id: CustomId<T>, execute: Execute<StringSelectMenuInteraction, T>): ComponentHandler {
  return handler(id, (action) => (action.isStringSelectMenu() ? action : undefined), execute);
}

/** A menu of any kind: of texts, channels or roles. */
export function anyMenuHandler<T>(id: CustomId<T>, execute: Execute<AnySelectMenuInteraction, T>): ComponentHandler {
  return handler(id, (action) => (action.isAnySelectMenu() ? action : undefined), execute);
}

export function formHandler<T>(id: CustomId<T>, execute: Execute<ModalSubmitInteraction, T>): ComponentHandler {
  return handler(id, (action) => (action.isModalSubmit() ? action : undefined), execute);
}

function handler<A, T>(
  id: CustomId<T>,
  narrow: (action: ComponentAction) => A | undefined,
  execute: Execute<A, T>,
): ComponentHandler {
  return {
    kind: id.kind,
    handle(action, fields, context) {
      const value = id.decode(fields);
      const own = narrow(action);
      return value === undefined || own === undefined ? undefined : execute(own, value, context);
    },
  };
}
