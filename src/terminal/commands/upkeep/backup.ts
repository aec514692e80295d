import { resolve } from "node:path";
import * as z from "zod";
import { AppError } from "../../../errors.ts";
import { defineCommand } from "../../command.ts";

export const backupCommand = defineCommand({
  name: "backup",
  summary: "write what Discord's servers have left in the store (votes, settings, …) into a file; the bot may run",
  arguments: { syntax: "[file]", description: "a file that is not there yet" },
  options: [],
  examples: ["fundstelle backup store-2026-03-01.sqlite"],
  schema: z.object({}),
  async run(context, args) {
    const file = oneFile("backup", args);
    context.console.print(context.messages().terminal.backedUp(await context.backUpStore(file), file));
    return 0;
  },
});

export const restoreCommand = defineCommand({
  name: "restore",
  summary: "put what a backup holds in the place of everything in the store, in SQLite or PostgreSQL",
  arguments: { syntax: "[file]", description: "a file that backup has written" },
  options: [],
  examples: ["fundstelle restore store-2026-03-01.sqlite"],
  schema: z.object({}),
  async run(context, args) {
    const file = oneFile("restore", args);
    context.console.print(context.messages().terminal.restored(await context.restoreStore(file), file));
    return 0;
  },
});

function oneFile(command: string, [file, ...rest]: readonly string[]): string {
  if (file !== undefined && rest.length === 0) return resolve(file);
  throw new AppError("usage", `${command} needs one file.`, `Run: fundstelle ${command} FILE`);
}
