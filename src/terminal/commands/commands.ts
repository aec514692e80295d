import type { TerminalCommand } from "../command.ts";
import { askCommand } from "./questions/ask.ts";
import { chatCommand } from "./questions/chat.ts";
import { searchCommand } from "./questions/search.ts";
import { mcpCommand } from "./running/mcp.ts";
import { registerCommand } from "./running/register.ts";
import { serveCommand } from "./running/serve.ts";
import { startCommand } from "./running/start.ts";
import { citeCommand } from "./sources/cite.ts";
import { readCommand } from "./sources/read.ts";
import { showCommand } from "./sources/show.ts";
import { sourcesCommand } from "./sources/sources.ts";
import { verifyCommand } from "./sources/verify.ts";
import { backupCommand, restoreCommand } from "./upkeep/backup.ts";
import { indexCommand } from "./upkeep/build-index.ts";
import { checkCommand } from "./upkeep/check.ts";
import { doctorCommand } from "./upkeep/doctor.ts";
import { evaluateCommand } from "./upkeep/evaluate.ts";
import { fetchCommand } from "./upkeep/fetch.ts";
import { insightsCommand } from "./upkeep/insights.ts";
import { lexiconCommand } from "./upkeep/lexicon.ts";
import { restrictedCommand } from "./upkeep/restricted.ts";

/** Every command of the program, in the order in which help names them. */
export const commands: readonly TerminalCommand[] = [
  startCommand,
  chatCommand,
  askCommand,
  searchCommand,
  showCommand,
  readCommand,
  citeCommand,
  verifyCommand,
  sourcesCommand,
  serveCommand,
  mcpCommand,
  fetchCommand,
  indexCommand,
  checkCommand,
  doctorCommand,
  evaluateCommand,
  insightsCommand,
  lexiconCommand,
  restrictedCommand,
  backupCommand,
  restoreCommand,
  registerCommand,
];
