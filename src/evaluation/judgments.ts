import * as z from "zod";
import { AppError } from "../errors.ts";

/** A question with the passages that answer it, as people judged it. */
export interface Judgment {
  readonly id: string;
  /** Of the question, as a code of ISO 639-1; `und` where nobody says and its words do not tell. */
  readonly lang: string;
  readonly type: string;
  readonly question: string;
  readonly answerable: boolean;
  /** A passage is right when it holds one of these snippets. */
  readonly gold: readonly { readonly doc: string; readonly contains: string }[];
  readonly answer?: string | null | undefined;
  readonly difficulty: string;
  /** Of the same pair are two questions of nearly the same words, one of which nothing answers. */
  readonly pair?: string | null | undefined;
  readonly note?: string | null | undefined;
}

const goldSchema = z.object({ doc: z.string(), contains: z.string().min(1) });

/** Of these a person has to write the question alone, and where its answer stands, if it has one. */
const judgmentSchema = z
  .object({
    id: z.string().min(1).optional(),
    lang: z
      .string()
      .regex(/^[a-z]{2}$/)
      .optional(),
    type: z.string().default("own"),
    question: z.string().trim().min(1),
    answerable: z.boolean().optional(),
    gold: z.array(goldSchema).default([]),
    /** For one passage: its document and some of its words. */
    document: z.string().min(1).optional(),
    contains: z.string().min(1).optional(),
    answer: z.string().nullish(),
    difficulty: z.string().default("own"),
    pair: z.string().nullish(),
    note: z.string().nullish(),
  })
  .refine(
    ({ document, contains }) => (document === undefined) === (contains === undefined),
    "document and contains belong together",
  );

type DetectLanguage = (text: string) => string | undefined;

/**
 * Reads judgments, one a line: JSON objects, or, in a file whose name ends with `.tsv`, question, document and words of
 * the answer with tabs between them.
 * @param detect asked about questions that do not say their language
 * @throws AppError `judgments-invalid`, which names the line
 */
export function parseJudgments(content: string, file: string, detect: DetectLanguage = () => undefined): Judgment[] {
  const read = file.endsWith(".tsv") ? readCells : readJson;
  const judgments: Judgment[] = [];
  content.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const invalid = (what: string, cause?: unknown): AppError =>
      new AppError("judgments-invalid", `${file}, line ${index + 1}: ${what}`, "See docs/EVALUATING.md.", { cause });
    const parsed = judgmentSchema.safeParse(read(line, invalid));
    if (!parsed.success) throw invalid(z.prettifyError(parsed.error).replaceAll("\n", " "));
    const { id, lang, answerable, gold, document, contains, ...rest } = parsed.data;
    const all = document === undefined || contains === undefined ? gold : [...gold, { doc: document, contains }];
    judgments.push({
      ...rest,
      id: id ?? String(index + 1),
      lang: lang ?? detect(rest.question) ?? "und",
      answerable: answerable ?? all.length > 0,
      gold: all,
    });
  });
  return judgments;
}

type Invalid = (what: string, cause?: unknown) => AppError;

function readJson(line: string, invalid: Invalid): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw invalid("this is not JSON.", cause);
  }
}

function readCells(line: string, invalid: Invalid): unknown {
  const [question = "", document = "", contains = "", ...more] = line.split("\t").map((cell) => cell.trim());
  if (more.some((cell) => cell !== "")) throw invalid("a line has three columns at most.");
  return document === "" && contains === "" ? { question } : { question, document, contains };
}
