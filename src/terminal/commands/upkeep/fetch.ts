import * as z from "zod";
import { AppError } from "../../../errors.ts";
import type { FetchEvent } from "../../../fetching/fetch-event.ts";
import { defineCommand } from "../../command.ts";
import { renderFetchEvent } from "../../reporting/fetch-event.ts";
import type { FetchRequest } from "../../services.ts";

const amount = (fallback: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/, "it must be a whole number from 1")
    .transform(Number)
    .default(fallback);
const megabyte = 1e6;

const schema = z.object({
  into: z.string().trim().min(1).optional(),
  pages: z.string().optional(),
  sitemap: z.string().optional(),
  git: z.string().optional(),
  branch: z.string().optional(),
  mostPages: amount(1000),
  mostMegabytes: amount(20),
  mostMegabytesInAll: amount(500),
  mostMinutes: amount(60),
  removeGone: z.boolean().default(false),
  allowPrivate: z
    .string()
    .default("")
    .transform((list) =>
      list
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((host) => host !== ""),
    ),
  dryRun: z.boolean().default(false),
});

export const fetchCommand = defineCommand({
  name: "fetch",
  summary: "fetch pages or a Git repository into a folder below that of the documents, or bring them up to date there",
  arguments: { syntax: "[address...]", description: "addresses of pages" },
  options: [
    { flags: "--into <folder>", description: "the folder below that of the documents" },
    { flags: "--pages <file>", description: "a file with the addresses of pages, one a line" },
    { flags: "--sitemap <address>", description: "the pages of a sitemap, or of an index of sitemaps" },
    { flags: "--git <address>", description: "the documents of a Git repository (needs git)" },
    { flags: "--branch <name>", description: "of this branch (default: the repository's own)" },
    { flags: "--most-pages <n>", description: "look at no more pages (default: 1000)" },
    { flags: "--most-megabytes <n>", description: "take no larger page (default: 20)" },
    { flags: "--most-megabytes-in-all <n>", description: "take no more in one run (default: 500)" },
    { flags: "--most-minutes <n>", description: "take no longer (default: 60)" },
    { flags: "--remove-gone", description: "remove files that were fetched and whose pages are gone" },
    {
      flags: "--allow-private <hosts>",
      description: "allow these of this computer and its network: wiki.lan,10.0.0.5:8080",
    },
    { flags: "--dry-run", description: "look and tell, and write nothing" },
  ],
  examples: [
    "fundstelle fetch --sitemap https://example.org/sitemap.xml --into wiki",
    "fundstelle fetch --git https://github.com/example/handbook --into handbook",
    "fundstelle fetch --pages pages.txt --into web --dry-run",
    "fundstelle fetch https://example.org/rules.html --into web",
  ],
  schema,
  async run(context, args, options) {
    const { console } = context;
    const messages = context.messages();
    const counts = { fetched: 0, unchanged: 0, leftOut: 0, gone: 0, failed: 0 };
    let isWhole = true;
    for await (const event of context.fetchDocuments(requestOf(args, options))) {
      const line = renderFetchEvent(event, messages);
      if (event.kind === "failed" || event.kind === "stopped") console.warn(line);
      else console.print(line);
      if (event.kind === "stopped") isWhole = false;
      else counts[countedAs[event.kind]] += 1;
    }
    console.print(messages.fetch.totals(counts));
    if (options.dryRun) console.print(messages.fetch.dryRun);
    else if (counts.fetched > 0) console.print(messages.fetch.toBeIndexed);
    return isWhole && counts.failed === 0 ? 0 : 1;
  },
});

const countedAs: Readonly<
  Record<Exclude<FetchEvent["kind"], "stopped">, "fetched" | "unchanged" | "leftOut" | "gone" | "failed">
> = {
  new: "fetched",
  changed: "fetched",
  unchanged: "unchanged",
  edited: "leftOut",
  double: "leftOut",
  forbidden: "leftOut",
  "no-document": "leftOut",
  gone: "gone",
  removed: "gone",
  taken: "failed",
  failed: "failed",
};

function requestOf(args: readonly string[], options: z.infer<typeof schema>): FetchRequest {
  const { into, pages, sitemap, git, branch } = options;
  if (into === undefined) throw new AppError("usage", "fetch needs a folder.", "Name it: --into wiki");
  const named = [args.length > 0, pages !== undefined, sitemap !== undefined, git !== undefined].filter(Boolean).length;
  if (named !== 1) {
    throw new AppError(
      "usage",
      "fetch needs addresses of pages, --pages, --sitemap or --git, and one of them alone.",
      "Run: fundstelle fetch --help",
    );
  }
  if (branch !== undefined && git === undefined) {
    throw new AppError("usage", "--branch is of a repository.", "Name it: --git https://…");
  }
  return {
    origin: originOf(args, options),
    into: into.replace(/\/+$/, ""),
    limits: {
      mostPages: options.mostPages,
      mostBytes: options.mostMegabytes * megabyte,
      mostBytesInAll: options.mostMegabytesInAll * megabyte,
      mostMinutes: options.mostMinutes,
    },
    removesGone: options.removeGone,
    privateHosts: options.allowPrivate,
    isDryRun: options.dryRun,
  };
}

function originOf(args: readonly string[], options: z.infer<typeof schema>): FetchRequest["origin"] {
  const { pages, sitemap, git, branch } = options;
  if (git !== undefined) return { kind: "repository", address: git, branch };
  if (sitemap !== undefined) return { kind: "sitemap", address: sitemap };
  return pages === undefined ? { kind: "pages", addresses: args } : { kind: "list", file: pages };
}
