import { existsSync, readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { z } from "zod";

/** Checks a body against Discord's own description of its API. */
export interface SchemaCheck {
  /** Why the check is skipped, or undefined when it works. */
  readonly skipped: string | undefined;
  /** Complaints about a body; `template` is the path as the description writes it. */
  check(method: string, template: string, body: unknown): readonly string[];
}

const Content = z.object({ schema: z.unknown() });
const Operation = z.looseObject({
  requestBody: z.looseObject({ content: z.record(z.string(), Content) }).optional(),
});
const Description = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

const isText = (text: string) => text.length >= 0;
const formats = {
  snowflake: /^\d+$/,
  nonce: isText,
  int32: {
    type: "number" as const,
    validate: (value: number) => Number.isInteger(value) && Math.abs(value) <= 2 ** 32,
  },
  int64: { type: "number" as const, validate: Number.isInteger },
  double: { type: "number" as const, validate: Number.isFinite },
  "date-time": (text: string) => !Number.isNaN(Date.parse(text)),
  uri: (text: string) => /^[a-z][a-z0-9+.-]*:/i.test(text),
};

/** The check by the description in `file`; where there is no such file, one that says that it is skipped. */
export function createSchemaCheck(file: string | undefined): SchemaCheck {
  if (file === undefined) return skipped("no OpenAPI description was named");
  if (!existsSync(file)) return skipped(`there is no OpenAPI description at ${file}`);
  const cached = checks.get(file);
  if (cached) return cached;
  const check = compileFrom(file);
  checks.set(file, check);
  return check;
}

// Compiling the message schemas takes a while: once a process is enough.
const checks = new Map<string, SchemaCheck>();

function skipped(reason: string): SchemaCheck {
  return { skipped: reason, check: () => [] };
}

function compileFrom(file: string): SchemaCheck {
  const description = Description.parse(JSON.parse(readFileSync(file, "utf8"), widenPermissions));
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true, formats, logger: false });
  ajv.addSchema({ ...description, $id: "discord" });
  const compiled = new Map<string, ValidateFunction | undefined>();

  const validatorOf = (method: string, template: string): ValidateFunction | undefined => {
    const key = `${method} ${template}`;
    if (!compiled.has(key)) {
      const operation = Operation.safeParse(description.paths[template]?.[method.toLowerCase()]);
      const hasBody = operation.success && operation.data.requestBody?.content["application/json"] !== undefined;
      const pointer = ["paths", template, method.toLowerCase(), "requestBody", "content", "application/json", "schema"]
        .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
        .join("/");
      compiled.set(key, hasBody ? ajv.compile({ $ref: `discord#/${pointer}` }) : undefined);
    }
    return compiled.get(key);
  };

  return {
    skipped: undefined,
    check(method, template, body) {
      const operations = description.paths[template];
      if (!operations?.[method.toLowerCase()]) return [`${method} ${template} is not in Discord's description`];
      const validate = validatorOf(method, template);
      if (!validate || validate(body)) return [];
      // The deepest complaint is the one about the branch that was meant.
      const errors = [...(validate.errors ?? [])].sort((a, b) => b.instancePath.length - a.instancePath.length);
      return errors.slice(0, 1).map((error) => `${error.instancePath || "body"} ${error.message ?? "does not fit"}`);
    },
  };
}

/** The description says integer, the API takes (and discord.js sends) a string as well. */
function widenPermissions(key: string, value: unknown): unknown {
  if (key !== "default_member_permissions" || typeof value !== "object" || value === null) return value;
  return { type: ["string", "integer", "null"] };
}
