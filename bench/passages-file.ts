import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";

const passageSchema = z.object({ text: z.string(), place: z.string() });
/** A passage as engines get it; its number is its position. `place` names its paragraph. */
export type PassageText = z.infer<typeof passageSchema>;

/** @param file as `writePassages` leaves it */
export async function* readPassages(file: string): AsyncGenerator<PassageText> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    yield passageSchema.parse(JSON.parse(line));
  }
}
