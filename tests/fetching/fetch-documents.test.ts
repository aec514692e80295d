import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseSources } from "../../src/documents/metadata/sources-file.ts";
import { type FetchOptions, fetchDocuments } from "../../src/fetching/fetch-documents.ts";
import type { FetchEvent } from "../../src/fetching/fetch-event.ts";
import { type TemporaryFolder, temporaryFolder } from "../support/program.ts";
import { page, type Site, startSite } from "./site.ts";

let folder: TemporaryFolder;
let site: Site;
const seeds = () => path.join(folder.path, "seeds");
const read = (file: string) => readFileSync(path.join(seeds(), file), "utf8");
const write = (file: string, text: string) => writeFileSync(path.join(seeds(), file), text);
const host = () => site.address.replace("http://", "").replace(":", "-");
const everything = () =>
  readdirSync(seeds(), { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(seeds(), path.join(entry.parentPath, entry.name)))
    .sort();

beforeEach(async () => {
  folder = temporaryFolder();
  mkdirSync(seeds());
  site = await startSite({
    "/rules.html": page("Rules", "Members pay twelve euros a year."),
    "/guests.html": page("Guests", "Guests may stay until ten in the evening."),
  });
});
afterEach(async () => {
  await site.close();
  folder.remove();
});

async function run(options: Partial<FetchOptions> = {}): Promise<FetchEvent[]> {
  const events: FetchEvent[] = [];
  const usual: FetchOptions = {
    seedsFolder: seeds(),
    dataFolder: path.join(folder.path, "data"),
    into: "web",
    origin: { kind: "pages", addresses: [`${site.address}/rules.html`, `${site.address}/guests.html`] },
    limits: { mostPages: 100, mostBytes: 1e6, mostBytesInAll: 1e7, mostMinutes: 1 },
    privateHosts: [site.address.replace("http://", "")],
    removesGone: false,
    isDryRun: false,
    userAgent: "Fundstelle/0 (test)",
    programEnvironment: {},
    pauseMs: 0,
    timeoutMs: 2000,
  };
  for await (const event of fetchDocuments({ ...usual, ...options })) events.push(event);
  return events;
}

const kinds = (events: readonly FetchEvent[]) => events.map(({ kind }) => kind);
const failures = (events: readonly FetchEvent[]) =>
  events.flatMap((event) => (event.kind === "failed" ? [[event.error.code, event.error.message]] : []));
const sitemapOf = (paths: readonly string[], rest = "") =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
    .map((one) => `<url><loc>${site.address}${one}</loc>${rest}</url>`)
    .join("")}</urlset>`;
const sitemap = (): FetchOptions["origin"] => ({ kind: "sitemap", address: `${site.address}/sitemap.xml` });

describe("pages", () => {
  it("are fetched, and not a second time while they are the same", async () => {
    expect(kinds(await run())).toEqual(["new", "new"]);
    expect(read(`web/${host()}/rules.html`)).toContain("twelve euros");
    site.requests.length = 0;
    site.pages.set("/guests.html", page("Guests", "Guests may stay until eleven."));
    expect(kinds(await run())).toEqual(["unchanged", "changed"]);
    expect(site.requests.find(({ path: asked }) => asked === "/rules.html")?.headers["if-none-match"]).toMatch(/^"/);
    expect(read(`web/${host()}/guests.html`)).toContain("eleven");
    expect(site.requests[0]?.headers["user-agent"]).toBe("Fundstelle/0 (test)");
  });

  it("are asked by the day of their last change where they have no other mark", async () => {
    const when = "Tue, 05 Mar 2024 10:00:00 GMT";
    site.pages.set("/plain.txt", {
      body: "The gate is green.\n",
      headers: { "content-type": "text/plain", "last-modified": when },
    });
    const origin: FetchOptions["origin"] = { kind: "pages", addresses: [`${site.address}/plain.txt`] };
    await run({ origin });
    await run({ origin });
    expect(site.requests.at(-1)?.headers["if-modified-since"]).toBe(when);
    expect(parseSources(read("sources.json")).get(`web/${host()}/plain.txt`)?.published).toBe("2024-03-05");
  });

  it("keep the encoding that only the header names", async () => {
    site.pages.set("/old.html", {
      body: Buffer.from("<title>Gebühr</title><h1>Gebühr</h1><p>Die Gebühr beträgt fünf Euro.</p>", "latin1"),
      headers: { "content-type": "text/html; charset=iso-8859-1" },
    });
    await run({ origin: { kind: "pages", addresses: [`${site.address}/old.html`] } });
    expect(read(`web/${host()}/old.html`)).toContain("Gebühr beträgt fünf");
  });

  it("are told and stay when they are gone, and are removed on request", async () => {
    await run();
    site.pages.delete("/guests.html");
    expect(kinds(await run())).toEqual(["unchanged", "gone"]);
    expect(everything()).toContain(path.join("web", host(), "guests.html"));
    expect(kinds(await run({ removesGone: true }))).toEqual(["unchanged", "removed"]);
    expect(everything()).toEqual(["sources.json", path.join("web", host(), "rules.html")]);
    expect([...parseSources(read("sources.json")).keys()]).toEqual([`web/${host()}/rules.html`]);
  });

  it("leave alone what somebody put there or changed", async () => {
    mkdirSync(path.join(seeds(), "web", host()), { recursive: true });
    write(`web/${host()}/rules.html`, "<p>My own notes.</p>");
    expect(kinds(await run())).toEqual(["taken", "new"]);
    write(`web/${host()}/guests.html`, "<p>Corrected by hand.</p>");
    site.pages.set("/guests.html", page("Guests", "Another text."));
    expect(kinds(await run({ removesGone: true }))).toEqual(["taken", "edited"]);
    expect(read(`web/${host()}/rules.html`)).toBe("<p>My own notes.</p>");
    expect(read(`web/${host()}/guests.html`)).toBe("<p>Corrected by hand.</p>");
  });

  it("write nothing when somebody only wants to look", async () => {
    expect(kinds(await run({ isDryRun: true }))).toEqual(["new", "new"]);
    expect(everything()).toEqual([]);
    expect(existsSync(path.join(folder.path, "data"))).toBe(false);
  });

  it("are left out in formats that nobody reads, and where they hold no text", async () => {
    site.pages.set("/a.bin", { body: "x", headers: { "content-type": "application/octet-stream" } });
    site.pages.set("/b.pdf", { body: "no pdf", headers: { "content-type": "application/pdf" } });
    const addresses = [`${site.address}/a.bin`, `${site.address}/b.pdf`];
    expect(kinds(await run({ origin: { kind: "pages", addresses } }))).toEqual(["no-document", "failed"]);
    expect(everything()).toEqual([]);
  });

  it("never get a name that leads elsewhere", async () => {
    const paths = ["/a%2f..%2f..%2f..%2fevil.html", "/.hidden/_x/con.html", "/node_modules/x.html", "/x?a=1", "/x?a=2"];
    for (const one of paths)
      site.pages.set(one, page("T", `A sentence about ${paths.indexOf(one)} that is long enough.`));
    const events = await run({ origin: { kind: "pages", addresses: paths.map((one) => `${site.address}${one}`) } });
    expect(kinds(events)).toEqual(paths.map(() => "new"));
    expect(everything().filter((file) => file.startsWith(path.join("web", host())))).toHaveLength(paths.length);
    expect(existsSync(path.join(folder.path, "evil.html"))).toBe(false);
  });

  it("do not go through a link that leads out of the folder", async () => {
    mkdirSync(path.join(folder.path, "elsewhere"));
    symlinkSync(path.join(folder.path, "elsewhere"), path.join(seeds(), "web"), "dir");
    await expect(run()).rejects.toMatchObject({ code: "fetch-refused" });
    expect(readdirSync(path.join(folder.path, "elsewhere"))).toEqual([]);
  });

  it.each(["../out", "/abs", ".git", "a/../../b", ""])("refuse to go into %j", async (into) => {
    await expect(run({ into })).rejects.toMatchObject({ code: "usage" });
  });
});

describe("robots.txt", () => {
  it("is obeyed, for redirects as well", async () => {
    site.pages.set("/robots.txt", {
      body: "User-agent: *\nDisallow: /guests",
      headers: { "content-type": "text/plain" },
    });
    site.pages.set("/rules.html", { status: 302, headers: { location: "/guests.html" } });
    expect(kinds(await run())).toEqual(["forbidden", "forbidden"]);
    expect(site.requests.map(({ path: asked }) => asked)).toEqual(["/robots.txt", "/rules.html"]);
  });

  it("closes a site whose server fails", async () => {
    site.pages.set("/robots.txt", { status: 503 });
    expect(kinds(await run())).toEqual(["forbidden", "forbidden"]);
  });

  it.each([429, 503])("need not say it: a site that answers %i is left alone", async (status) => {
    site.pages.set("/rules.html", { status });
    expect(kinds(await run())).toEqual(["failed", "failed"]);
    expect(site.requests.map(({ path: asked }) => asked)).toEqual(["/robots.txt", "/rules.html"]);
    expect(kinds(await run({ origin: { kind: "pages", addresses: [`${site.address}/guests.html`] } }))).toEqual([
      "new",
    ]);
  });

  it("may ask for a pause", async () => {
    site.pages.set("/robots.txt", { body: "User-agent: fundstelle\nCrawl-delay: 0.3" });
    const start = performance.now();
    await run();
    expect(performance.now() - start).toBeGreaterThan(290);
  });
});

describe("addresses of this computer and its network", () => {
  it.each([
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://10.1.2.3/",
    "http://169.254.169.254/",
    "http://[::ffff:7f00:1]/",
    "http://2130706433/",
    "http://localhost/",
  ])("are refused: %s", async (address) => {
    const events = await run({ privateHosts: [], origin: { kind: "pages", addresses: [address] } });
    expect(failures(events)).toEqual([["fetch-refused", expect.stringContaining("no address of the public internet")]]);
  });

  it("are refused where a name stands for them", async () => {
    const addresses = [`${site.address.replace("127.0.0.1", "localhost")}/rules.html`];
    const events = await run({ privateHosts: [], origin: { kind: "pages", addresses } });
    expect(failures(events).map(([code]) => code)).toEqual(["fetch-refused"]);
    expect(site.requests).toEqual([]);
  });

  it("are refused where a redirect leads to them", async () => {
    const secret = await startSite({ "/secret.html": page("Secret", "Nobody should read this.") });
    try {
      for (const address of [secret.address, secret.address.replace("127.0.0.1", "localhost")]) {
        site.pages.set("/rules.html", { status: 302, headers: { location: `${address}/secret.html` } });
        site.pages.set("/guests.html", {
          status: 307,
          headers: { location: `//${new URL(address).host}/secret.html` },
        });
        expect(failures(await run()).map(([code]) => code)).toEqual(["fetch-refused", "fetch-refused"]);
      }
      expect(secret.requests).toEqual([]);
    } finally {
      await secret.close();
    }
  });

  it.each(["ftp://example.org/", "file:///etc/passwd", "https://a:b@example.org/", "no address"])(
    "%s is refused",
    async (address) => {
      await expect(run({ origin: { kind: "pages", addresses: [address] } })).rejects.toMatchObject({ code: "usage" });
    },
  );

  it("redirects to something else than the web are refused", async () => {
    site.pages.set("/rules.html", { status: 301, headers: { location: "file:///etc/passwd" } });
    site.pages.set("/guests.html", { status: 301, headers: { location: "/guests.html" } });
    expect(failures(await run()).map(([code]) => code)).toEqual(["fetch-refused", "fetch-failed"]);
  });
});

describe("limits", () => {
  it("hold for the size, unpacked too", async () => {
    site.pages.set("/rules.html", { body: "a".repeat(1_000_001) });
    site.pages.set("/guests.html", {
      body: gzipSync(Buffer.alloc(5_000_000, 97)),
      headers: { "content-encoding": "gzip" },
    });
    const events = await run();
    expect(failures(events)).toEqual([
      ["fetch-failed", "It is larger than 1 MB."],
      ["fetch-failed", "It is larger than 1 MB."],
    ]);
    expect(everything().filter((file) => file.endsWith("html"))).toEqual([]);
  });

  it("hold for the time of an answer, for pages and for all of them", async () => {
    site.pages.set("/rules.html", { body: "<p>begun", hangs: true });
    expect(failures(await run({ timeoutMs: 200 }))).toEqual([
      ["fetch-failed", expect.stringContaining("within 0.2 s")],
    ]);
    const limits = { mostPages: 1, mostBytes: 1e6, mostBytesInAll: 1e7, mostMinutes: 1 };
    const events = await run({ timeoutMs: 200, limits });
    expect(events.at(-1)).toEqual({ kind: "stopped", limit: "pages", left: 1 });
    const late = await run({ limits: { ...limits, mostPages: 9, mostMinutes: 0.003 } });
    expect(late).toEqual([{ kind: "stopped", limit: "time", left: 2 }]);
    site.pages.set("/rules.html", page("Rules", "Members pay twelve euros."));
    const small = await run({ limits: { ...limits, mostPages: 9, mostBytesInAll: 10 } });
    expect(small.at(-1)).toEqual({ kind: "stopped", limit: "size", left: 1 });
  });
});

describe("a sitemap", () => {
  it("is followed through an index, packed or not, with its dates", async () => {
    site.pages.set("/sitemap.xml", {
      body: `<sitemapindex><sitemap><loc>${site.address}/one.xml.gz</loc></sitemap><sitemap><loc>${site.address}/sitemap.xml</loc></sitemap><sitemap><loc>${site.address}/lost.xml</loc></sitemap></sitemapindex>`,
    });
    site.pages.set("/one.xml.gz", {
      body: gzipSync(sitemapOf(["/rules.html", "/guests.html"], "<lastmod>2024-02-03T10:00:00Z</lastmod>")),
    });
    site.pages.set(
      "/guests.html",
      page("Guests", "Guests may stay.", '<meta property="article:published_time" content="2023-01-02">'),
    );
    expect(kinds(await run({ origin: sitemap() }))).toEqual(["failed", "new", "new"]);
    const sources = parseSources(read("sources.json"));
    expect(sources.get(`web/${host()}/rules.html`)).toMatchObject({
      url: `${site.address}/rules.html`,
      published: "2024-02-03",
    });
    // The page states its date itself.
    expect(sources.get(`web/${host()}/guests.html`)?.published).toBeUndefined();
  });

  it("tells what is gone from it, but not where it is empty, or cut", async () => {
    site.pages.set("/sitemap.xml", { body: sitemapOf(["/rules.html", "/guests.html"]) });
    await run({ origin: sitemap() });
    site.pages.set("/sitemap.xml", { body: sitemapOf([]) });
    expect(await run({ origin: sitemap(), removesGone: true })).toEqual([]);
    site.pages.set("/sitemap.xml", { body: sitemapOf(["/rules.html"]) });
    expect(kinds(await run({ origin: sitemap() }))).toEqual(["unchanged", "gone"]);
    expect(kinds(await run({ origin: sitemap(), removesGone: true }))).toEqual(["unchanged", "removed"]);
  });

  it.each([
    [
      "entities that unfold",
      `<!DOCTYPE u [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>`,
    ],
    ["elements without end", "<urlset>".repeat(100_000)],
    ["another kind of file", "<html><body>404</body></html>"],
    ["half a file", "<urlset><url><loc>http://x/"],
  ])("is refused: %s", async (_, body) => {
    site.pages.set("/sitemap.xml", { body });
    await expect(run({ origin: sitemap() })).rejects.toMatchObject({ code: "fetch-failed" });
  });

  it("is not read further than the limit, and speaks for no other site", async () => {
    const many = Array.from({ length: 60_000 }, (_, index) => `/page-${index}.html`);
    site.pages.set("/sitemap.xml", {
      body: `<urlset><url><loc>http://other.example/a.html</loc></url>${sitemapOf(many).replace(/^.*?<urlset[^>]*>/, "")}`,
    });
    site.requests.length = 0;
    const limits = { mostPages: 2, mostBytes: 1e6, mostBytesInAll: 1e7, mostMinutes: 1 };
    const events = await run({ origin: sitemap(), limits });
    expect(kinds(events)).toEqual(["failed", "failed", "stopped"]);
    expect(site.requests.map(({ path: asked }) => asked)).toEqual([
      "/robots.txt",
      "/sitemap.xml",
      "/page-0.html",
      "/page-1.html",
    ]);
  });
});

describe("sources.json", () => {
  it("keeps what somebody wrote, to the letter", async () => {
    const others =
      '{\n  "documents": [\n    { "file":"a.md",   "title": "A, ] } \\" B" },\n\n    {\n      "file": "b.md"\n    }\n  ]\n}\n';
    write("sources.json", others);
    await run();
    const first = read("sources.json");
    expect(first.startsWith(others.slice(0, others.indexOf("\n  ]")))).toBe(true);
    expect(parseSources(first).get(`web/${host()}/rules.html`)?.url).toBe(`${site.address}/rules.html`);
    const corrected = first
      .replace(`${site.address}/rules.html`, "https://example.org/rules")
      .replace('"file": "web', '"key": "rules", "file": "web');
    write("sources.json", corrected);
    site.pages.set("/rules.html", page("Rules", "Members pay thirteen euros."));
    expect(kinds(await run())).toEqual(["changed", "unchanged"]);
    expect(read("sources.json")).toBe(corrected);
    site.pages.delete("/rules.html");
    expect(kinds(await run({ removesGone: true }))).toEqual(["removed", "unchanged"]);
    expect(read("sources.json")).toBe(corrected);
  });

  it("is looked at before anything is fetched", async () => {
    write("sources.json", '{"documents": [{"file": "a.md", "colour": "red"}]}');
    await expect(run()).rejects.toMatchObject({ code: "sources-invalid" });
    expect(site.requests).toEqual([]);
  });
});
