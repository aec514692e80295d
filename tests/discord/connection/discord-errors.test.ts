import { RESTJSONErrorCodes as codes, DiscordAPIError } from "discord.js";
import { describe, expect, it } from "vitest";
import {
  isAddressRefused,
  isBlockedByAutoMod,
  isGone,
  isPermissionMissing,
  isRefused,
  isSlowedDown,
  isThreadArchived,
  isThreadThere,
} from "../../../src/discord/connection/discord-errors.ts";

function failure(code: number, { status = 400, message = "No" } = {}): DiscordAPIError {
  return new DiscordAPIError({ code, message }, code, status, "POST", "https://discord.example", {
    files: undefined,
    body: undefined,
  });
}

const checks = {
  isAddressRefused,
  isBlockedByAutoMod,
  isGone,
  isPermissionMissing,
  isRefused,
  isSlowedDown,
  isThreadArchived,
  isThreadThere,
};

/** The names of all that an error is said to be. */
const said = (error: unknown) =>
  Object.entries(checks)
    .filter(([, is]) => is(error))
    .map(([name]) => name);

describe("an error of Discord's", () => {
  it.each<[number, readonly string[]]>([
    [codes.MissingPermissions, ["isPermissionMissing"]],
    [codes.MissingAccess, ["isPermissionMissing"]],
    [codes.CannotSendMessagesToThisUser, ["isPermissionMissing"]],
    [codes.CannotReplyWithoutPermissionToReadMessageHistory, ["isPermissionMissing"]],
    [codes.ThreadLocked, ["isPermissionMissing"]],
    [codes.InvalidActionOnArchivedThread, ["isPermissionMissing", "isThreadArchived"]],
    [codes.UnknownMessage, ["isGone"]],
    [codes.UnknownChannel, ["isGone"]],
    [codes.UnknownGuild, ["isGone"]],
    [codes.UnknownInteraction, ["isGone"]],
    [codes.UnknownWebhook, ["isGone"]],
    [codes.InvalidWebhookToken, ["isGone"]],
    [codes.InteractionHasAlreadyBeenAcknowledged, ["isGone"]],
    [codes.MessageWasBlockedByAutomaticModeration, ["isBlockedByAutoMod"]],
    [codes.ActionCannotBePerformedDueToSlowmodeRateLimit, ["isSlowedDown"]],
    [codes.ThreadAlreadyCreatedForMessage, ["isRefused", "isThreadThere"]],
    [codes.InvalidFormBodyOrContentType, ["isRefused"]],
  ])("%i is %j", (code, names) => {
    expect(said(failure(code))).toEqual(names);
  });

  it("refuses an address where it says so", () => {
    const message = "Invalid Form Body\nurl[URL_TYPE_INVALID_URL]: Not a well formed URL.";
    expect(said(failure(codes.InvalidFormBodyOrContentType, { message }))).toEqual(["isAddressRefused", "isRefused"]);
    expect(said(failure(codes.UnknownMessage, { message }))).toEqual(["isGone"]);
  });

  it("refuses nothing where it has trouble of its own", () => {
    expect(said(failure(codes.InvalidFormBodyOrContentType, { status: 500 }))).toEqual([]);
  });

  it("is none of anybody else's", () => {
    for (const code of [codes.MissingPermissions, codes.UnknownMessage, codes.InvalidFormBodyOrContentType]) {
      const message = "[URL_TYPE_INVALID";
      expect(said(Object.assign(new Error(message), { code, status: 400 }))).toEqual([]);
    }
    expect(said(undefined)).toEqual([]);
  });
});
