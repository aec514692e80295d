import { answer } from "./en/answer.ts";
import { terminal } from "./en/terminal.ts";
import type { Messages } from "./messages.ts";

export const en: Messages = { locale: "en", answer, terminal, errors: {} };
