import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { settingNames } from "../src/config/variables.ts";
import { parseSettings } from "../src/config.ts";
import { AppError } from "../src/errors.ts";

const root = path.join(import.meta.dirname, "..");

function errorOf(environment: Record<string, string>): AppError {
  try {
    parseSettings(environment);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("The settings were taken as valid");
}

describe("settings", () => {
  it("have defaults for everything", () => {
    expect(parseSettings({})).toMatchObject({
      seedsFolder: path.join(root, "seeds"),
      indexFolder: path.join(root, "index"),
      locale: undefined,
      defaultLocale: "en",
      watch: false,
      logQuestions: false,
      noColor: false,
      discord: { token: undefined, messageContentIntent: false },
      servers: { askChannels: [], threads: "never", passages: 3, keepsQuestions: false },
      health: { port: undefined, host: "127.0.0.1" },
    });
  });

  it("count as absent where they are empty", () => {
    expect(parseSettings({ DISCORD_TOKEN: "", LOCALE: " ", NO_COLOR: "" })).toEqual(parseSettings({}));
  });

  it("are read as what they mean", () => {
    const settings = parseSettings({
      LOCALE: "de",
      WATCH: "true",
      MESSAGE_CONTENT_INTENT: "yes",
      ASK_CHANNELS: "123456789012345678, 223456789012345678",
      HEALTH_PORT: "9090",
      COOLDOWN_PERSON_QUESTIONS: "3",
      NO_COLOR: "1",
    });
    expect(settings).toMatchObject({
      locale: "de",
      watch: true,
      noColor: true,
      discord: { messageContentIntent: true },
      servers: { askChannels: ["123456789012345678", "223456789012345678"] },
      health: { port: 9090 },
      cooldown: { person: { questions: 3 } },
    });
  });

  it("may be written in capitals, and a language as systems write it", () => {
    const settings = parseSettings({ WATCH: "TRUE", LOG_LEVEL: "Info", THREADS: "Always", LOCALE: "de_DE.UTF-8" });
    expect(settings).toMatchObject({ watch: true, logLevel: "info", locale: "de", servers: { threads: "always" } });
    expect(parseSettings({ LOCALE: "EN" }).locale).toBe(parseSettings({}, { locale: "EN" }).locale);
  });

  it("take the system's language where none is set, if it is one of the program's", () => {
    expect(parseSettings({ LANG: "de_AT.UTF-8" }).defaultLocale).toBe("de");
    expect(parseSettings({ LANG: "de_DE.UTF-8", LC_ALL: "C" }).defaultLocale).toBe("en");
    expect(parseSettings({ LANG: "fr_FR.UTF-8" }).defaultLocale).toBe("en");
    expect(parseSettings({ LANG: "de_DE.UTF-8", DEFAULT_LOCALE: "en" }).defaultLocale).toBe("en");
    expect(parseSettings({ LANG: "de_DE.UTF-8" }).locale).toBeUndefined();
  });

  it("tell the most that a number may be", () => {
    expect(errorOf({ ANSWERS_WAITING: "1000001" }).remedy).toContain("from 1 to 1000000");
  });

  it.each([
    ["LOCALE", "fr"],
    ["WATCH", "perhaps"],
    ["THREADS", "sometimes"],
    ["LOG_LEVEL", "loud"],
    ["DISCORD_TOKEN", "secret secret"],
    ["DISCORD_APPLICATION_ID", "secret"],
    ["DISCORD_API_URL", "ftp://secret"],
    ["ASK_CHANNELS", "secret"],
    ["HEALTH_PORT", "70000"],
    ["COOLDOWN_CHANNEL_SECONDS", "0"],
  ])("%s=%s is refused by name, without its value", (name, value) => {
    const error = errorOf({ [name]: value });
    expect(error.code).toBe("settings-invalid");
    expect(error.exitCode).toBe(2);
    expect(error.message).toContain(name);
    expect(error.remedy).not.toBe("");
    expect(`${error.message} ${error.remedy}`).not.toContain("secret");
  });

  it.each(settingNames.map((name) => [name]))("%s is refused with a remedy that can be followed", (name) => {
    for (const value of ["\u0001 ?", "-1", "ftp://x", "http://user:pw@host/"]) {
      try {
        parseSettings({ [name]: value });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const { remedy } = error;
        expect(remedy.length).toBeGreaterThan(10);
        if (remedy.startsWith("Use true or false")) expect(() => parseSettings({ [name]: "true" })).not.toThrow();
        const [, low] = /number from ([\d.]+) to/.exec(remedy) ?? [];
        if (low !== undefined) expect(() => parseSettings({ [name]: low })).not.toThrow();
      }
    }
  });

  it.each(["EMBEDDINGS_URL", "JUDGE_URL", "DISCORD_API_URL"])("%s holds no password", (name) => {
    expect(errorOf({ [name]: "https://name:secret@host.example/v1" }).message).toContain(name);
    expect(errorOf({ [name]: "https://secret@host.example/v1" }).message).toContain(name);
  });

  it("need the intent for channels where every question is answered", () => {
    expect(errorOf({ ASK_CHANNELS: "123456789012345678" }).remedy).toContain("MESSAGE_CONTENT_INTENT=true");
  });

  it("give folders that the command line names an index of their own", () => {
    const usual = parseSettings({});
    const other = parseSettings({}, { seeds: "elsewhere" });
    expect(other.seedsFolder).toBe(path.resolve("elsewhere"));
    expect(path.dirname(other.indexFolder)).toBe(usual.indexFolder);
    expect(parseSettings({}, { seeds: "third" }).indexFolder).not.toBe(other.indexFolder);
    expect(parseSettings({}, { seeds: "elsewhere", index: "there" }).indexFolder).toBe(path.resolve("there"));
    expect(parseSettings({ SEEDS_DIR: "elsewhere" }).indexFolder).toBe(usual.indexFolder);
  });

  it("are all explained in .env.example, and nothing else is", () => {
    const explained = readFileSync(path.join(root, ".env.example"), "utf8").match(/^[A-Z_]+(?==)/gm) ?? [];
    expect([...explained].sort()).toEqual([...settingNames].sort());
  });
});
