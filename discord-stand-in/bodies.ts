import { z } from "zod";

/** The shapes of what a bot sends, as far as the stand-in reads them. Unknown members are kept. */

const Emoji = z.looseObject({ id: z.string().nullish(), name: z.string().nullish() });

export const SelectOption = z.looseObject({
  label: z.string(),
  value: z.string(),
  description: z.string().nullish(),
  emoji: Emoji.nullish(),
  default: z.boolean().nullish(),
});
export type SelectOption = z.infer<typeof SelectOption>;

export const Component = z.looseObject({
  type: z.int(),
  id: z.int().nullish(),
  custom_id: z.string().nullish(),
  style: z.int().nullish(),
  label: z.string().nullish(),
  description: z.string().nullish(),
  url: z.string().nullish(),
  sku_id: z.string().nullish(),
  emoji: Emoji.nullish(),
  disabled: z.boolean().nullish(),
  content: z.string().nullish(),
  placeholder: z.string().nullish(),
  min_values: z.int().nullish(),
  max_values: z.int().nullish(),
  min_length: z.int().nullish(),
  max_length: z.int().nullish(),
  required: z.boolean().nullish(),
  value: z.string().nullish(),
  options: z.array(SelectOption).nullish(),
  divider: z.boolean().nullish(),
  spoiler: z.boolean().nullish(),
  get components() {
    return z.array(Component).nullish();
  },
  get component() {
    return Component.nullish();
  },
  get accessory() {
    return Component.nullish();
  },
});
export type Component = z.infer<typeof Component>;

export const Embed = z.looseObject({
  title: z.string().nullish(),
  description: z.string().nullish(),
  url: z.string().nullish(),
  fields: z.array(z.looseObject({ name: z.string(), value: z.string() })).nullish(),
  footer: z.looseObject({ text: z.string() }).nullish(),
  author: z.looseObject({ name: z.string() }).nullish(),
  image: z.looseObject({}).nullish(),
  thumbnail: z.looseObject({}).nullish(),
});
export type Embed = z.infer<typeof Embed>;

export const AllowedMentions = z.looseObject({
  parse: z.array(z.string()).nullish(),
  users: z.array(z.string()).nullish(),
  roles: z.array(z.string()).nullish(),
  replied_user: z.boolean().nullish(),
});
export type AllowedMentions = z.infer<typeof AllowedMentions>;

export const MessageBody = z.looseObject({
  content: z.string().nullish(),
  embeds: z.array(Embed).nullish(),
  components: z.array(Component).nullish(),
  flags: z.int().nullish(),
  allowed_mentions: AllowedMentions.nullish(),
  attachments: z
    .array(z.looseObject({ id: z.union([z.string(), z.number()]), description: z.string().nullish() }))
    .nullish(),
  message_reference: z
    .looseObject({ message_id: z.string(), fail_if_not_exists: z.boolean().nullish(), type: z.int().nullish() })
    .nullish(),
  sticker_ids: z.array(z.string()).nullish(),
  poll: z.looseObject({}).nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  tts: z.boolean().nullish(),
});
export type MessageBody = z.infer<typeof MessageBody>;

const Localizations = z.record(z.string(), z.string()).nullish();

export const Choice = z.looseObject({
  name: z.string(),
  value: z.union([z.string(), z.number()]),
  name_localizations: Localizations,
});
export type Choice = z.infer<typeof Choice>;

export const CommandOption = z.looseObject({
  type: z.int(),
  name: z.string(),
  description: z.string().nullish(),
  name_localizations: Localizations,
  description_localizations: Localizations,
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  choices: z.array(Choice).nullish(),
  min_length: z.int().nullish(),
  max_length: z.int().nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  get options() {
    return z.array(CommandOption).nullish();
  },
});
export type CommandOption = z.infer<typeof CommandOption>;

export const CommandBody = z.looseObject({
  type: z.int().nullish(),
  name: z.string(),
  description: z.string().nullish(),
  name_localizations: Localizations,
  description_localizations: Localizations,
  options: z.array(CommandOption).nullish(),
  default_member_permissions: z.union([z.string(), z.int()]).nullish(),
  integration_types: z.array(z.int()).nullish(),
  contexts: z.array(z.int()).nullish(),
  nsfw: z.boolean().nullish(),
});
export type CommandBody = z.infer<typeof CommandBody>;

export const CallbackBody = z.looseObject({ type: z.int(), data: z.looseObject({}).nullish() });
export type CallbackBody = z.infer<typeof CallbackBody>;

export const DeferBody = z.looseObject({ flags: z.int().nullish() });

export const ChoicesBody = z.looseObject({ choices: z.array(Choice) });

export const ModalBody = z.looseObject({
  custom_id: z.string(),
  title: z.string(),
  components: z.array(Component),
});
export type ModalBody = z.infer<typeof ModalBody>;
