import * as z from "zod";
import { AppError } from "../errors.ts";
import type { Judgment } from "./judgments.ts";

/** SQuAD's file format (Rajpurkar et al. 2016), which XQuAD (Artetxe et al. 2020) shares; what is not needed is left out. */
const squadSchema = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              id: z.coerce.string().min(1),
              question: z.string(),
              /** `answer_start` counts Unicode code points. */
              answers: z.array(z.object({ text: z.string(), answer_start: z.number().int().min(0) })).default([]),
            }),
          ),
        }),
      ),
    }),
  ),
});

export type Squad = z.infer<typeof squadSchema>;
type Article = Squad["data"][number];
type SquadQuestion = Article["paragraphs"][number]["qas"][number];

/** Characters of a snippet on both sides of the answer, where fewer are not needed and more do not help. */
const snippetMargin = 25;

/**
 * Reads a file in SQuAD's format.
 * @param file for messages
 * @throws AppError `judgments-invalid`, which names the place
 */
export function parseSquad(content: string, file: string): Squad {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    throw invalid(`${file} is not JSON.`, cause);
  }
  const parsed = squadSchema.safeParse(value);
  if (!parsed.success) throw invalid(`${file}: ${z.prettifyError(parsed.error).replaceAll("\n", " ")}`);
  return parsed.data;
}

/** A data set of questions on paragraphs as documents and judged questions. */
export interface ConvertedSquad {
  /** One an article: its paragraphs, each on one line, separated by blank lines. */
  readonly documents: readonly { readonly file: string; readonly text: string }[];
  readonly judgments: readonly Judgment[];
  /** Ids of the translation that the data set does not have. */
  readonly unmatched: readonly string[];
}

/** The same data set in another language. */
export interface Translation {
  readonly squad: Squad;
  readonly language: Judgment["lang"];
}

/**
 * @param language of the paragraphs
 * @param translation its questions are asked of the paragraphs as well, by their ids
 * @throws AppError `judgments-invalid` where an answer does not stand in its paragraph
 */
export function convertSquad(squad: Squad, language: Judgment["lang"], translation?: Translation): ConvertedSquad {
  const translated = new Map(
    (translation === undefined ? [] : questionsOf(translation.squad)).map(({ id, question }) => [id, question]),
  );
  const other = translation?.language ?? language;
  const width = Math.max(2, String(squad.data.length - 1).length);
  const documents: { file: string; text: string }[] = [];
  const judgments: Judgment[] = [];
  squad.data.forEach((article, number) => {
    const file = `article-${String(number).padStart(width, "0")}.txt`;
    const contexts = article.paragraphs.map(({ context }) => onOneLine(context));
    const text = `${contexts.map((context) => context.trim()).join("\n\n")}\n`;
    documents.push({ file, text });
    article.paragraphs.forEach(({ qas }, index) => {
      for (const qa of qas) {
        const judgment = judgmentOf(qa, language, { file, text, context: contexts[index] ?? "" });
        judgments.push(judgment);
        const question = translated.get(qa.id);
        if (question !== undefined) judgments.push({ ...judgment, id: `${qa.id}-${other}`, lang: other, question });
        translated.delete(qa.id);
      }
    });
  });
  return { documents, judgments, unmatched: [...translated.keys()] };
}

function questionsOf({ data }: Squad): SquadQuestion[] {
  return data.flatMap(({ paragraphs }) => paragraphs.flatMap(({ qas }) => qas));
}

interface Place {
  readonly file: string;
  /** Of the whole document. */
  readonly text: string;
  readonly context: string;
}

function judgmentOf(qa: SquadQuestion, language: Judgment["lang"], place: Place): Judgment {
  const snippets = qa.answers.map(({ text, answer_start }) => {
    const answer = onOneLine(text);
    const start = startOfAnswer(place.context, answer, answer_start);
    if (answer === "" || start < 0) throw invalid(`The answer of ${qa.id} does not stand in its paragraph.`);
    return snippetAround(place, start, start + answer.length);
  });
  return {
    id: `${qa.id}-${language}`,
    lang: language,
    type: "xquad",
    question: qa.question,
    answerable: snippets.length > 0,
    gold: [...new Set(snippets)].map((contains) => ({ doc: place.file, contains })),
    answer: qa.answers[0] === undefined ? null : onOneLine(qa.answers[0].text),
    difficulty: "xquad",
  };
}

/** Line breaks would divide a paragraph; every character keeps its place. */
function onOneLine(text: string): string {
  return text.replace(/[\r\n\v\f\u0085\u2028\u2029]/g, " ");
}

/** Where the answer begins, in UTF-16 code units: where it should, or at the nearest place; -1 where it does not stand at all. */
function startOfAnswer(context: string, answer: string, codePoints: number): number {
  const expected = [...context].slice(0, codePoints).join("").length;
  let best = -1;
  for (let at = context.indexOf(answer); at >= 0; at = context.indexOf(answer, at + 1)) {
    if (best < 0 || Math.abs(at - expected) < Math.abs(best - expected)) best = at;
  }
  return best;
}

/** The answer with as much around it, inside the paragraph, as makes it stand once in the document. */
function snippetAround({ text, context }: Place, start: number, end: number): string {
  for (let margin = snippetMargin; ; margin *= 2) {
    const from = boundary(context, Math.max(0, start - margin));
    const until = boundary(context, Math.min(context.length, end + margin));
    const snippet = context.slice(from, until).trim();
    const isWhole = from === 0 && until === context.length;
    if (isWhole || text.indexOf(snippet) === text.lastIndexOf(snippet)) return snippet;
  }
}

/** A place that does not divide a surrogate pair. */
function boundary(text: string, at: number): number {
  const isInside = /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
  return isInside ? at - 1 : at;
}

function invalid(message: string, cause?: unknown): AppError {
  return new AppError("judgments-invalid", message, "A file in SQuAD's JSON format is expected.", { cause });
}
