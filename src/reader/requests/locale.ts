import { messagesFor } from "../../locales/choose-messages.ts";
import { chooseLocale } from "../../locales/locale.ts";
import type { Messages } from "../../locales/messages.ts";
import type { ReaderAppSettings } from "../reader-services.ts";

/** The words for a visitor: by the setting, else by the first language that the browser asks for and the program speaks. */
export function messagesForVisitor(
  acceptLanguage: string | undefined,
  { locale, defaultLocale }: Pick<ReaderAppSettings, "locale" | "defaultLocale">,
): Messages {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((entry) => entry.split(";")[0]?.trim() ?? "")
    .find((tag) => /^(?:de|en)\b/iu.test(tag));
  return messagesFor(chooseLocale({ setting: locale, person: wanted }, defaultLocale));
}
