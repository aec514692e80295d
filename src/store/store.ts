import type { Kysely } from "kysely";
import { keptKey } from "../kept-key.ts";
import { openDatabase } from "./open-database.ts";
import { createPersonalData, type PersonalData } from "./personal-data.ts";
import { type Claims, createClaims } from "./records/claims.ts";
import { type Audit, type Blocks, createAudit, createBlocks } from "./records/moderation.ts";
import { checkPersonKey, createPersonHash, type PersonHash } from "./records/persons.ts";
import { createPointers, type Pointers } from "./records/pointers.ts";
import { createQuestions, type Questions } from "./records/questions.ts";
import { createStoredSettings, type StoredSettings } from "./records/server-settings.ts";
import { createSharedState, type SharedState } from "./records/shared-state.ts";
import { createSolvedPosts, type SolvedPosts } from "./records/solved-posts.ts";
import { createVotes, type Votes } from "./records/votes.ts";
import { type StoreKind, type StoreSettings, storePlaceOf } from "./store-place.ts";
import type { Tables } from "./tables.ts";

/** What a community leaves behind. Whatever has been acknowledged is kept, also where the process ends at once. */
export interface Store {
  readonly kind: StoreKind;
  readonly personHash: PersonHash;
  readonly votes: Votes;
  readonly questions: Questions;
  readonly settings: StoredSettings;
  readonly blocks: Blocks;
  readonly audit: Audit;
  readonly personalData: PersonalData;
  readonly claims: Claims;
  /** Present where several processes may use the store at once. */
  readonly shared?: SharedState;
  readonly pointers: Pointers;
  readonly solvedPosts: SolvedPosts;
  close(): Promise<void>;
}

/**
 * Opens the store that the settings name, in its newest form.
 * @throws AppError `store-unavailable`, `store-too-new`, `store-key-wrong`, `disk-failed`
 */
export async function openStore(settings: StoreSettings, now: () => number = Date.now): Promise<Store> {
  const place = storePlaceOf(settings);
  const key = keptKey({
    setting: settings.personKey,
    variable: "PERSON_KEY",
    folder: settings.dataFolder,
    file: "person.key",
    purpose: "persons in the store",
  });
  const database = await openDatabase(place);
  try {
    await checkPersonKey(database, key);
    return createStore(database, { kind: place.kind, personHash: createPersonHash(key), now });
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

function createStore(
  database: Kysely<Tables>,
  { kind, personHash, now }: Pick<Store, "kind" | "personHash"> & { readonly now: () => number },
): Store {
  return {
    kind,
    personHash,
    votes: createVotes(database, now),
    questions: createQuestions(database),
    settings: createStoredSettings(database, now),
    blocks: createBlocks(database, now),
    audit: createAudit(database, now),
    personalData: createPersonalData(database),
    claims: createClaims(database, now),
    ...(kind === "postgres" ? { shared: createSharedState(database, now) } : {}),
    pointers: createPointers(database, now),
    solvedPosts: createSolvedPosts(database, now),
    close: () => database.destroy(),
  };
}
