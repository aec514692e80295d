import * as z from "zod";
import { defined } from "../../../defined.ts";
import { parseCitation } from "../../citing/citation.ts";
import type { Claim, QuoteClaim, StatedFacts } from "./claim.ts";

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
  similarIn: z.array(z.string()).optional(),
  title: z.string().optional(),
  date: z.string().optional(),
  paragraph: z.number().optional(),
  section: z.string().optional(),
  page: z.number().optional(),
  anchor: z.string().optional(),
  link: z.string().optional(),
  fileSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
});

/** Fields about how a passage was found, which state nothing about the passage itself. */
const aboutFinding = ["score", "lastParagraph", "lastPage", "readerLink", "signals", "snippet", "highlights"];

const answerSchema = z.looseObject({ passages: z.array(z.unknown()) });

/**
 * @returns the claims made by answers or passages, given one per line or as a single value; undefined if the text is
 * not JSON
 */
export function claimsOfJson(text: string): Claim[] | undefined {
  const values = parseJson(text);
  return values?.flatMap(claimsOf);
}

function parseJson(text: string): unknown[] | undefined {
  const trimmed = text.trim();
  if (!/^[[{]\s*["{[\]}]/.test(trimmed)) return undefined;
  return parsed([trimmed]) ?? parsed(trimmed.split("\n").filter((line) => line.trim() !== ""));
}

/** Undefined where one of the texts is not JSON. */
function parsed(texts: readonly string[]): unknown[] | undefined {
  try {
    return texts.map((text): unknown => JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function claimsOf(value: unknown): Claim[] {
  if (Array.isArray(value)) return value.flatMap(claimsOf);
  if (typeof value === "string") return [{ ...citationClaim(value), isLookUp: true }];
  const answer = answerSchema.safeParse(value);
  return answer.success ? answer.data.passages.flatMap(claimsOfPassage) : claimsOfPassage(value);
}

/** Anything that is not a passage becomes a claim that fails, so that nothing is skipped silently. */
function claimsOfPassage(value: unknown): Claim[] {
  const parsed = passageSchema.safeParse(value);
  if (!parsed.success) return [{ label: JSON.stringify(value).slice(0, 80), quotes: [] }];
  const {
    citation,
    fingerprint,
    document,
    start,
    end,
    text,
    highlight,
    alsoIn = [],
    similarIn = [],
    ...others
  } = parsed.data;
  const { title, date, paragraph, section, page, anchor, link, fileSha256, ...rest } = others;
  const stated = withoutAbsent({ title, date, paragraph, section, page, anchor, link });
  const unchecked = Object.keys(rest).filter((name) => !aboutFinding.includes(name));
  const claim = citationClaim(citation);
  if (claim.reference === undefined) return [claim];
  const own: Claim = {
    ...claim,
    reference: {
      ...claim.reference,
      ...(fingerprint === undefined ? {} : { fingerprint: fingerprint.toLowerCase() }),
    },
    quotes: text === undefined ? [] : [{ readings: [text], compared: "exact" }],
    ...defined({ file: document }),
    ...(start === undefined || end === undefined ? {} : { range: { start, end } }),
    ...(highlight === undefined ? {} : { highlight: { start: highlight[0], end: highlight[1] } }),
    ...(fileSha256 === undefined ? {} : { fileSha256: fileSha256.toLowerCase() }),
    stated,
    ...(unchecked.length === 0 ? {} : { unchecked }),
  };
  const sameWords: QuoteClaim[] = text === undefined ? [] : [{ readings: [text], compared: "shown" }];
  return [
    own,
    ...alsoIn.map((label) => ({ ...citationClaim(label), quotes: sameWords, isLookUp: text === undefined })),
    ...similarIn.map((label) => ({ ...citationClaim(label), isLookUp: true })),
  ];
}

function withoutAbsent(facts: { [Name in keyof StatedFacts]: StatedFacts[Name] | undefined }): StatedFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function citationClaim(label: string): Claim {
  const reference = parseCitation(label);
  return { label, quotes: [], ...defined({ reference }) };
}
