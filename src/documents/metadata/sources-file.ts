import * as z from "zod";
import { AppError } from "../../errors.ts";
import { isPublicationDate, parsePublicationDate } from "./publication-date.ts";

export const sourcesFileName = "sources.json";

const words = z.string().trim().min(1, "must not be empty").max(1_000, "is longer than 1,000 characters");

const date = z.string().refine(isPublicationDate, "must be a date: 2023-09-12T11:57, 2023-09-12, 2023-09 or 2023");
const names = z.union([words.transform((name) => [name]), z.array(words).min(1, "must not be empty")]);

const sourceSchema = z.strictObject({
  file: words
    .refine((file) => !file.includes("\\"), "must be written with forward slashes")
    .refine(
      (file) => !/^(?:\/|[a-z]:)/iu.test(file) && file.split("/").every((part) => !["", ".", ".."].includes(part)),
      "must be a path below the documents' folder",
    ),
  key: z
    .string()
    .max(60, "is longer than 60 characters")
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case letters, digits and single dashes")
    .optional(),
  title: words.optional(),
  titleSource: z.enum(["stated", "described"], { error: 'must be "stated" or "described"' }).optional(),
  kicker: words.optional(),
  publisher: words.optional(),
  author: names.optional(),
  url: z.url({ protocol: /^https?$/, error: "must be a web address" }).optional(),
  published: date.optional(),
  validFrom: date.optional(),
  validUntil: date.optional(),
  supersedes: names.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, { error: 'must be a code of two letters, such as "de"' })
    .optional(),
  boilerplate: z.boolean().optional(),
  guilds: z.array(z.string().regex(/^\d{15,20}$/, "must be a server's id")).optional(),
  roles: z.array(z.string().regex(/^\d{15,20}$/, "must be a role's id")).optional(),
  channels: z.array(z.string().regex(/^\d{15,20}$/, "must be a channel's id")).optional(),
  questions: z.array(words).optional(),
});

const sourcesSchema = z.strictObject(
  { documents: z.array(sourceSchema, { error: 'must be a list: [{"file": "…"}]' }) },
  {
    error: ({ code }) => (code === "invalid_type" ? 'it must have the form {"documents": [{"file": "…"}]}' : undefined),
  },
);

/** What `sources.json` says about one document, or a server about one of its own. */
export type Source = z.infer<typeof sourceSchema> & {
  /** Present where it is a document of a server's own collection. */
  readonly ofServer?: true;
};

/** By file, as the path below the documents' folder. */
export type Sources = ReadonlyMap<string, Source>;

/**
 * Reads the text of `sources.json`.
 * @throws AppError `sources-invalid`, naming the document and the field.
 */
export function parseSources(json: string): Sources {
  const data = parseJson(json);
  const parsed = sourcesSchema.safeParse(data);
  if (!parsed.success) throw invalid(describeIssue(parsed.error.issues[0], data));
  const sources = new Map<string, Source>();
  const keys = new Map<string, string>();
  for (const source of parsed.data.documents) {
    if (sources.has(source.file)) throw invalid(`the document "${source.file}" is listed twice`);
    sources.set(source.file, source);
    if (source.titleSource !== undefined && source.title === undefined) {
      throw invalid(`document "${source.file}": "titleSource" is given without a "title"`);
    }
    const { validFrom, validUntil } = source;
    if (validFrom !== undefined && validUntil !== undefined && isBefore(validUntil, validFrom)) {
      throw invalid(`document "${source.file}": "validUntil" lies before "validFrom"`);
    }
    for (const field of ["roles", "channels"] as const) {
      if (source[field] === undefined || source.guilds !== undefined) continue;
      throw invalid(`document "${source.file}": "${field}" is given without "guilds"`);
    }
    if (source.key === undefined) continue;
    const other = keys.get(source.key);
    if (other !== undefined) {
      throw invalid(`document "${source.file}": "key" is "${source.key}", like that of "${other}"`);
    }
    keys.set(source.key, source.file);
  }
  return sources;
}

function isBefore(one: string, other: string): boolean {
  return parsePublicationDate(one).until < parsePublicationDate(other).from;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw invalid(`it is no valid JSON (${cause.message.replace(/\s+/gu, " ")})`, cause);
  }
}

function describeIssue(issue: z.core.$ZodIssue | undefined, data: unknown): string {
  if (issue === undefined) return "it has an unknown fault";
  const [list, position, ...fieldPath] = issue.path;
  const named = typeof position === "number" ? `document ${nameOf(data, position)}` : undefined;
  const unknown = issue.code === "unrecognized_keys" ? issue.keys : undefined;
  if (unknown !== undefined) {
    const fields = unknown.map((key) => `"${key}"`).join(", ");
    return `${named ?? "the file"}: unknown field ${fields}`;
  }
  const message = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  const field = fieldPath.length > 0 ? `"${fieldPath.join(".")}"` : undefined;
  return [named ?? (list === undefined ? undefined : `"${String(list)}"`), [field, message].filter(isPresent).join(" ")]
    .filter(isPresent)
    .join(": ");
}

/** A document by its file, or by its place in the list where it names none. */
function nameOf(data: unknown, position: number): string {
  const entry = z
    .object({ documents: z.array(z.unknown()) })
    .transform(({ documents }) => documents[position])
    .pipe(z.object({ file: z.string() }))
    .safeParse(data);
  return entry.success ? `"${entry.data.file}"` : `number ${position + 1}`;
}

function isPresent(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}

function invalid(why: string, cause?: unknown): AppError {
  return new AppError(
    "sources-invalid",
    `${sourcesFileName} cannot be used: ${why}.`,
    `Correct ${sourcesFileName}, or take it out to have everything derived from the files.`,
    { cause },
  );
}
