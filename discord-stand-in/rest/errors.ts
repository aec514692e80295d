import type { JsonObject } from "../json.ts";

/** An answer that refuses: HTTP status, Discord's own code, and its words. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly details: JsonObject | undefined;

  constructor(status: number, code: number, message: string, details?: JsonObject) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export const apiErrors = {
  notFound: () => new ApiError(404, 0, "404: Not Found"),
  unauthorized: () => new ApiError(401, 0, "401: Unauthorized"),
  unknownChannel: () => new ApiError(404, 10003, "Unknown Channel"),
  unknownGuild: () => new ApiError(404, 10004, "Unknown Guild"),
  unknownMember: () => new ApiError(404, 10007, "Unknown Member"),
  unknownMessage: () => new ApiError(404, 10008, "Unknown Message"),
  unknownUser: () => new ApiError(404, 10013, "Unknown User"),
  unknownWebhook: () => new ApiError(404, 10015, "Unknown Webhook"),
  unknownInteraction: () => new ApiError(404, 10062, "Unknown interaction"),
  unknownCommand: () => new ApiError(404, 10063, "Unknown application command"),
  notThisApplication: () =>
    new ApiError(403, 20012, "You are not authorized to perform this action on this application"),
  alreadyAcknowledged: () => new ApiError(400, 40060, "Interaction has already been acknowledged."),
  missingAccess: () => new ApiError(403, 50001, "Missing Access"),
  notTheAuthor: () => new ApiError(403, 50005, "Cannot edit a message authored by another user"),
  directMessagesClosed: () => new ApiError(403, 50007, "Cannot send messages to this user"),
  missingPermissions: () => new ApiError(403, 50013, "Missing Permissions"),
  wrongChannelType: () => new ApiError(400, 50024, "Cannot execute action on this channel type"),
  tokenExpired: () => new ApiError(401, 50027, "Invalid Webhook Token"),
  threadArchived: () => new ApiError(400, 50083, "Thread is archived"),
  cannotReplyWithoutHistory: () =>
    new ApiError(400, 160002, "You cannot reply without permission to read message history"),
  threadExists: () => new ApiError(400, 160004, "A thread has already been created for this message"),
  threadLocked: () => new ApiError(400, 160005, "Thread is locked"),
  invalidForm: (errors: JsonObject) => new ApiError(400, 50035, "Invalid Form Body", errors),
} as const;
