import { expect, it } from "vitest";
import { createLog } from "../../src/observability/log.ts";

const secret = "MTIz.abc-DEF.xyz_123";

function logged(isPretty: boolean, write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ level: "info", secrets: [secret], isPretty, write: (line) => lines.push(line) }));
  return lines.join("");
}

it("writes one JSON object a line", () => {
  const line = logged(false, (log) => log.info({ id: "7", hits: 3 }, "question"));
  expect(JSON.parse(line)).toMatchObject({ level: "info", id: "7", hits: 3, msg: "question" });
  expect(line.endsWith("\n")).toBe(true);
});

it.each([false, true])("takes secrets out, inside errors too (for people: %s)", (isPretty) => {
  const err = Object.assign(new Error(`Login with ${secret} failed`), {
    url: "https://discord.com/api/v10/webhooks/123/aW50ZXJhY3Rpb246c2VjcmV0/messages/@original",
    requestBody: { headers: { authorization: `Bot ${secret}` } },
  });
  const text = logged(isPretty, (log) => log.error({ err, nested: { token: secret } }, "failed"));
  expect(text).toContain("failed");
  expect(text).not.toContain(secret);
  expect(text).not.toContain("aW50ZXJhY3Rpb246c2VjcmV0");
});

it("writes a line for people on a terminal", () => {
  const line = logged(true, (log) => log.warn({ seconds: 4 }, "trying again"));
  expect(line).toMatch(/^\d\d:\d\d:\d\d WARN {2}trying again seconds=4\n$/);
});
