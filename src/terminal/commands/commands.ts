import type { TerminalCommand } from "../command.ts";
import { askCommand } from "./ask.ts";
import { indexCommand } from "./build-index.ts";
import { chatCommand } from "./chat.ts";
import { citeCommand } from "./cite.ts";
import { lexiconCommand } from "./lexicon.ts";
import { readCommand } from "./read.ts";
import { registerCommand } from "./register.ts";
import { searchCommand } from "./search.ts";
import { showCommand } from "./show.ts";
import { sourcesCommand } from "./sources.ts";
import { startCommand } from "./start.ts";
import { verifyCommand } from "./verify.ts";

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
  indexCommand,
  lexiconCommand,
  registerCommand,
];
