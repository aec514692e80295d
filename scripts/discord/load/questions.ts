import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const judged = z.object({ question: z.string() });

/** The questions of the judgments over the seeds. */
export function judgedQuestions(): string[] {
  const folder = join(import.meta.dirname, "..", "..", "..", "tests", "judgments");
  return ["seeds.jsonl", "seeds-second.jsonl"].flatMap((file) =>
    readFileSync(join(folder, file), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => judged.parse(JSON.parse(line)).question),
  );
}
