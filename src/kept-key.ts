import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError, describeError } from "./errors.ts";

const keyBytes = 32;

/** A secret that outlives the process. */
export interface KeptKey {
  /** What the setting says, where there is one. */
  readonly setting: string | undefined;
  /** The setting's name. */
  readonly variable: string;
  /** Absolute path of the folder, and the file in it where the key is kept otherwise. */
  readonly folder: string;
  readonly file: string;
  /** What it is the key of: `signed links`. */
  readonly purpose: string;
}

/**
 * A secret: the setting where there is one, else one that is made at the first start and kept in a file.
 * @throws AppError `disk-failed` where it can be neither read nor kept
 */
export function keptKey({ setting, variable, folder, file: name, purpose }: KeptKey): string {
  if (setting !== undefined) return setting;
  const file = join(folder, name);
  const unusable = (cause: unknown): AppError =>
    new AppError(
      "disk-failed",
      `The key for ${purpose} cannot be kept in ${file}: ${describeError(cause)}.`,
      `Make DATA_DIR writable, delete the file if it is damaged, or set ${variable}.`,
      { cause },
    );
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(file)) keepNew(file);
  } catch (error) {
    throw unusable(error);
  }
  try {
    chmodSync(file, 0o600);
    const key = readFileSync(file, "utf8").trim();
    if (key.length >= keyBytes) return key;
  } catch (error) {
    throw unusable(error);
  }
  throw unusable(new Error("it holds no key"));
}

/**
 * Makes a key. If several processes start at once, the first one's is used by all; none finds a file that is there and
 * does not hold its key yet, nor does a start after a power cut.
 */
function keepNew(file: string): void {
  const key = randomBytes(keyBytes).toString("base64url");
  const written = `${file}.${randomBytes(6).toString("hex")}`;
  const how = { flag: "wx", mode: 0o600, flush: true };
  try {
    writeFileSync(written, key, how);
    try {
      linkSync(written, file);
    } catch (error) {
      if (!hasCode(error, withoutLinks)) throw error;
      writeFileSync(file, key, how);
    }
  } catch (error) {
    if (!hasCode(error, taken)) throw error;
  } finally {
    rmSync(written, { force: true });
  }
}

const taken: ReadonlySet<unknown> = new Set(["EEXIST"]);
/** Of file systems where a file has one name only. */
const withoutLinks: ReadonlySet<unknown> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

function hasCode(error: unknown, codes: ReadonlySet<unknown>): boolean {
  return error instanceof Error && "code" in error && codes.has(error.code);
}
