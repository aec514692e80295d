import * as z from "zod";
import { serverVariables } from "../../config/variables.ts";
import { locales } from "../../locales/locale.ts";
import { customIdChars } from "../limits.ts";

/** Increased when fields change their meaning: buttons of older messages then say that they are outdated. */
const version = "f1";
const divider = "|";

/** Person, as Discord's id; in base 36 on the wire. */
const person = z.codec(z.string().regex(/^[0-9a-z]{1,13}$/), z.string().regex(/^\d{1,20}$/), {
  decode: (text) => [...text].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n).toString(),
  encode: (id) => BigInt(id).toString(36),
});
const count = z.codec(z.string().regex(/^(?:0|[1-9]\d{0,8})$/), z.number().int().min(0).max(999_999_999), {
  decode: Number,
  encode: String,
});

/** What a custom id can hold. Optional texts are "" where there is nothing. */
export const fields = {
  person,
  count,
  locale: z.enum(locales),
  mark: z.string().regex(/^(?:[0-9a-f]{10})?$/),
  day: z.string().regex(/^(?:\d{4}-\d\d-\d\d)?$/),
  key: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u),
  /** Id of a pointer to a passage. */
  pointer: z.uuid(),
  /** Id of a document that waits to be added. */
  staged: z.string().regex(/^[0-9a-f]{16}$/),
  /** The name of something that a server can set. */
  setting: serverVariables.keyof(),
  /** A citation id with its fingerprint. */
  reference: z
    .string()
    .max(95)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]*:\d{1,9}(?:[a-z]{0,3}|-\d{1,9})(?:@[0-9a-f]{4,64})?$/u),
} as const;

type Shape = Readonly<Record<string, z.core.$ZodType<unknown, string>>>;

/** The custom id of one kind of component, with what it carries. */
export interface CustomId<T> {
  readonly kind: string;
  /** At most 100 characters. */
  encode(value: T): string;
  /** @returns undefined where the fields are not what this kind carries */
  decode(fields: readonly string[]): T | undefined;
}

/** @param shape in the order in which the fields are written */
export function customId<S extends Shape>(kind: string, shape: S): CustomId<z.output<z.ZodObject<S>>> {
  const schema = z.object(shape);
  const names = Object.keys(shape);
  return {
    kind,
    encode(value) {
      const record = new Map<string, unknown>(Object.entries(z.encode(schema, value)));
      const id = [version, kind, ...names.map((name) => String(record.get(name)))].join(divider);
      if (id.length > customIdChars) throw new RangeError(`The custom id ${kind} has ${id.length} characters`);
      return id;
    },
    decode(texts) {
      if (texts.length !== names.length) return undefined;
      const parsed = schema.safeParse(Object.fromEntries(names.map((name, index) => [name, texts[index]])));
      return parsed.success ? parsed.data : undefined;
    },
  };
}

/** Parses a custom id of any origin; undefined where it is not one of this version. */
export function splitCustomId(text: string): { readonly kind: string; readonly fields: readonly string[] } | undefined {
  const [head, kind, ...rest] = text.split(divider);
  return head !== version || kind === undefined || text.length > customIdChars ? undefined : { kind, fields: rest };
}
