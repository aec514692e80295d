import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";

const permissionCodes: ReadonlySet<number | string> = new Set<number | string>([
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
]);

const goneCodes: ReadonlySet<number | string> = new Set<number | string>([
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
]);

/** Whether Discord does not let us, in this place. */
export function isPermissionMissing(error: unknown): boolean {
  return error instanceof DiscordAPIError && permissionCodes.has(error.code);
}

/** Whether what was to be answered or changed is no longer there, or too old: there is nobody left to tell. */
export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && goneCodes.has(error.code);
}

/** Whether Discord does not take an address in a message. */
export function isAddressRefused(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InvalidFormBodyOrContentType &&
    error.message.includes("[URL_TYPE_INVALID")
  );
}

/** Whether a thread has to be opened again before anything in it can be changed. */
export function isThreadArchived(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InvalidActionOnArchivedThread;
}

/** Whether a thread was to be opened from a message that has one. */
export function isThreadThere(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage;
}
