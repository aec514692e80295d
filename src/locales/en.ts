import { answer } from "./en/answering.ts";
import { citing } from "./en/citing.ts";
import { discord } from "./en/discord.ts";
import { doctor } from "./en/doctor.ts";
import { fetch } from "./en/fetch.ts";
import { insights } from "./en/insights.ts";
import { reader } from "./en/reader.ts";
import { terminal } from "./en/terminal.ts";
import type { Messages } from "./messages.ts";

export const en: Messages = {
  locale: "en",
  answer,
  citing,
  terminal,
  doctor,
  discord,
  reader,
  insights,
  fetch,
  errors: {},
};
