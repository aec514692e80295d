import type { CommandOption } from "../../command.ts";

/** What the setting WATCH says for every start. */
export const watchOption: CommandOption = {
  flags: "--watch",
  description: "notice when documents are added, changed or removed meanwhile",
};
