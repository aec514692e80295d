import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";

/** A step from one form of the tables to the next. It never changes once it has been part of a release. */
export interface Migration {
  readonly name: string;
  up(database: Kysely<Tables>): Promise<void>;
}
