import { createInterface } from "node:readline";

/** The lines of an input that is not a terminal, white space around them and empty ones left out. */
export async function* inputLines(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const trimmed = line.replace(/^\uFEFF/, "").trim();
    if (trimmed !== "") yield trimmed;
  }
}
