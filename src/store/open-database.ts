import type { Kysely } from "kysely";
import { migrate } from "./migrations/migrate.ts";
import type { StorePlace } from "./store-place.ts";
import type { Tables } from "./tables.ts";

/**
 * The database of a place, in its newest form. Whoever opens it closes it with `destroy`.
 * @throws AppError `store-unavailable`, `store-too-new`
 */
export async function openDatabase(place: StorePlace): Promise<Kysely<Tables>> {
  const database = await connect(place);
  try {
    await migrate(database, place.kind);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** What only one of the two needs is loaded for that one alone. */
async function connect(place: StorePlace): Promise<Kysely<Tables>> {
  if (place.kind === "postgres") {
    const { openPostgres } = await import("./postgres/open-postgres.ts");
    return openPostgres(place.url);
  }
  const { openSqlite } = await import("./sqlite/open-sqlite.ts");
  return openSqlite(place.file);
}
