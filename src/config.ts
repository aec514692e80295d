import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "dotenv";
import envPaths from "env-paths";
import type { Places } from "./config/folders.ts";
import type { Environment, SettingOverrides, Settings } from "./config/settings.ts";
import { settingsFrom } from "./config/settings-from.ts";
import { settingNames } from "./config/variables.ts";
import { AppError } from "./errors.ts";

/**
 * The settings of this process: the command line above the environment above `.env` in the working folder.
 * @throws AppError `settings-invalid`, which names the variable and never its value
 */
export function readSettings(overrides: SettingOverrides = {}): Settings {
  return parseSettings({ ...readDotenv(".env"), ...process.env }, overrides);
}

/** Settings that may be partly wrong, and what is wrong with them. */
export interface ReadSettings {
  /** Wrong ones have their defaults. */
  readonly settings: Settings;
  readonly problems: readonly AppError[];
  /** The file that was read beside the environment. */
  readonly file: string | undefined;
}

/** Like `readSettings`, but collects everything that is wrong. @throws AppError `usage` */
export function readWrongSettings(overrides: SettingOverrides = {}): ReadSettings {
  const problems: AppError[] = [];
  let environment: Record<string, string | undefined> = { ...process.env };
  const file = existsSync(".env") ? resolve(".env") : undefined;
  try {
    environment = { ...readDotenv(".env"), ...environment };
  } catch (error) {
    problems.push(settingsProblem(error));
  }
  for (;;) {
    try {
      return { settings: parseSettings(environment, overrides), problems, file };
    } catch (error) {
      const problem = settingsProblem(error);
      problems.push(problem);
      const wrong = settingNames.find((name) => environment[name] !== undefined && problem.message.includes(name));
      if (wrong === undefined) return { settings: parseSettings({}, overrides), problems, file };
      delete environment[wrong];
    }
  }
}

function settingsProblem(error: unknown): AppError {
  if (error instanceof AppError && error.code !== "usage") return error;
  throw error;
}

/** Settings as `settingsFrom` makes them, for this program. @throws AppError `settings-invalid`, `usage` */
export function parseSettings(
  environment: Environment,
  overrides: SettingOverrides = {},
  places: Places = placesOfThisProgram(),
): Settings {
  return settingsFrom(environment, overrides, places);
}

function placesOfThisProgram(): Places {
  const program = fileURLToPath(new URL("..", import.meta.url));
  const isClone = existsSync(join(program, "seeds"));
  const { cache, data } = envPaths("fundstelle", { suffix: "" });
  return { program, isClone, working: process.cwd(), cache, data: isClone ? resolve("data") : data };
}

function readDotenv(path: string): Record<string, string> {
  if (!existsSync(path)) return {};
  try {
    return parse(readFileSync(path));
  } catch (cause) {
    throw new AppError("settings-invalid", "The file .env cannot be read.", "Check its permissions, or remove it.", {
      cause,
    });
  }
}
