import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { startStandIn } from "../discord-stand-in/stand-in.ts";
import { settingNames } from "../src/config/variables.ts";
import { documentSamples } from "./contracts/document-samples.ts";
import { lighthouse } from "./discord/collection.ts";
import { freePort } from "./support/free-port.ts";
import { root } from "./support/program.ts";

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const instructions = read("Dockerfile")
  .replaceAll(/\\\n\s*/g, "")
  .split("\n")
  .filter((line) => line.trim() !== "" && !line.startsWith("#"))
  .map((line) => line.trim());
const command = z.array(z.string());

/** What the image's first stage takes from the project. */
const copiedToBuild = instructions
  .slice(
    0,
    instructions.findLastIndex((line) => line.startsWith("FROM ")),
  )
  .filter((line) => line.startsWith("COPY "))
  .flatMap((line) => line.split(" ").slice(1, -1));

function lastOf(name: string): string {
  return instructions.findLast((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? "";
}

const unit = read("deploy/fundstelle.service")
  .split("\n")
  .flatMap((line) => {
    const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [{ name, value }];
  });
const unitValues = (name: string) => unit.filter((each) => each.name === name).map(({ value }) => value);

/** How long a start that is refused takes, at most. */
const secondsOfAStart = 30;

const docs = () =>
  readdirSync(path.join(root, "docs")).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : []));

/** Of a size as systemd and Docker write it. */
function bytesOf(size = ""): number {
  const [, number = "", unit = ""] = /^(\d+)([KMG])$/iu.exec(size) ?? [];
  return Number(number) * 1024 ** ("KMG".indexOf(unit.toUpperCase()) + 1);
}

describe("the image", () => {
  it("runs as a person without rights, is looked after, and ends on SIGTERM", () => {
    expect(lastOf("USER")).toBe("node");
    expect(lastOf("STOPSIGNAL")).toBe("SIGTERM");
    expect(lastOf("HEALTHCHECK")).toContain("/healthz");
    expect(command.parse(JSON.parse(lastOf("CMD")))).toEqual(["node", "dist/main.js", "start"]);
  });

  it("is built from what is there, with no secrets in it, and runs no code of packages", () => {
    const allowed = read(".dockerignore")
      .split("\n")
      .filter((line) => line.startsWith("!"))
      .map((line) => line.slice(1));
    expect(read(".dockerignore").split("\n")[0]).toBe("*");
    expect(allowed).not.toContain(".env");
    const copied = instructions
      .filter((line) => line.startsWith("COPY ") && !line.includes("--from="))
      .flatMap((line) => line.split(" ").slice(1, -1));
    for (const file of copied) {
      expect(allowed).toContain(file);
      expect(statSync(path.join(root, file)).size).toBeGreaterThan(0);
    }
    const installing = instructions
      .flatMap((line) => line.split(" && "))
      .filter((line) => /\bnpm (?:ci|install|prune)\b/.test(line));
    expect(installing.length).toBeGreaterThan(0);
    expect(installing.filter((line) => !line.includes("--ignore-scripts"))).toEqual([]);
    expect(read("Dockerfile")).not.toMatch(/DISCORD_TOKEN/);
  });

  it("holds no document but the project's own, and the licences", () => {
    const copied = instructions.filter((line) => line.startsWith("COPY ")).join("\n");
    expect(copied).not.toContain("seeds");
    for (const file of ["LICENSE", "THIRD-PARTY.md"]) expect(copied).toContain(file);
    expect(instructions.find((line) => line.startsWith("RUN mkdir"))).toContain("/documents");
  });

  it("installs nothing again where only sources changed, and names its base by digest", () => {
    const at = (start: string) => instructions.findIndex((line) => line.startsWith(start));
    expect(at("COPY package.json package-lock.json")).toBeLessThan(at("RUN npm ci"));
    expect(at("RUN npm ci")).toBeLessThan(at("COPY src"));
    const bases = instructions.filter((line) => line.startsWith("FROM "));
    expect(bases.length).toBe(2);
    for (const base of bases) expect(base).toMatch(/^FROM node:24\.\d+\.\d+-bookworm-slim@sha256:[0-9a-f]{64}/);
    expect(new Set(bases.map((base) => base.split(" ")[1])).size).toBe(1);
  });

  it("sets only what can be set", () => {
    const names = lastOf("ENV")
      .split(/\s+/)
      .map((part) => part.split("=")[0] ?? "");
    expect(names.filter((name) => name !== "NODE_ENV" && !settingNames.includes(name))).toEqual([]);
  });
});

describe("the service", () => {
  it("runs the same command, as a user of its own, and is not started again where settings are wrong", () => {
    expect(unitValues("ExecStart")).toEqual(["/usr/bin/node dist/main.js start"]);
    expect(unitValues("User")).toEqual(["fundstelle"]);
    expect(unitValues("Restart")).toEqual(["on-failure"]);
    expect(unitValues("RestartPreventExitStatus")).toEqual(["2"]);
    for (const name of ["NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices"])
      expect(unitValues(name)).toEqual(["yes"]);
    expect(unitValues("ProtectSystem")).toEqual(["strict"]);
    expect(unitValues("CapabilityBoundingSet")).toEqual([""]);
    const set = unitValues("Environment").map((line) => line.split("=")[0] ?? "");
    expect(set.filter((name) => name !== "NODE_ENV" && !settingNames.includes(name))).toEqual([]);
    expect(JSON.stringify(unitValues("Environment"))).not.toContain("TOKEN");
  });

  it("is left alone after some failures in a row, as is every container that is documented", () => {
    expect(Number(unitValues("StartLimitBurst")[0])).toBeGreaterThan(1);
    // So many starts take less time than the limit looks back, so that it is ever reached.
    const tries = Number(unitValues("StartLimitBurst")[0]) * (Number(unitValues("RestartSec")[0]) + secondsOfAStart);
    expect(tries).toBeLessThan(Number(unitValues("StartLimitIntervalSec")[0]));
    const policies = ["Dockerfile", "compose.yaml", "README.md", ...docs()].flatMap((file) =>
      [...read(file).matchAll(/(?:--restart[ =]|\brestart: )(\S+?)[`;,.]*(?=\s|$)/gu)].map(([, policy = ""]) => ({
        file,
        policy,
      })),
    );
    expect(policies.length).toBeGreaterThan(3);
    expect(policies.filter(({ policy }) => !/^on-failure:[1-9]\d*$/.test(policy))).toEqual([]);
    const starts = ["Dockerfile", "README.md", ...docs()].flatMap((file) =>
      [
        ...read(file)
          .replaceAll(/\\\n[#\s]*/g, "")
          .matchAll(/\bdocker run .*/gu),
      ].map(([command]) => command),
    );
    expect(starts.length).toBeGreaterThan(1);
    for (const start of starts) expect(start).toMatch(/--restart[ =]on-failure:\d/);
  });

  it("has room for a million passages while their index is built, and for a large file", () => {
    const [, building = ""] = /^\| 1,000,000 \| ([\d.]+) GB \|/mu.exec(read("docs/HOSTING.md")) ?? [];
    const [, largeFile = ""] =
      /large PDF, Word or\s+HTML file may take up to ([\d.]+) GB/u.exec(read("docs/HOSTING.md")) ?? [];
    const needed = (Number(building) + Number(largeFile)) * 1000 ** 3;
    expect(needed).toBeGreaterThan(1000 ** 3);
    const limits = [
      unitValues("MemoryHigh")[0],
      unitValues("MemoryMax")[0],
      /mem_limit: (\S+)/.exec(read("compose.yaml"))?.[1],
    ];
    for (const limit of limits) expect(bytesOf(limit)).toBeGreaterThanOrEqual(needed);
  });

  const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;
  it.skipIf(!hasSystemd)("is a unit that systemd understands", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "fundstelle-unit-"));
    const file = path.join(folder, "fundstelle.service");
    writeFileSync(file, read("deploy/fundstelle.service").replace("/usr/bin/node", process.execPath));
    const { status, stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", file], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect({ status, complaints: stderr.split("\n").filter((line) => line.includes("fundstelle")) }).toEqual({
      status: 0,
      complaints: [],
    });
  });
});

describe("the lock file", () => {
  const lock = z
    .object({
      packages: z.record(
        z.string(),
        z.object({
          hasInstallScript: z.boolean().optional(),
          dev: z.boolean().optional(),
          integrity: z.string().optional(),
        }),
      ),
    })
    .parse(JSON.parse(read("package-lock.json")));
  const packages = Object.entries(lock.packages).filter(([name]) => name !== "");

  it("pins every package to its bytes", () => {
    expect(packages.filter(([, { integrity }]) => integrity === undefined).map(([name]) => name)).toEqual([]);
  });

  it("holds no package that the program needs and that may run code when it is installed", () => {
    const { allowScripts } = z
      .object({ allowScripts: z.record(z.string(), z.boolean()) })
      .parse(JSON.parse(read("package.json")));
    const running = packages
      .filter(([, { hasInstallScript, dev }]) => hasInstallScript === true && dev !== true)
      .map(([name]) => name.replace(/^.*node_modules\//, ""));
    expect(running).toEqual([]);
    const building = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    const names = building.map(([name]) => name.replace(/^.*node_modules\//, ""));
    expect(names.filter((name) => name !== "fsevents" && allowScripts[name] !== false)).toEqual([]);
  });
});

describe("a program built from what the image copies", () => {
  let folder: string;
  let app: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "fundstelle-image-"));
    app = path.join(folder, "app");
    for (const file of copiedToBuild) cpSync(path.join(root, file), path.join(app, file), { recursive: true });
    symlinkSync(path.join(root, "node_modules"), path.join(app, "node_modules"));
    execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: app });
    mkdirSync(path.join(folder, "documents"));
    writeFileSync(path.join(folder, "documents", "leuchtturm.txt"), lighthouse);
    writeFileSync(path.join(folder, "documents", ".env"), "DISCORD_TOKEN=never.to.be.read");
  }, 90_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("reads documents of every format, in its threads", { timeout: 120_000 }, () => {
    const seeds = path.join(folder, "formats");
    mkdirSync(seeds);
    const samples = Object.values(documentSamples);
    for (const { file, bytesWith } of samples) writeFileSync(path.join(seeds, file), bytesWith([]));
    const options = ["--seeds", seeds, "--index", path.join(folder, "formats-index")];
    for (const { file, words } of samples) {
      const args = ["dist/main.js", "read", file, ...options];
      const shown = execFileSync(process.execPath, args, { cwd: app, encoding: "utf8" });
      // What is shown has no Markdown marks, and tables have columns.
      const plain = (text: string): string => text.replace(/[*|\s]+/g, " ");
      for (const text of words) expect(plain(shown)).toContain(plain(text).trim());
    }
  });

  it("starts by the image's command, passes its health check, writes to its index alone, and ends well", async () => {
    const standIn = await startStandIn({ waitMs: 60_000 });
    const port = String(await freePort());
    const { PATH } = process.env;
    const env = {
      PATH,
      NODE_ENV: "production",
      DISCORD_TOKEN: standIn.token,
      DISCORD_API_URL: standIn.url,
      SEEDS_DIR: path.join(folder, "documents"),
      INDEX_DIR: path.join(folder, "index"),
      HEALTH_HOST: "127.0.0.1",
      HEALTH_PORT: port,
    };
    const before = contentsOf(app);
    const [program = "", ...args] = command.parse(JSON.parse(lastOf("CMD")));
    const connected = standIn.next("identify");
    const child = spawn(program, args, { cwd: app, env, stdio: "ignore" });
    await connected;
    await standIn.delivered();
    const [check = "", ...checkArgs] = command.parse(
      JSON.parse(/CMD (\[.*\])/.exec(lastOf("HEALTHCHECK"))?.[1] ?? "[]"),
    );
    expect(spawnSync(check, checkArgs, { env }).status).toBe(0);
    expect(spawnSync(check, checkArgs, { env: { ...env, HEALTH_PORT: "1" } }).status).toBe(1);
    const ended = once(child, "close");
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(contentsOf(app)).toEqual(before);
    const index = readdirSync(path.join(folder, "index"), { recursive: true, withFileTypes: true });
    const files = index.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(readFileSync(file).includes("never.to.be.read")).toBe(false);
    await standIn.close();
  }, 90_000);
});

/** Every file below a folder with the time of its last change; linked packages left out. */
function contentsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => !file.startsWith("node_modules"))
    .map((file) => `${file} ${statSync(path.join(folder, file)).mtimeMs}`)
    .sort();
}
