import { resolve } from "node:path";
import * as z from "zod";
import { AppError } from "../../../errors.ts";
import { defineCommand } from "../../command.ts";

export const lexiconCommand = defineCommand({
  name: "lexicon",
  summary: "add translations of another word list, on this machine alone",
  arguments: {
    syntax: "[arguments...]",
    description: "import FILE: a file in the form of Ding's de-en.txt (GPL; in Debian: /usr/share/trans/de-en)",
  },
  options: [{ flags: "--to <file>", description: "where the translations go (default: LEXICON_FILE)" }],
  examples: ["fundstelle lexicon import /usr/share/trans/de-en"],
  schema: z.object({ to: z.string().min(1).optional() }),
  async run(context, [action, file, ...rest], { to }) {
    if (action !== "import" || file === undefined || rest.length > 0) {
      throw new AppError("usage", "lexicon needs to know which file to import.", "Run: fundstelle lexicon import FILE");
    }
    const target = to === undefined ? context.settings.lexiconFile : resolve(to);
    const { english, german } = await context.importLexicon(resolve(file), target);
    context.console.print(context.messages().terminal.importedLexicon(english, german, target));
    return 0;
  },
});
