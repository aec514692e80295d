import { formatNumber } from "../dates.ts";
import type { FetchMessages } from "../messages/fetch-messages.ts";

const number = (value: number): string => formatNumber(value, "en");
const limits = {
  pages: "number of pages (--most-pages)",
  size: "size (--most-megabytes-in-all)",
  time: "time (--most-minutes)",
};

export const fetch: FetchMessages = {
  outcomes: {
    new: "new",
    changed: "changed",
    unchanged: "unchanged",
    edited: "edited by hand here, stays",
    taken: "another file has this name already and stays",
    gone: "gone, the file stays (to remove it: --remove-gone)",
    removed: "gone, removed",
    forbidden: "forbidden by robots.txt",
    "no-document": "no format that can be read",
    double: "leads to a page that was fetched already",
    failed: "not fetched",
  },
  stopped: (limit, left) => `limit reached: ${limits[limit]}; not looked at: ${number(left)}`,
  totals: ({ fetched, unchanged, leftOut, gone, failed }) =>
    `${number(fetched)} fetched, ${number(unchanged)} unchanged, ${number(leftOut)} left out, ${number(gone)} gone, ${number(failed)} failed.`,
  dryRun: "Only looked: nothing was written.",
  toBeIndexed: "To have it indexed: fundstelle index (a bot with WATCH=true notices by itself)",
};
