import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseSources } from "../../src/documents/metadata/sources-file.ts";
import { type FetchOptions, fetchDocuments } from "../../src/fetching/fetch-documents.ts";
import type { FetchEvent } from "../../src/fetching/fetch-event.ts";
import { type TemporaryFolder, temporaryFolder } from "../support/program.ts";
import { hasGit, makeRepository, serveRepositories } from "./git-site.ts";

const { PATH: searchPath = "" } = process.env;

let folder: TemporaryFolder;
let site: Awaited<ReturnType<typeof serveRepositories>>;
let repository: ReturnType<typeof makeRepository>;
const seeds = () => path.join(folder.path, "seeds");
const club = () => path.join(folder.path, "sites", "club");
const write = (file: string, text: string) => writeFileSync(path.join(club(), file), text);
const kinds = (events: readonly FetchEvent[]) => events.map(({ kind }) => kind);

beforeEach(async () => {
  if (!hasGit) return;
  folder = temporaryFolder();
  mkdirSync(seeds());
  mkdirSync(path.join(club(), "docs"), { recursive: true });
  repository = makeRepository(club());
  write("docs/rules.md", "# Rules\n\nMembers pay twelve euros a year.\n");
  write("docs/guests.md", "# Guests\n\nGuests may stay until ten.\n");
  write("program.c", "int main(void) { return 0; }\n");
  write(".secret.md", "# Secret\n\nHidden by its name.\n");
  symlinkSync("/etc/passwd", path.join(club(), "passwd.txt"));
  repository.commit("Begin");
  site = await serveRepositories(path.join(folder.path, "sites"));
});
afterEach(async () => {
  if (!hasGit) return;
  await site.close();
  folder.remove();
});

async function run(options: Partial<FetchOptions> = {}, address = `http://${site.host}/club/.git`, branch?: string) {
  const events: FetchEvent[] = [];
  const usual: FetchOptions = {
    seedsFolder: seeds(),
    dataFolder: path.join(folder.path, "data"),
    into: "handbook",
    origin: { kind: "repository", address, branch },
    limits: { mostPages: 100, mostBytes: 1e6, mostBytesInAll: 1e7, mostMinutes: 1 },
    privateHosts: [site.host],
    removesGone: false,
    isDryRun: false,
    userAgent: "Fundstelle/0 (test)",
    programEnvironment: { PATH: searchPath },
  };
  for await (const event of fetchDocuments({ ...usual, ...options })) events.push(event);
  return events;
}

describe.skipIf(!hasGit)("a Git repository", () => {
  it("gives its documents, and only what has changed the next time", async () => {
    expect(kinds(await run())).toEqual(["new", "new"]);
    const all = readdirSync(path.join(seeds(), "handbook"), { recursive: true, encoding: "utf8" }).sort();
    expect(all).toEqual(["docs", path.join("docs", "guests.md"), path.join("docs", "rules.md")]);
    write("docs/rules.md", "# Rules\n\nMembers pay thirteen euros a year.\n");
    rmSync(path.join(club(), "docs/guests.md"));
    repository.commit("Change");
    expect(kinds(await run())).toEqual(["changed", "gone"]);
    expect(kinds(await run({ removesGone: true }))).toEqual(["unchanged", "removed"]);
    expect(readFileSync(path.join(seeds(), "handbook/docs/rules.md"), "utf8")).toContain("thirteen");
    expect(existsSync(path.join(seeds(), "handbook/docs/guests.md"))).toBe(false);
    const sources = parseSources(readFileSync(path.join(seeds(), "sources.json"), "utf8"));
    expect([...sources.values()]).toEqual([
      { file: "handbook/docs/rules.md", url: `http://${site.host}/club`, published: "2024-05-06" },
    ]);
  });

  it("gives another branch, and is what it is after its history was written anew", async () => {
    repository.git("checkout", "--quiet", "-b", "next");
    write("docs/rules.md", "# Rules\n\nMembers will pay nothing.\n");
    repository.commit("Plan");
    repository.git("checkout", "--quiet", "main");
    await run({}, undefined, "next");
    expect(readFileSync(path.join(seeds(), "handbook/docs/rules.md"), "utf8")).toContain("nothing");
    repository.git("checkout", "--quiet", "next");
    write("docs/rules.md", "# Rules\n\nMembers will pay little.\n");
    repository.git("commit", "--quiet", "--all", "--amend", "--message", "Another plan");
    expect(kinds(await run({}, undefined, "next"))).toEqual(["unchanged", "changed"]);
  });

  it("is told where there is none, where it moved, and where it is too large", async () => {
    await expect(run({}, `http://${site.host}/none/.git`)).rejects.toMatchObject({ code: "fetch-failed" });
    await expect(run({}, `http://${site.host}/moved/.git`)).rejects.toMatchObject({ code: "fetch-failed" });
    await expect(run({}, undefined, "none")).rejects.toMatchObject({ code: "fetch-failed" });
    const limits = { mostPages: 1, mostBytes: 45, mostBytesInAll: 1e7, mostMinutes: 1 };
    const events = await run({ limits });
    expect(kinds(events)).toEqual(["new", "stopped"]);
    expect(kinds(await run({ limits: { ...limits, mostPages: 9, mostBytes: 30 } }))).toEqual(["unchanged", "failed"]);
  });

  it("is not fetched from addresses of the own network that were not named, nor in other ways than over the web", async () => {
    for (const address of [`http://${site.host}/club/.git`, `http://localhost:${site.host.split(":")[1]}/club/.git`]) {
      await expect(run({ privateHosts: [] }, address)).rejects.toMatchObject({ code: "fetch-refused" });
    }
    for (const address of [
      club(),
      `file://${club()}`,
      "ext::sh -c date",
      "--upload-pack=date",
      "ssh://git@example.org/a",
      "git@example.org:a",
    ]) {
      await expect(run({}, address)).rejects.toMatchObject({ code: "usage" });
    }
    for (const branch of ["--upload-pack=date", "a..b", "a b", "+x:y"]) {
      await expect(run({}, undefined, branch)).rejects.toMatchObject({ code: "usage" });
    }
    expect(site.served()).toBe(0);
  });

  it("connects to the address that was checked", async () => {
    const { runGit } = await import("../../src/fetching/repository/git-program.ts");
    const port = site.host.split(":")[1] ?? "";
    const printed = await runGit(["ls-remote", `http://club.invalid:${port}/club/.git`, "HEAD"], {
      signal: AbortSignal.timeout(10_000),
      environment: { PATH: searchPath },
      settings: [`http.curloptResolve=club.invalid:${port}:127.0.0.1`],
    });
    expect(printed.toString()).toMatch(/^[0-9a-f]{40}\tHEAD/);
  });

  it("says so where git is missing", async () => {
    const none = { programEnvironment: { PATH: path.join(folder.path, "empty") } };
    await expect(run(none)).rejects.toMatchObject({ code: "fetch-refused", message: "git is not installed." });
  });

  it("is fetched after a git that was killed has left its locks", async () => {
    await run();
    const data = path.join(folder.path, "data", "fetched");
    const kept = readdirSync(data).find((name) => name.endsWith(".git")) ?? "";
    writeFileSync(path.join(data, kept, "shallow.lock"), "");
    writeFileSync(path.join(data, kept, "refs", "heads", "fetched.lock"), "");
    write("docs/rules.md", "# Rules\n\nMembers pay fourteen euros a year.\n");
    repository.commit("Change");
    expect(kinds(await run())).toEqual(["unchanged", "changed"]);
  });
});
