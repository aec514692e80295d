import { describe, expect, it } from "vitest";
import { openApiFile } from "../../discord-stand-in/harness.ts";
import { createSchemaCheck } from "../../discord-stand-in/schema-check.ts";

const file = openApiFile();
const messages = "/channels/{channel_id}/messages";

describe.skipIf(file === undefined)("the check against Discord's description (needs discord-openapi.json)", () => {
  const schema = createSchemaCheck(file);

  it("lets good bodies pass", () => {
    expect(schema.check("POST", messages, { content: "hi", flags: 0 })).toEqual([]);
    expect(schema.check("GET", messages, undefined)).toEqual([]);
  });

  it("takes permissions as a string, as a number, and not at all", () => {
    const template = "/applications/{application_id}/commands";
    const with_ = (permissions: unknown) => [
      { name: "ask", description: "d", default_member_permissions: permissions },
    ];
    for (const permissions of ["8192", 8192, null])
      expect(schema.check("PUT", template, with_(permissions))).toEqual([]);
    expect(schema.check("PUT", template, with_(true))).not.toEqual([]);
  });

  it("tells @original from a message's id", () => {
    const root = "/webhooks/{webhook_id}/{webhook_token}/messages";
    for (const template of [`${root}/@original`, `${root}/{message_id}`]) {
      expect(schema.check("PATCH", template, { content: "x" })).toEqual([]);
      expect(schema.check("PATCH", template, { content: 5 })).not.toEqual([]);
    }
  });

  it("complains about what does not fit, and about routes that Discord does not have", () => {
    expect(schema.check("POST", messages, { embeds: [{ title: 5 }] })).toHaveLength(1);
    expect(schema.check("POST", "/nowhere", {})[0]).toContain("not in Discord's description");
  });
});

it("says so when it is skipped", () => {
  expect(createSchemaCheck(undefined)).toMatchObject({ skipped: expect.stringContaining("no OpenAPI") });
  expect(createSchemaCheck("/nowhere.json")).toMatchObject({ skipped: expect.stringContaining("/nowhere.json") });
});
