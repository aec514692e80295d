import { answer } from "./en/answer.ts";
import { discord } from "./en/discord.ts";
import { terminal } from "./en/terminal.ts";
import type { Messages } from "./messages.ts";

export const en: Messages = { locale: "en", answer, terminal, discord, errors: {} };
