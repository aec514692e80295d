import * as z from "zod";
import { AppError } from "../errors.ts";
import type { ExitCode, TerminalContext } from "./services.ts";

export interface CommandOption {
  /** As commander takes it: `--limit <n>`. */
  readonly flags: string;
  readonly description: string;
}

/** A command of the program. */
export interface TerminalCommand {
  readonly name: string;
  readonly summary: string;
  /** As commander takes it: `[question...]`; absent: none are allowed. */
  readonly arguments?: { readonly syntax: string; readonly description: string };
  readonly options: readonly CommandOption[];
  readonly examples: readonly string[];
  /** Whether it is what runs without a command's name. */
  readonly isDefault?: boolean;
  /** Whether it looks itself at arguments that it does not name. */
  readonly takesStrayArguments?: boolean;
  /** Whether it runs where settings are wrong; those have their defaults then. */
  readonly toleratesWrongSettings?: boolean;
  /** @throws AppError */
  run(context: TerminalContext, args: readonly string[], options: unknown): Promise<ExitCode>;
}

/** A command whose options are checked before it runs. */
export function defineCommand<Schema extends z.ZodType>(
  command: Omit<TerminalCommand, "run"> & {
    readonly schema: Schema;
    run(context: TerminalContext, args: readonly string[], options: z.infer<Schema>): Promise<ExitCode>;
  },
): TerminalCommand {
  const { schema, run, ...rest } = command;
  return {
    ...rest,
    run: (context, args, options) => {
      const parsed = schema.safeParse(options);
      if (parsed.success) return run(context, args, parsed.data);
      const [issue] = parsed.error.issues;
      throw new AppError(
        "usage",
        `--${String(issue?.path[0] ?? "option")} is not valid: ${issue?.message ?? "unknown value"}.`,
        `Run: fundstelle ${command.name} --help`,
      );
    },
  };
}

/** `--limit`, a whole number from 1 to 100. */
export const limitOption = z
  .string()
  .regex(/^\d{1,3}$/, "it must be a whole number from 1 to 100")
  .transform(Number)
  .refine((limit) => limit >= 1 && limit <= 100, "it must be a whole number from 1 to 100")
  .optional();
