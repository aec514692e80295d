import { Kysely, PostgresDialect } from "kysely";
import { AppError, describeError } from "../../errors.ts";
import type { Tables } from "../tables.ts";

const mostConnections = 5;
const connectMs = 5000;
const statementMs = 10_000;
/** Types of PostgreSQL that come as texts, for they may be larger than a number: counts, sums, times in milliseconds. */
const largeNumbers: ReadonlySet<number> = new Set([20, 1700]);

/**
 * Connects to a PostgreSQL database.
 * @param url as `postgres://user:password@host/database`
 * @throws AppError `store-unavailable`, which does not name the address: a password may stand in it
 */
export async function openPostgres(url: string): Promise<Kysely<Tables>> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    allowExitOnIdle: true,
    types: {
      getTypeParser: (type, format) =>
        largeNumbers.has(type) && format !== "binary" ? Number : pg.types.getTypeParser(type, format),
    },
  });
  // A connection that rests and breaks is replaced by the next question; without a listener it would end the process.
  pool.on("error", () => undefined);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw new AppError(
      "store-unavailable",
      `The database of DATABASE_URL cannot be reached: ${describeError(error)}.`,
      "Check that PostgreSQL runs and that DATABASE_URL names its user, password, host and database.",
      { cause: error },
    );
  }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
