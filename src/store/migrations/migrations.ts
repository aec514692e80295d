import { citationsShown } from "./citations-shown.ts";
import { firstTables } from "./first-tables.ts";
import type { Migration } from "./migration.ts";
import { pointers } from "./pointers.ts";
import { sharedState } from "./shared-state.ts";
import { solvedPosts } from "./solved-posts.ts";

/** Every migration, in their order: new ones go to the end. */
export const migrations: readonly Migration[] = [firstTables, citationsShown, sharedState, pointers, solvedPosts];
