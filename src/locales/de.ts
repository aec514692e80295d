import { answer } from "./de/answering.ts";
import { citing } from "./de/citing.ts";
import { discord } from "./de/discord.ts";
import { doctor } from "./de/doctor.ts";
import { errors } from "./de/errors.ts";
import { fetch } from "./de/fetch.ts";
import { insights } from "./de/insights.ts";
import { reader } from "./de/reader.ts";
import { terminal } from "./de/terminal.ts";
import type { Messages } from "./messages.ts";

export const de: Messages = {
  locale: "de",
  answer,
  citing,
  terminal,
  doctor,
  discord,
  reader,
  insights,
  fetch,
  errors,
};
