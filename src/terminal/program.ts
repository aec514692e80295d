import { Command, CommanderError } from "commander";
import * as z from "zod";
import { AppError } from "../errors.ts";
import type { TerminalCommand } from "./command.ts";
import type { ExitCode, TerminalContext } from "./services.ts";

/** Options that every command takes. */
const commonOptions = z.object({
  seeds: z.string().optional(),
  index: z.string().optional(),
  locale: z.string().optional(),
});
export type CommonOptions = z.infer<typeof commonOptions>;

/** What runs a program's commands; the context is made once the common options are known. */
export interface ProgramParts {
  readonly version: string;
  readonly commands: readonly TerminalCommand[];
  /** @throws AppError `settings-invalid`, unless wrong settings are tolerated */
  createContext(options: CommonOptions, toleratesWrongSettings: boolean): TerminalContext;
}

/**
 * Reads a command line and runs its command.
 * @param args without the names of the runtime and the program
 * @throws AppError `usage`, and whatever the command throws
 */
export async function runProgram(args: readonly string[], parts: ProgramParts): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = new Command("fundstelle")
    .description("Answers questions about documents with the passages that answer them, word for word and cited.")
    .version(parts.version, "-V, --version", "print the version")
    .option("--seeds <folder>", "folder of the documents")
    .option("--index <folder>", "folder of the built index")
    .option("--locale <language>", "language of the interface: de or en")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .configureHelp({ showGlobalOptions: true })
    // Errors are written by whoever catches them, so that all of them look alike.
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  for (const definition of parts.commands) {
    const command = program
      .command(definition.name, { isDefault: definition.isDefault ?? false })
      .description(definition.summary)
      .allowExcessArguments(definition.takesStrayArguments ?? false)
      .addHelpText("after", `\nExamples:\n${definition.examples.map((example) => `  ${example}`).join("\n")}`);
    if (definition.arguments !== undefined)
      command.argument(definition.arguments.syntax, definition.arguments.description);
    for (const { flags, description } of definition.options) command.option(flags, description);
    command.action(async () => {
      const options: unknown = command.optsWithGlobals();
      const { toleratesWrongSettings = false } = definition;
      const context = parts.createContext(commonOptions.parse(options), toleratesWrongSettings);
      exitCode = await definition.run(context, command.args, options);
    });
  }
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usageError(error);
  }
  return exitCode;
}

function usageError(error: CommanderError): AppError {
  const message = error.message.replace(/^error: /, "").replace(/\s*\n\s*/g, " ");
  const what = message.charAt(0).toUpperCase() + message.slice(1);
  return new AppError("usage", /[.?!)]$/.test(what) ? what : `${what}.`, "Run: fundstelle --help", { cause: error });
}
