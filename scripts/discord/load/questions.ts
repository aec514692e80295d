import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { smallTalkOf } from "../../../src/answering/small-talk/small-talk.ts";

const judged = z.object({ question: z.string() });

/** The questions of the judgments over the seeds, but for those that a bot is right not to answer when it is mentioned. */
export function judgedQuestions(): string[] {
  const folder = join(import.meta.dirname, "..", "..", "..", "tests", "judgments");
  return ["seeds.jsonl", "seeds-second.jsonl"]
    .flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => judged.parse(JSON.parse(line)).question),
    )
    .filter((question) => smallTalkOf(question) === undefined);
}
