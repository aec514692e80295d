import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import * as z from "zod";
import { AppError, describeError } from "../errors.ts";
import { doneMigrations } from "./migrations/migrate.ts";
import { openDatabase } from "./open-database.ts";
import { openSqlite } from "./sqlite/open-sqlite.ts";
import type { StorePlace } from "./store-place.ts";
import { type Tables, tableNames } from "./tables.ts";

const rowsAtOnce = 500;
const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
type Row = z.infer<typeof rowSchema>;
const isSound = z.tuple([z.object({ integrity_check: z.literal("ok") })]);

/**
 * Writes everything of a store, as it is at one moment, into a new SQLite file, whatever the store is kept in.
 * @returns how many rows there are
 * @throws AppError `usage` where there is such a file; `store-unavailable`
 */
export async function backUp(place: StorePlace, file: string): Promise<number> {
  if (existsSync(file)) throw new AppError("usage", `${file} is there already.`, "Name a file that is not there yet.");
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  const database = await openDatabase(place);
  try {
    if (place.kind === "sqlite") await sql`vacuum into ${partial}`.execute(database);
    else await copyInto(database, partial);
    renameSync(partial, file);
  } finally {
    await database.destroy();
  }
  return withBackup(file, countRows);
}

/**
 * Puts what a backup holds in the place of everything that a store holds, at once or not at all.
 * @returns how many rows there are
 * @throws AppError `backup-invalid`, `store-unavailable`
 */
export async function restore(place: StorePlace, file: string): Promise<number> {
  if (!existsSync(file)) throw new AppError("backup-invalid", `There is no file ${file}.`, "Name a backup.");
  return withBackup(file, async (backup) => {
    const database = await openDatabase(place);
    try {
      await database.transaction().execute(async (transaction) => {
        for (const table of [...tableNames].reverse()) await sql`delete from ${sql.table(table)}`.execute(transaction);
        await copyRows(backup, transaction);
      });
    } finally {
      await database.destroy();
    }
    return countRows(backup);
  });
}

async function copyInto(database: Kysely<Tables>, file: string): Promise<void> {
  const copy = await openDatabase({ kind: "sqlite", file });
  try {
    await database
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute((transaction) => copyRows(transaction, copy));
    await sql`pragma journal_mode = delete`.execute(copy);
  } finally {
    await copy.destroy();
  }
}

async function copyRows(from: Kysely<Tables>, to: Kysely<Tables>): Promise<void> {
  for (const table of tableNames) {
    const { rows } = await sql`select * from ${sql.table(table)}`.execute(from);
    const parsed = z.array(rowSchema).parse(rows);
    for (let start = 0; start < parsed.length; start += rowsAtOnce)
      await insertRows(to, table, parsed.slice(start, start + rowsAtOnce));
  }
}

async function insertRows(database: Kysely<Tables>, table: keyof Tables, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(database);
}

async function countRows(database: Kysely<Tables>): Promise<number> {
  let count = 0;
  for (const table of tableNames) {
    const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(database);
    count += rows[0]?.rows ?? 0;
  }
  return count;
}

/**
 * Opens a copy of a backup, which may be of an earlier version.
 * @throws AppError `backup-invalid` where it is none, or damaged; `store-too-new`
 */
async function withBackup<T>(file: string, use: (backup: Kysely<Tables>) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "fundstelle-backup-"));
  const copy = join(folder, "copy.sqlite");
  try {
    await checkBackup(file, copy);
    const backup = await openDatabase({ kind: "sqlite", file: copy });
    try {
      return await use(backup);
    } finally {
      await backup.destroy();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkBackup(file: string, copy: string): Promise<void> {
  try {
    copyFileSync(file, copy);
    const database = await openSqlite(copy);
    try {
      const { rows } = await sql`pragma integrity_check`.execute(database);
      if (!isSound.safeParse(rows).success) throw new Error("SQLite finds it damaged");
      await sql`select name from ${sql.table(doneMigrations)}`.execute(database);
    } finally {
      await database.destroy();
    }
  } catch (error) {
    const reason = describeError(error instanceof AppError ? error.cause : error);
    throw new AppError(
      "backup-invalid",
      `${file} is no backup of a store: ${reason}.`,
      "Name a file that fundstelle backup has written.",
      { cause: error },
    );
  }
}
