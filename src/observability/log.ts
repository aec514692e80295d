import { type Logger, pino } from "pino";
import { describeError, withoutCredentials } from "../errors.ts";

export type Log = Logger;

export interface LogOptions {
  readonly level: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** Texts that must never appear in the log, wherever they come from. */
  readonly secrets: readonly string[];
  /** Whether to write lines for people instead of JSON objects. */
  readonly isPretty: boolean;
  /** Takes one line with its line break. */
  readonly write: (line: string) => void;
}

/** Addresses of Discord's webhooks and interactions hold a token that is good for 15 minutes. */
const tokensInAddresses = /(webhooks|interactions)(\/+\d+\/+)[^/"\\\s?]+/g;
const authorization = /\b(Bot|Bearer)\s+[\w-]{8,}(?:\.[\w-]+)*/g;
const redacted = "[redacted]";
/** Whatever a library calls them: they hold questions, quotes and tokens. */
const bodies =
  /^(?:request_?body|raw_?body|bulk_?body|body|payload|data|parameters|query|json|files|form_?data|headers|authorization|cookie)$/iu;
const mayHaveBody =
  /"(?:request_?body|raw_?body|bulk_?body|body|payload|data|parameters|query|json|files|form_?data|headers|authorization|cookie)":/iu;

/**
 * A log of JSON lines. Secrets are removed from the finished line, so that not even an error of a library can leak
 * them.
 */
export function createLog({ level, secrets, isPretty, write }: LogOptions): Log {
  const known = secrets.filter((secret) => secret.length > 3).flatMap(writings);
  const clean = (line: string): string =>
    withoutCredentials(
      known
        .reduce((text, secret) => text.replaceAll(secret, redacted), line)
        .replace(tokensInAddresses, `$1$2${redacted}`)
        .replace(authorization, `$1 ${redacted}`),
    );
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: told },
    },
    {
      write: (line: string) => {
        const bare = withoutBodies(line);
        write(clean(isPretty ? pretty(bare) : bare));
      },
    },
  );
}

/** The log of this process, on standard output. */
export function createProcessLog(options: Pick<LogOptions, "level" | "secrets">): Log {
  return createLog({
    ...options,
    isPretty: process.stdout.isTTY === true,
    write: (line) => process.stdout.write(line),
  });
}

/** The forms in which a secret may come: as it is, as part of JSON, once and twice, and as part of an address. */
function writings(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  return [...new Set([JSON.stringify(inJson).slice(1, -1), inJson, encodeURIComponent(secret), secret])];
}

/** Anything can be thrown. */
function told(thrown: unknown): unknown {
  return thrown instanceof Error ? pino.stdSerializers.err(thrown) : { message: describeError(thrown) };
}

/** A line without the bodies and headers of requests, however deep in an error they are. */
function withoutBodies(line: string): string {
  if (!mayHaveBody.test(line)) return line;
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value).filter(([key]) => !bodies.test(key));
    return Object.fromEntries(kept.map(([key, inner]) => [key, bare(inner)]));
  };
  return `${JSON.stringify(bare(JSON.parse(line)))}\n`;
}

function pretty(line: string): string {
  const entry: unknown = JSON.parse(line);
  if (typeof entry !== "object" || entry === null) return line;
  const { time, level, msg, ...rest } = Object.fromEntries(Object.entries(entry));
  const values = Object.entries(rest).map(([key, value]) => `${key}=${shown(value)}`);
  return `${[String(time).slice(11, 19), String(level).toUpperCase().padEnd(5), msg, ...values].join(" ")}\n`;
}

function shown(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return "stack" in value && typeof value.stack === "string" ? value.stack : JSON.stringify(value);
}
