import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { AppError } from "../../errors.ts";

/** A statement as `node:sqlite` has it. */
export interface SqliteStatement {
  columns(): readonly unknown[];
  all(...parameters: readonly unknown[]): unknown[];
  run(...parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(...parameters: readonly unknown[]): IterableIterator<unknown>;
}

/** A database as `node:sqlite` has it. */
export interface SqliteConnection {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

export interface SqliteModule {
  /** Of SQLite itself. */
  readonly version: string;
  open(file: string): SqliteConnection;
}

/** Earlier ones can lose what was committed when a write-ahead log is begun anew. */
const firstSoundVersion = [3, 51, 3];

type Constructor = new (file: string) => SqliteConnection;
const withDatabase = z.object({ DatabaseSync: z.custom<Constructor>((value) => typeof value === "function") });

const require = createRequire(import.meta.url);

/**
 * SQLite as Node brings it, where that is sound; else the one that comes with the program, whose interface is the same.
 * @throws AppError `store-unavailable` where there is none for this computer
 */
export function loadSqlite(): SqliteModule {
  const version = builtInVersion();
  return version !== undefined && isSound(version) ? builtInSqlite() : bundledSqlite();
}

/** Version of the SQLite that Node brings; undefined where it brings none. */
export function builtInVersion(): string | undefined {
  return new Map(Object.entries(process.versions)).get("sqlite");
}

/** @throws AppError `store-unavailable` where this Node has none */
export function builtInSqlite(): SqliteModule {
  const module = withDatabase.safeParse(quietly(() => process.getBuiltinModule("node:sqlite")));
  if (!module.success) throw unavailable("This Node has no SQLite.", module.error);
  const { DatabaseSync } = module.data;
  return { version: builtInVersion() ?? "", open: (file) => new DatabaseSync(file) };
}

/** @throws AppError `store-unavailable` where there is none for this computer */
export function bundledSqlite(): SqliteModule {
  try {
    const { DatabaseSync } = withDatabase.parse(require(bundledFile()));
    const probe = new DatabaseSync(":memory:");
    const [row] = probe.prepare("select sqlite_version() as version").all();
    probe.close();
    return {
      version: z.object({ version: z.string() }).parse(row).version,
      open: (file) => new DatabaseSync(file),
    };
  } catch (error) {
    throw unavailable(`There is no SQLite for ${process.platform} on ${process.arch}.`, error);
  }
}

/** @param version as SQLite writes it: `3.51.3` */
export function isSound(version: string): boolean {
  const numbers = version.split(".").map(Number);
  for (const [index, wanted] of firstSoundVersion.entries()) {
    const has = numbers[index] ?? 0;
    if (has !== wanted) return has > wanted;
  }
  return true;
}

/** In the built program beside it, in a clone among its packages. */
function bundledFile(): string {
  const beside = fileURLToPath(new URL("sqlite", import.meta.url));
  const folder = existsSync(beside)
    ? beside
    : join(dirname(require.resolve("@photostructure/sqlite/package.json")), "prebuilds");
  return join(folder, `${process.platform}-${process.arch}`, `@photostructure+sqlite.${libraryOfC()}.node`);
}

function libraryOfC(): "glibc" | "musl" {
  if (process.platform !== "linux") return "glibc";
  return existsSync("/etc/alpine-release") ? "musl" : "glibc";
}

/** Node warns that its SQLite may still change; what is used here is the same in all versions that are taken. */
function quietly<T>(load: () => T): T {
  const warn = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return load();
  } finally {
    process.emitWarning = warn;
  }
}

function unavailable(message: string, cause: unknown): AppError {
  return new AppError("store-unavailable", message, "Use Node 24, or set DATABASE_URL to a PostgreSQL database.", {
    cause,
  });
}
