import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { AppError, describeError } from "../../errors.ts";

/** The file's name in the folder of what must outlive the index. */
export const restrictionFileName = "restricted.json";

const restrictionSchema = z.strictObject({
  /** Path below the documents' folder, as it was written last. */
  file: z.string(),
  /** Ids of the servers that may see it. */
  guilds: z.array(z.string()).readonly(),
  /** Ids of roles and channels, where only some may see it there. */
  roles: z.array(z.string()).readonly().exactOptional(),
  channels: z.array(z.string()).readonly().exactOptional(),
  /** What stood in it, latest last: the size in bytes and the SHA-256 of the file. */
  contents: z.array(z.strictObject({ bytes: z.int().min(0), sha256: z.string() })).readonly(),
});

const fileSchema = z.strictObject({
  restricted: z.array(restrictionSchema).readonly(),
  /** Files whose restriction the host has lifted: neither their names nor what stands in them restricts them. */
  lifted: z.array(z.string()).readonly(),
});

/** A document that was once restricted to some servers. */
export type Restriction = z.infer<typeof restrictionSchema>;
export type Restrictions = z.infer<typeof fileSchema>;

const none: Restrictions = { restricted: [], lifted: [] };

/**
 * What is known of documents that were ever restricted; nothing where there is no such file.
 * @throws AppError `restrictions-unreadable`: nobody may take that for "none"
 */
export async function readRestrictions(folder: string): Promise<Restrictions> {
  const file = path.join(folder, restrictionFileName);
  try {
    return fileSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return none;
    throw new AppError(
      "restrictions-unreadable",
      `${file} cannot be read: ${cause instanceof z.ZodError ? "it is not what the program wrote" : describeError(cause)}.`,
      "Put a copy of it back. Without one: check that sources.json restricts all that not everybody may see, then delete it.",
      { cause },
    );
  }
}

/** Writes it whole or not at all. @throws what the file system says */
export async function writeRestrictions(folder: string, restrictions: Restrictions): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, restrictionFileName);
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    const handle = await open(unfinished, "w", 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(restrictions, undefined, 1)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
