#!/usr/bin/env node
import { readFileSync } from "node:fs";
import * as z from "zod";
import { importLexicon, readWholeLexicon } from "./app/imported-lexicon.ts";
import { logIndexEvents } from "./app/index/log-index-events.ts";
import { createApp } from "./app.ts";
import { readSettings } from "./config.ts";
import { AppError } from "./errors.ts";
import { commands } from "./terminal/commands/commands.ts";
import { createConsole, leaveWhenTheReaderHasGone } from "./terminal/console.ts";
import { type CommonOptions, runProgram } from "./terminal/program.ts";
import { renderError } from "./terminal/render/error.ts";
import { createIndexReporter } from "./terminal/reporting/report.ts";
import type { CommandContext, ExitCode } from "./terminal/services.ts";
import { createSpeech } from "./terminal/speech.ts";

const lastWordsMs = 3000;

/** English until the settings are known. */
let speech = createSpeech({ locale: undefined, defaultLocale: "en" });

leaveWhenTheReaderHasGone(process.stdout, () => process.exit(0));
leaveWhenTheReaderHasGone(process.stderr, () => process.exit(0));

run(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`fundstelle: ${renderError(error, speech())}\n`);
    process.exitCode = error instanceof AppError ? error.exitCode : 1;
    endSoon();
  },
);

/** A connection that hangs must not keep a program that has failed, or a bot that was told to end. */
function endSoon(): void {
  setTimeout(() => process.exit(), lastWordsMs).unref();
}

function run(args: readonly string[]): Promise<ExitCode> {
  return runProgram(args, { version: programVersion(), commands, createContext });
}

function createContext(options: CommonOptions): CommandContext {
  const settings = readSettings(options);
  const console = createConsole({ noColor: settings.noColor });
  speech = createSpeech(settings);
  return {
    settings,
    console,
    messages: speech,
    open: async (openOptions) => {
      const onEvent = createIndexReporter(console, speech(), process.stderr);
      const lexicon = readWholeLexicon(settings.lexiconFile);
      return createApp(settings, { onEvent, lexicon, ...openOptions });
    },
    importLexicon,
    startDiscord: async ({ watch = false }) => {
      // The bot's packages are loaded only where there is a bot.
      const { start } = await import("./discord/start.ts");
      await start({
        settings,
        open: async (log, queue) => {
          const lexicon = readWholeLexicon(settings.lexiconFile);
          const app = await createApp(settings, { lexicon, onEvent: logIndexEvents(log), watch });
          if (settings.reader.port === undefined) return app;
          const { serveBeside } = await import("./reader/start.ts");
          return serveBeside(app, settings, queue, {
            onServing: (port) => log.info({ host: settings.reader.host, port }, "pages can be read"),
            onFailure: (err) => log.error({ err }, "error of a page"),
          });
        },
      });
      endSoon();
    },
    serveReader: async ({ watch = false }) => {
      const { runReader } = await import("./reader/start.ts");
      const onEvent = createIndexReporter(console, speech(), process.stderr);
      const app = await createApp(settings, { onEvent, lexicon: readWholeLexicon(settings.lexiconFile), watch });
      try {
        await runReader(app, settings, {
          print: (address) => console.print(speech().reader.openAt(address)),
          onFailure: (error) => console.warn(`fundstelle: ${renderError(error, speech())}`),
        });
      } finally {
        await app.close();
      }
    },
    serveMcp: async () => {
      const { runMcp } = await import("./mcp/start.ts");
      const onEvent = createIndexReporter(console, speech(), process.stderr);
      const app = await createApp(settings, { onEvent, lexicon: readWholeLexicon(settings.lexiconFile) });
      const onFailure = (error: unknown) => console.warn(`fundstelle: ${renderError(error, speech())}`);
      try {
        await runMcp(app.fundstelle, programVersion(), onFailure);
      } finally {
        await app.close();
      }
    },
    registerDiscord: async ({ guild, isRemoval }) => {
      const { registerCommands } = await import("./discord/registration/register.ts");
      await registerCommands(settings.discord, { guild, isRemoval, print: (line) => console.print(line) });
    },
  };
}

function programVersion(): string {
  const file = new URL("../package.json", import.meta.url);
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, "utf8"))).version;
}
