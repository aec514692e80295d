import { type Logger, pino } from "pino";

export type Log = Logger;

export interface LogOptions {
  readonly level: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** Texts that never get into the log, whatever brings them there. */
  readonly secrets: readonly string[];
  /** A line for people in the place of a JSON object. */
  readonly isPretty: boolean;
  /** Takes one line with its line break. */
  readonly write: (line: string) => void;
}

/** Addresses of Discord's webhooks and interactions hold a token that is good for 15 minutes. */
const tokensInAddresses = /(webhooks|interactions)(\/+\d+\/+)[^/"\\\s?]+/g;
const authorization = /\b(Bot|Bearer)\s+[\w-]{8,}(?:\.[\w-]+)*/g;
const redacted = "[redacted]";

/** A log of JSON lines. Secrets are taken out of the finished line, so that errors of libraries cannot carry them out. */
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

/** What was to be sent holds what people asked, and the documents. */
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
