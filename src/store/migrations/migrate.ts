import { type Kysely, sql } from "kysely";
import { AppError } from "../../errors.ts";
import type { StoreKind } from "../store-place.ts";
import type { Tables } from "../tables.ts";
import type { Migration } from "./migration.ts";
import { migrations as allMigrations } from "./migrations.ts";

/** The table of the names of migrations that have been done. */
export const doneMigrations = "migrations_done";
/** Any number: who holds it migrates, and the others wait. */
const lockNumber = 4_711_024;

/**
 * Brings the tables to their newest form. Of several processes that begin at once, one does it and the others wait.
 * @throws AppError `store-too-new` where a newer version of the program has been here
 */
export async function migrate(
  database: Kysely<Tables>,
  kind: StoreKind,
  migrations: readonly Migration[] = allMigrations,
): Promise<void> {
  // In SQLite a transaction is the lock.
  await database.transaction().execute(async (transaction) => {
    if (kind === "postgres") await sql`select pg_advisory_xact_lock(${lockNumber})`.execute(transaction);
    await transaction.schema
      .createTable(doneMigrations)
      .ifNotExists()
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("done_at", "bigint", (column) => column.notNull())
      .execute();
    const { rows } = await sql<{ name: string }>`select name from ${sql.table(doneMigrations)}`.execute(transaction);
    const done = new Set(rows.map(({ name }) => name));
    for (const { name, up } of migrations) {
      if (done.delete(name)) continue;
      await up(transaction);
      await sql`insert into ${sql.table(doneMigrations)} (name, done_at) values (${name}, ${Date.now()})`.execute(
        transaction,
      );
    }
    const [unknown] = done;
    if (unknown !== undefined) {
      throw new AppError(
        "store-too-new",
        `The store was made by a newer version of the program (${unknown}).`,
        "Use the newer version, or restore a backup of before.",
      );
    }
  });
}
