import * as z from "zod";
import { AppError } from "../errors.ts";

/** A question with the passages that answer it, as people judged it. */
const judgmentSchema = z.object({
  id: z.string().min(1),
  lang: z.enum(["de", "en"]),
  type: z.string(),
  question: z.string().min(1),
  answerable: z.boolean(),
  /** A passage is right when it holds one of these snippets. */
  gold: z.array(z.object({ doc: z.string(), contains: z.string().min(1) })).default([]),
  answer: z.string().nullish(),
  difficulty: z.string(),
  /** Of the same pair are two questions of nearly the same words, one of which nothing answers. */
  pair: z.string().nullish(),
  note: z.string().nullish(),
});

export type Judgment = z.infer<typeof judgmentSchema>;

/**
 * Reads judgments, one JSON object a line.
 * @throws AppError `judgments-invalid`, which names the line
 */
export function parseJudgments(content: string, file: string): Judgment[] {
  const judgments: Judgment[] = [];
  content.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const invalid = (what: string, cause?: unknown): AppError =>
      new AppError("judgments-invalid", `${file}, line ${index + 1}: ${what}`, "Each line is one JSON object.", {
        cause,
      });
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw invalid("this is not JSON.", cause);
    }
    const parsed = judgmentSchema.safeParse(value);
    if (!parsed.success) throw invalid(z.prettifyError(parsed.error).replaceAll("\n", " "));
    judgments.push(parsed.data);
  });
  return judgments;
}
