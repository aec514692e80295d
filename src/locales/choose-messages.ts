import { de } from "./de.ts";
import { en } from "./en.ts";
import type { Locale } from "./locale.ts";
import type { Messages } from "./messages.ts";

const byLocale: Record<Locale, Messages> = { de, en };

export function messagesFor(locale: Locale): Messages {
  return byLocale[locale];
}
