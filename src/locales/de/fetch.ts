import { formatNumber } from "../dates.ts";
import type { FetchMessages } from "../messages/fetch-messages.ts";

const number = (value: number): string => formatNumber(value, "de");
const limits = {
  pages: "Zahl der Seiten (--most-pages)",
  size: "Größe (--most-megabytes-in-all)",
  time: "Zeit (--most-minutes)",
};

export const fetch: FetchMessages = {
  outcomes: {
    new: "neu",
    changed: "geändert",
    unchanged: "unverändert",
    edited: "hier von Hand geändert, bleibt",
    taken: "unter dem Namen liegt schon eine andere Datei, die bleibt",
    gone: "nicht mehr da, die Datei bleibt (entfernen: --remove-gone)",
    removed: "nicht mehr da, entfernt",
    forbidden: "von robots.txt verboten",
    "no-document": "kein lesbares Format",
    double: "führt zu einer Seite, die schon geholt ist",
    failed: "nicht geholt",
  },
  stopped: (limit, left) => `Grenze erreicht: ${limits[limit]}. Nicht angesehen: ${number(left)}`,
  totals: ({ fetched, unchanged, leftOut, gone, failed }) =>
    `Geholt: ${number(fetched)}, unverändert: ${number(unchanged)}, ausgelassen: ${number(leftOut)}, nicht mehr da: ${number(gone)}, misslungen: ${number(failed)}.`,
  dryRun: "Nur angesehen: Es wurde nichts geschrieben.",
  toBeIndexed: "In den Index kommt das mit: fundstelle index (ein Bot mit WATCH=true bemerkt es von selbst)",
};
