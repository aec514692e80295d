import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError, describeError } from "../../errors.ts";

const keyFile = "reader.key";
const keyBytes = 32;

/**
 * The secret that links are signed with: the setting where there is one, else one that is made at the first start and
 * kept in the data folder, so that links outlive a restart.
 * @throws AppError `disk-failed` where it can be neither read nor kept
 */
export function accessKey(setting: string | undefined, dataFolder: string): string {
  if (setting !== undefined) return setting;
  const file = join(dataFolder, keyFile);
  try {
    mkdirSync(dataFolder, { recursive: true });
    // If several processes start at once, the first one's key is used by all.
    writeFileSync(file, randomBytes(keyBytes).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!isTaken(error)) throw unusable(file, error);
  }
  try {
    chmodSync(file, 0o600);
    const key = readFileSync(file, "utf8").trim();
    if (key.length >= keyBytes) return key;
  } catch (error) {
    throw unusable(file, error);
  }
  throw unusable(file, new Error("it holds no key"));
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

function unusable(file: string, cause: unknown): AppError {
  return new AppError(
    "disk-failed",
    `The key for signed links cannot be kept in ${file}: ${describeError(cause)}.`,
    "Make DATA_DIR writable, delete the file if it is damaged, or set READER_KEY.",
    { cause },
  );
}
