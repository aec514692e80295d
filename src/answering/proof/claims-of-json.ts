import * as z from "zod";
import { parseCitation } from "../citing/citation.ts";
import type { Claim } from "./claim.ts";

const offset = z.number().int().nonnegative();

const passageSchema = z.looseObject({
  citation: z.string(),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{4,64}$/i)
    .optional(),
  document: z.string().optional(),
  start: offset.optional(),
  end: offset.optional(),
  text: z.string().optional(),
  highlight: z.tuple([offset, offset]).optional(),
  alsoIn: z.array(z.string()).optional(),
});

const answerSchema = z.looseObject({ passages: z.array(z.unknown()) });

/** @returns the claims of answers or passages, one a line or all in one; undefined where the text is no JSON */
export function claimsOfJson(text: string): Claim[] | undefined {
  const values = parseJson(text);
  return values?.flatMap(claimsOf);
}

function parseJson(text: string): unknown[] | undefined {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (!/^[[{]\s*["{[\]}]/.test(trimmed)) return undefined;
  try {
    return [JSON.parse(trimmed)];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  try {
    return trimmed
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line): unknown => JSON.parse(line));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function claimsOf(value: unknown): Claim[] {
  if (Array.isArray(value)) return value.flatMap(claimsOf);
  if (typeof value === "string") return [citationClaim(value)];
  const answer = answerSchema.safeParse(value);
  return answer.success ? answer.data.passages.flatMap(claimsOfPassage) : claimsOfPassage(value);
}

/** What is no passage is a claim that fails, so that nothing is passed over. */
function claimsOfPassage(value: unknown): Claim[] {
  const parsed = passageSchema.safeParse(value);
  if (!parsed.success) return [{ label: JSON.stringify(value ?? null).slice(0, 80), quotes: [] }];
  const { citation, fingerprint, document, start, end, text, highlight, alsoIn = [] } = parsed.data;
  const claim = citationClaim(citation);
  if (claim.reference === undefined) return [claim];
  const own: Claim = {
    ...claim,
    reference: {
      ...claim.reference,
      ...(fingerprint === undefined ? {} : { fingerprint: fingerprint.toLowerCase() }),
    },
    quotes: text === undefined ? [] : [{ readings: [text], compared: "exact" }],
    ...(document === undefined ? {} : { file: document }),
    ...(start === undefined || end === undefined ? {} : { range: { start, end } }),
    ...(highlight === undefined ? {} : { highlight: { start: highlight[0], end: highlight[1] } }),
  };
  return [own, ...alsoIn.map(citationClaim)];
}

function citationClaim(label: string): Claim {
  const reference = parseCitation(label);
  return { label, quotes: [], ...(reference === undefined ? {} : { reference }) };
}
