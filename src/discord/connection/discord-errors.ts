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
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
]);

/** Whether Discord denies us permission in this place. */
export function isPermissionMissing(error: unknown): boolean {
  return error instanceof DiscordAPIError && permissionCodes.has(error.code);
}

/** Whether the target of an answer or a change is gone or too old, so that there is nobody left to tell. */
export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && goneCodes.has(error.code);
}

/** Whether the server's AutoMod does not let a text through. */
export function isBlockedByAutoMod(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration;
}

/** Whether the channel's slow mode does not let us write yet. */
export function isSlowedDown(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.ActionCannotBePerformedDueToSlowmodeRateLimit
  );
}

/** Whether Discord rejects a message for a reason that we know no remedy for. */
export function isRefused(error: unknown): error is DiscordAPIError {
  return (
    error instanceof DiscordAPIError &&
    error.status === 400 &&
    !isGone(error) &&
    !isPermissionMissing(error) &&
    !isBlockedByAutoMod(error) &&
    !isSlowedDown(error)
  );
}

/** Whether Discord rejects a URL in a message. */
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
