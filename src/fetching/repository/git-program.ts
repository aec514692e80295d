import { execFile } from "node:child_process";
import { devNull } from "node:os";
import { AppError } from "../../errors.ts";

export interface GitOptions {
  /** Ends it before. */
  readonly signal: AbortSignal;
  /** Where programs are. */
  readonly environment: Readonly<Record<string, string>>;
  /** Of what it prints. */
  readonly mostBytes?: number;
  /** Settings for this call: `http.followRedirects=false`. */
  readonly settings?: readonly string[];
}

const mostPrintedBytes = 64 * 1024 * 1024;

/** Whatever the host has set for their own work with git: a hook, or other addresses for some. */
const ownSettings = [
  "protocol.allow=never",
  "protocol.https.allow=always",
  "protocol.http.allow=always",
  "credential.helper=",
  `core.hooksPath=${devNull}`,
  "gc.autoDetach=false",
  "http.followRedirects=false",
  "http.proxy=",
  "http.lowSpeedLimit=1000",
  "http.lowSpeedTime=30",
];

/**
 * Runs the host's git, with none of their settings, and never asking for a password.
 * @returns what it prints
 * @throws AppError `fetch-refused` where git is missing, `fetch-failed` with its last line
 */
export function runGit(args: readonly string[], options: GitOptions): Promise<Buffer> {
  const { signal, mostBytes = mostPrintedBytes, settings = [] } = options;
  const all = [...[...ownSettings, ...settings].flatMap((setting) => ["-c", setting]), ...args];
  return new Promise((resolve, reject) => {
    execFile(
      "git",
      all,
      {
        env: { ...options.environment, ...gitEnvironment },
        encoding: "buffer",
        maxBuffer: mostBytes,
        signal,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(gitError(error, stderr.toString("utf8")));
      },
    );
  });
}

const gitEnvironment = {
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: devNull,
  GIT_TERMINAL_PROMPT: "0",
  GIT_ASKPASS: "",
  LC_ALL: "C",
};

/** @throws AppError `fetch-refused` where git is missing or too old to be told to which address it connects */
export async function requireGit(options: GitOptions): Promise<void> {
  const version = (await runGit(["version"], options)).toString("utf8").trim();
  const [, major = "0", minor = "0"] = /(\d+)\.(\d+)/.exec(version) ?? [];
  if (Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 37)) return;
  throw new AppError("fetch-refused", `${version} is too old.`, "Install git 2.37 or newer.");
}

function gitError(cause: Error & { readonly code?: unknown }, printed: string): AppError {
  if (cause.code === "ENOENT") {
    return new AppError("fetch-refused", "git is not installed.", "Install git 2.37 or newer.", { cause });
  }
  const line = printed
    .split("\n")
    .filter((text) => text.trim() !== "")
    .slice(-1)
    .join("");
  const why = (line === "" ? cause.message : line).replace(/^(?:fatal|error): /, "").replace(/\.$/, "");
  return new AppError("fetch-failed", `git failed: ${why}.`, "Check the address and the branch.", { cause });
}
