import type { Settings } from "../config/settings.ts";
import { messagesFor } from "../locales/choose-messages.ts";
import { chooseLocale } from "../locales/locale.ts";
import type { TerminalContext } from "./services.ts";

/** The words to speak in a terminal: as set, else in the language of the question, else in the usual one. */
export function createMessageChooser({
  locale: setting,
  defaultLocale,
}: Pick<Settings, "locale" | "defaultLocale">): TerminalContext["messages"] {
  return (question) => messagesFor(chooseLocale({ setting, question }, defaultLocale));
}
