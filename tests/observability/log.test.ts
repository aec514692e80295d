import { expect, it } from "vitest";
import { settingNames } from "../../src/config/variables.ts";
import { parseSettings } from "../../src/config.ts";
import { secretsOf } from "../../src/discord/start.ts";
import { describeError } from "../../src/errors.ts";
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

it("tells of what was thrown although it is no error, and takes secrets out of it", () => {
  const text = logged(false, (log) => log.error({ err: `rejected: Bot ${secret}` }, "failed"));
  expect(text).toContain("rejected");
  expect(text).not.toContain(secret);
  expect(logged(true, (log) => log.error({ err: undefined }, "failed"))).toContain("failed");
});

it.each([
  "requestBody",
  "body",
  "data",
  "payload",
  "parameters",
  "query",
  "bulkBody",
  "rawBody",
  "headers",
  "formData",
])("takes out what stands under %s, however deep", (key) => {
  const cause = Object.assign(new Error("inner"), { [key]: { json: { content: "Was kostet das Zimmer?" } } });
  const err = Object.assign(new Error("outer", { cause }), { errors: [{ [key]: "Was kostet das Zimmer?" }] });
  const text = logged(false, (log) => log.error({ err, request: { [key]: ["Was kostet das Zimmer?"] } }, "failed"));
  expect(JSON.parse(text)).toMatchObject({ msg: "failed" });
  expect(text).not.toContain("Zimmer");
});

it("takes secrets out however they are written, and the password out of every address", () => {
  const odd = 'a"b\\c/d e';
  const lines: string[] = [];
  const log = createLog({ level: "info", secrets: [odd], isPretty: false, write: (line) => lines.push(line) });
  log.info(
    { plain: odd, json: JSON.stringify({ odd }), address: `https://x.example/?key=${encodeURIComponent(odd)}` },
    odd,
  );
  log.info({ err: new Error("connect to postgres://user:pa55@db.example:5432/name failed") }, "no database");
  const text = lines.join("");
  for (const part of ['a\\"b', "a%22b", "pa55", "user:"]) expect(text).not.toContain(part);
  expect(text).toContain("db.example:5432");
});

it.each(["se@cret", "sec/ret", "sec:ret@", "s%40e", "p@s/s@w"])(
  "takes the whole password out of an address, whatever is in it: %s",
  (password) => {
    const address = `postgres://fund:${password}@db.example:5432/name`;
    const thrown = new Error(`connect to ${address} and to https://open.example/@name failed`);
    const text = logged(false, (log) => log.error({ err: thrown, address }, describeError(thrown)));
    for (const part of [password, "fund", "cret", "s@w"]) expect(text).not.toContain(part);
    expect(text).toContain("db.example:5432");
  },
);

it("knows every key and address with a password that can be set", () => {
  const key = "a-key-that-nobody-can-guess-0123456789";
  const set = settingNames.filter((name) => /TOKEN|KEY|_URL$/.test(name) && !/^(?:READER|DISCORD_API)_URL$/.test(name));
  expect(set.length).toBeGreaterThan(6);
  for (const name of set) {
    const value =
      name === "DATABASE_URL" ? `postgres://u:${key}@host/name` : /_URL$/.test(name) ? `https://u:${key}@host` : key;
    const isRefused = /^(?:EMBEDDINGS|JUDGE)_URL$/.test(name);
    const model = {
      EMBEDDINGS_URL: "http://127.0.0.1:1",
      EMBEDDINGS_MODEL: "m",
      JUDGE_URL: "http://127.0.0.1:1",
      JUDGE_MODEL: "m",
    };
    if (isRefused) continue;
    const secrets = secretsOf(parseSettings({ ...model, [name]: value }), "the.bot.token");
    const lines: string[] = [];
    const log = createLog({
      level: "info",
      secrets: [...secrets, ...(name === "DISCORD_TOKEN" ? [key] : [])],
      isPretty: false,
      write: (line) => lines.push(line),
    });
    log.error({ err: new Error(`refused ${value}`) }, `with ${key}`);
    log.error(`password ${key} is wrong`);
    expect(lines.join("")).not.toContain(key);
  }
});
