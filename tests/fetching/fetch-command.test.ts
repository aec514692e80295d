import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { programCommand, root, runFundstelle, type TemporaryFolder, temporaryFolder } from "../support/program.ts";
import { page, type Site, startSite } from "./site.ts";

let folder: TemporaryFolder;
let site: Site;
const seeds = () => path.join(folder.path, "seeds");
const environment = () => ({ DATA_DIR: path.join(folder.path, "data"), INDEX_DIR: path.join(folder.path, "index") });
const host = () => site.address.replace("http://", "");
const fetchInto = (...args: string[]) => [
  "fetch",
  "--seeds",
  seeds(),
  "--into",
  "web",
  "--allow-private",
  host(),
  ...args,
];

beforeEach(async () => {
  folder = temporaryFolder();
  mkdirSync(seeds());
  site = await startSite({
    "/rules.html": page("Rules of the club", "Members of the rowing club pay twelve euros a year."),
  });
});
afterEach(async () => {
  await site.close();
  folder.remove();
});

describe("fetch", () => {
  it("says a line of each page, and what it fetched can be asked", async () => {
    const list = path.join(folder.path, "pages.txt");
    writeFileSync(list, `# the club's pages\n${site.address}/rules.html # fees\n\n${site.address}/lost.html\n`);
    const { stdout, stderr, exitCode } = await runFundstelle(fetchInto("--locale", "de", "--pages", list), {
      environment: environment(),
    });
    const file = `web/${host().replace(":", "-")}/rules.html`;
    expect(stdout.split("\n")).toEqual([
      `neu: ${site.address}/rules.html (${file})`,
      "Geholt: 1, unverändert: 0, ausgelassen: 0, nicht mehr da: 0, misslungen: 1.",
      "In den Index kommt das mit: fundstelle index (ein Bot mit WATCH=true bemerkt es von selbst)",
      "",
    ]);
    expect(stderr).toContain(`nicht geholt: ${site.address}/lost.html: `);
    expect(stderr).toContain("404");
    expect(exitCode).toBe(1);
    const asked = await runFundstelle(
      ["ask", "--seeds", seeds(), "--json", "What do members of the rowing club pay?"],
      {
        environment: environment(),
      },
    );
    expect(asked.stdout).toContain("twelve euros a year");
    expect(asked.stdout).toContain(`${site.address}/rules.html`);
  });

  it.each([
    [["fetch", "https://example.org/"], "needs a folder"],
    [["fetch", "--into", "web"], "needs addresses"],
    [["fetch", "--into", "web", "--sitemap", "https://example.org/s.xml", "https://example.org/"], "one of them alone"],
    [["fetch", "--into", "web", "--branch", "main", "https://example.org/"], "--branch is of a repository"],
    [["fetch", "--into", "web", "--git", "ssh://git@example.org/a"], "no address that can be fetched"],
    [["fetch", "--into", "web", "--git", "http://127.0.0.1/a.git"], "no address of the public internet"],
    [["fetch", "--into", "../web", "https://example.org/"], "no folder below"],
    [["fetch", "--into", "web", "--most-pages", "0", "https://example.org/"], "whole number"],
    [["fetch", "--into", "web", "--sitemap", "http://127.0.0.1/sitemap.xml"], "no address of the public internet"],
  ])("refuses %j", async (args, why) => {
    const { stderr, exitCode } = await runFundstelle([...args, "--seeds", seeds(), "--locale", "en"], {
      environment: environment(),
    });
    expect(stderr).toContain(why);
    expect(exitCode).toBe(2);
    expect(existsSync(path.join(seeds(), "sources.json"))).toBe(false);
  });

  it("leaves no half file when it is killed, and finishes the next time", async () => {
    const whole = page("Guests of the club", "Guests may stay until ten in the evening.");
    site.pages.set("/guests.html", { body: "<!doctype html><p>Guests may", hangs: true });
    const addresses = ["/rules.html", "/guests.html"].map((one) => `${site.address}${one}`);
    const [command, ...args] = programCommand(fetchInto(...addresses));
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...environment() }, stdio: "ignore" });
    const ended = new Promise((resolve) => child.on("close", resolve));
    await expect
      .poll(() => site.requests.some(({ path: asked }) => asked === "/guests.html"), { timeout: 20_000 })
      .toBe(true);
    child.kill("SIGKILL");
    await ended;
    const left = readdirSync(path.join(seeds(), "web"), { recursive: true, encoding: "utf8" });
    expect(left.filter((name) => name.includes("guests"))).toEqual([]);
    site.pages.set("/guests.html", whole);
    const { stdout, exitCode } = await runFundstelle(fetchInto("--locale", "en", ...addresses), {
      environment: environment(),
    });
    expect(stdout).toContain("1 fetched, 1 unchanged, 0 left out, 0 gone, 0 failed.");
    expect(exitCode).toBe(0);
    expect(readFileSync(path.join(seeds(), "sources.json"), "utf8")).toContain(`${site.address}/guests.html`);
  });
});
