import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Kysely, SqliteDialect } from "kysely";
import { AppError, describeError } from "../../errors.ts";
import type { Tables } from "../tables.ts";
import { loadSqlite, type SqliteConnection, type SqliteModule } from "./sqlite-module.ts";

/** Another process that writes is waited for so long. */
const busyMs = 10_000;
const retryMs = 50;

/**
 * Opens a database file, making it where there is none. What was written survives the end of the process and of the power.
 * @throws AppError `store-unavailable`
 */
export async function openSqlite(file: string, sqlite: SqliteModule = loadSqlite()): Promise<Kysely<Tables>> {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const connection = sqlite.open(file);
    connection.exec(`pragma busy_timeout = ${busyMs}`);
    await useWriteAheadLog(connection);
    connection.exec("pragma synchronous = full; pragma foreign_keys = on");
    return new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(connection) }) });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      "store-unavailable",
      `The store ${file} cannot be opened: ${describeError(error)}.`,
      "Make DATA_DIR writable; where the file is damaged, restore a backup: fundstelle restore FILE",
      { cause: error },
    );
  }
}

/** Of several processes that make the file at once, SQLite refuses all but one without waiting. */
async function useWriteAheadLog(connection: SqliteConnection): Promise<void> {
  for (const deadline = Date.now() + busyMs; ; ) {
    try {
      connection.exec("pragma journal_mode = wal");
      return;
    } catch (error) {
      if (!/locked|busy/i.test(describeError(error)) || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}

/** What kysely wants of a database. */
function adapt(connection: SqliteConnection) {
  return {
    close: () => connection.close(),
    prepare(sql: string) {
      // A transaction that begins by reading could not write once another process has written.
      const statement = connection.prepare(sql === "begin" ? "begin immediate" : sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...parameters),
        run: (parameters: readonly unknown[]) => statement.run(...parameters),
        iterate: (parameters: readonly unknown[]) => statement.iterate(...parameters),
      };
    },
  };
}
