#!/usr/bin/env node
import { readFileSync } from "node:fs";
import * as z from "zod";
import { hasIndex, survey } from "./app/collection/on-disk.ts";
import { liftRestriction, restrictedDocuments } from "./app/collection/restricted-documents.ts";
import { examineDocuments, examineIndex, examineTexts } from "./app/examination/examine-folders.ts";
import { examineNode } from "./app/examination/examine-node.ts";
import { examinePorts } from "./app/examination/examine-ports.ts";
import { importLexicon, readWholeLexicon } from "./app/imported-lexicon.ts";
import { fingerprintAnalyzer } from "./app/index/fingerprints.ts";
import { logIndexEvents } from "./app/index/log-index-events.ts";
import { createApp } from "./app.ts";
import type { Settings } from "./config/settings.ts";
import { readSettings, readWrongSettings } from "./config.ts";
import { AppError } from "./errors.ts";
import { withSignedLinks } from "./reader/access/with-signed-links.ts";
import type { StorePlace } from "./store/store-place.ts";
import { type ChosenDocuments, chooseDocuments, type Surroundings } from "./terminal/choose-documents.ts";
import { commands } from "./terminal/commands/commands.ts";
import { confirm } from "./terminal/confirm.ts";
import { createConsole, leaveWhenTheReaderHasGone } from "./terminal/console.ts";
import { createMessageChooser } from "./terminal/message-chooser.ts";
import { type CommonOptions, runProgram } from "./terminal/program.ts";
import { renderError } from "./terminal/render/error.ts";
import { createIndexReporter } from "./terminal/reporting/report.ts";
import type { ExitCode, ServiceOptions, StartOptions, TerminalContext } from "./terminal/services.ts";

const lastWordsMs = 3000;
/** Whether another process started this one, as one of several of a bot: health and pages are not for each of them. */
const isOneOfSeveral = process.send !== undefined;

/** English until the settings are known. */
let chooseMessages = createMessageChooser({ locale: undefined, defaultLocale: "en" });

leaveWhenTheReaderHasGone(process.stdout, () => process.exit(0));
leaveWhenTheReaderHasGone(process.stderr, () => process.exit(0));

run(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`fundstelle: ${renderError(error, chooseMessages())}\n`);
    process.exitCode = error instanceof AppError ? error.exitCode : 1;
    endSoon();
  },
);

/** A hanging connection must not keep alive a program that has failed or was told to stop. */
function endSoon(): void {
  setTimeout(() => process.exit(), lastWordsMs).unref();
}

function run(args: readonly string[]): Promise<ExitCode> {
  return runProgram(args, { version: programVersion(), commands, createContext });
}

function createContext(options: CommonOptions, toleratesWrongSettings: boolean): TerminalContext {
  const { settings, problems, file } = toleratesWrongSettings
    ? readWrongSettings(options)
    : { settings: readSettings(options), problems: [], file: undefined };
  const console = createConsole({ noColor: settings.noColor });
  chooseMessages = createMessageChooser(settings);
  const documentsOf = (ask: Surroundings["confirm"]): Promise<ChosenDocuments> =>
    chooseDocuments(settings, { survey, hasIndex, confirm: ask, messages: chooseMessages() });
  const open = async (openOptions: ServiceOptions = {}) => {
    const onEvent = createIndexReporter(console, chooseMessages(), process.stderr, openOptions.waitForVectors);
    const documents = await documentsOf(console.isInteractive ? confirm : undefined);
    if (documents.isSample) console.warn(chooseMessages().terminal.sampleInstead(settings.seedsFolder));
    const lexicon = readWholeLexicon(settings.lexiconFile);
    const app = await createApp({ ...settings, ...documents }, { onEvent, lexicon, ...openOptions });
    return { ...app, documents };
  };
  const storePlace = async (): Promise<StorePlace> => (await import("./store/store-place.ts")).storePlaceOf(settings);
  return {
    settings,
    console,
    messages: chooseMessages,
    open: async (openOptions) => {
      const app = await open(openOptions);
      return { ...app, fundstelle: withSignedLinks(app.fundstelle, settings) };
    },
    importLexicon,
    readInsights: async ({ fundstelle }, scope) => {
      const [{ openStore }, { readInsights }] = await Promise.all([
        import("./store/store.ts"),
        import("./insights/read-insights.ts"),
      ]);
      const store = await openStore(settings);
      try {
        return await readInsights(store, fundstelle, scope);
      } finally {
        await store.close();
      }
    },
    backUpStore: async (file) => {
      const [{ backUp }, place] = await Promise.all([import("./store/backup.ts"), storePlace()]);
      return backUp(place, file);
    },
    restoreStore: async (file) => {
      const [{ restore }, place] = await Promise.all([import("./store/backup.ts"), storePlace()]);
      return restore(place, file);
    },
    evaluate: async ({ fundstelle }, file) => {
      const { evaluate, readJudgmentsFile } = await import("./evaluation/evaluate.ts");
      const { outcomes, report } = await evaluate(fundstelle, readJudgmentsFile(file), file);
      const questions = outcomes.map(({ judgment: { question, answerable }, position, certainty, answer }) => ({
        question,
        isAnswerable: answerable,
        place: position >= 0 && position < 10 ? position + 1 : undefined,
        certainty,
        first: answer.passages[0]?.citation,
      }));
      return { questions, report };
    },
    fetchDocuments: async function* (request) {
      const { fetchDocuments } = await import("./fetching/fetch-documents.ts");
      const { version, repository } = packageJson();
      const { seedsFolder, dataFolder, programEnvironment } = settings;
      const userAgent = `Fundstelle/${version} (+${repository.url.replace(/^git\+|\.git$/g, "")})`;
      yield* fetchDocuments({ ...request, seedsFolder, dataFolder, userAgent, programEnvironment });
    },
    restrictedDocuments: () => restrictedDocuments(settings.seedsFolder, settings.dataFolder),
    liftRestriction: (file) => liftRestriction(settings.seedsFolder, settings.dataFolder, file),
    startDiscord: async ({ watch = false, processes, shards }) => {
      if (processes !== undefined) {
        const { supervise } = await import("./discord/processes/supervise.ts");
        await supervise({
          settings,
          processes,
          shards: typeof shards === "number" ? shards : "auto",
          script: process.argv[1] ?? "",
          args: ["start", ...argumentsOf(options), ...(watch ? ["--watch"] : [])],
        });
        endSoon();
        return;
      }
      // The bot's packages are loaded only where there is a bot.
      const { start } = await import("./discord/start.ts");
      await start({
        settings: ofThisProcess(settings, shards),
        openStore: async (log) => {
          const { openStoreForBot } = await import("./store/open-for-bot.ts");
          return openStoreForBot(settings, (reason) => log.warn({ reason }, "no store: nothing can be kept"));
        },
        open: async (log, queue, store) => {
          const chosen = await documentsOf(undefined);
          // A bot that answered from the sample would look as if it knew the host's documents.
          const documents = chosen.isSample ? settings : chosen;
          const lexicon = readWholeLexicon(settings.lexiconFile);
          const app = await createApp(
            { ...settings, ...documents },
            { lexicon, onEvent: logIndexEvents(log), watch, followsServers: true, answersMeanwhile: true },
          );
          if (settings.reader.port === undefined || isOneOfSeveral) return app;
          const { serveBeside } = await import("./reader/start.ts");
          const { collectInsights } = await import("./insights/collect-insights.ts");
          const { fundstelle } = app;
          const beside = await serveBeside(app, { ...settings, ...documents }, queue, {
            insights: store === undefined ? undefined : (scope) => collectInsights({ store, fundstelle }, scope),
            onServing: (port) => log.info({ host: settings.reader.host, port }, "pages can be read"),
            onFailure: (err) => log.error({ err }, "error of a page"),
          });
          return { ...beside, serverDocuments: app.serverDocuments };
        },
      });
      endSoon();
    },
    serveReader: async ({ watch = false }) => {
      const { runReader } = await import("./reader/start.ts");
      const app = await open({ watch, answersMeanwhile: true });
      try {
        await runReader(
          app,
          { ...settings, ...app.documents },
          {
            print: (address) => console.print(chooseMessages().reader.openAt(address)),
            onFailure: (error) => console.warn(`fundstelle: ${renderError(error, chooseMessages())}`),
          },
        );
      } finally {
        await app.close();
      }
    },
    serveMcp: async () => {
      const { runMcp } = await import("./mcp/start.ts");
      const app = await open({ answersMeanwhile: true });
      const onFailure = (error: unknown) => console.warn(`fundstelle: ${renderError(error, chooseMessages())}`);
      try {
        await runMcp(app.fundstelle, programVersion(), onFailure);
      } finally {
        await app.close();
      }
    },
    async *examine() {
      yield examineNode(packageJson().engines.node);
      yield { kind: "settings", problems, file };
      yield await examineDocuments(settings);
      if (settings.cluster === undefined) yield await examineIndex(settings);
      else {
        const { examineCluster } = await import("./app/examination/examine-cluster.ts");
        const lexicon = readWholeLexicon(settings.lexiconFile);
        yield* examineCluster(settings.cluster, fingerprintAnalyzer(lexicon, settings.recognise));
        yield await examineTexts(settings);
      }
      yield* await examinePorts(settings);
      if (settings.discord.token === undefined) {
        yield { kind: "no-token" };
        return;
      }
      const { examineBot } = await import("./discord/registration/examine-bot.ts");
      yield await examineBot(settings.discord);
    },
    registerDiscord: async ({ guild, isRemoval }) => {
      const { registerCommands } = await import("./discord/registration/register.ts");
      await registerCommands(settings.discord, { guild, isRemoval, print: (line) => console.print(line) });
    },
  };
}

function ofThisProcess(settings: Settings, shards: StartOptions["shards"]): Settings {
  const { health, discord } = settings;
  const own = isOneOfSeveral ? { ...settings, health: { ...health, port: undefined } } : settings;
  if (shards === undefined) return own;
  const some =
    typeof shards === "number" ? { ids: Array.from({ length: shards }, (_, id) => id), count: shards } : shards;
  return { ...own, discord: { ...discord, shards: some } };
}

function argumentsOf({ seeds, index, locale }: CommonOptions): string[] {
  return Object.entries({ seeds, index, locale }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
}

function programVersion(): string {
  return packageJson().version;
}

function packageJson() {
  const file = new URL("../package.json", import.meta.url);
  const schema = z.object({
    version: z.string(),
    engines: z.object({ node: z.string() }),
    repository: z.object({ url: z.string() }),
  });
  return schema.parse(JSON.parse(readFileSync(file, "utf8")));
}
