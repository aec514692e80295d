import { type Logger, pino } from "pino";

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

/**
 * A log of JSON lines. Secrets are removed from the finished line, so that not even an error of a library can leak
 * them.
 */
export function createLog({ level, secrets, isPretty, write }: LogOptions): Log {
  const known = secrets.filter((secret) => secret.length > 3);
  const clean = (line: string): string =>
    known
      .reduce((text, secret) => text.replaceAll(secret, redacted), line)
      .replace(tokensInAddresses, `$1$2${redacted}`)
      .replace(authorization, `$1 ${redacted}`);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: withoutBody },
    },
    { write: (line: string) => write(clean(isPretty ? pretty(line) : line)) },
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

/** The body of a request holds questions and quotes. */
function withoutBody(error: Error): object {
  const { requestBody: _, ...told } = pino.stdSerializers.err(error);
  return told;
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
