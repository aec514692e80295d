import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./free-port.ts";

/** A PostgreSQL of this machine, in a folder of its own, for one test file. */
export interface Postgres {
  /** A new, empty database's address. */
  newDatabase(): string;
  /** Ends it as a power cut does. */
  stop(): Promise<void>;
}

const debianFolder = "/usr/lib/postgresql";

/** Where Debian's packages put the server's programs; undefined where there are none. */
export const postgresPrograms = ((): string | undefined => {
  if (!existsSync(debianFolder)) return undefined;
  const versions = readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => path.join(debianFolder, version, "bin"))
    .find((folder) => existsSync(path.join(folder, "initdb")));
})();

/** The server refuses to be run by root. */
function otherPerson(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/** Starts one that listens on loopback alone. */
export async function startPostgres(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(path.join(tmpdir(), "fundstelle-postgres-"));
  const person = otherPerson();
  if (person.uid !== undefined && person.gid !== undefined) chownSync(folder, person.uid, person.gid);
  chmodSync(folder, 0o700);
  const data = path.join(folder, "data");
  const run = (program: string, args: readonly string[]): string =>
    execFileSync(path.join(programs, program), args, { ...person, cwd: "/", encoding: "utf8", stdio: "pipe" });
  run("initdb", ["-D", data, "-U", "tester", "--auth=trust", "--encoding=UTF8", "--no-sync", "--locale=C"]);
  const port = await freePort();
  const settings = ["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-k", folder];
  const server = spawn(path.join(programs, "postgres"), ["-D", data, "-p", String(port), ...settings], {
    ...person,
    cwd: "/",
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const on = ["-h", "127.0.0.1", "-p", String(port), "-U", "tester"];
  for (const deadline = Date.now() + 30_000; ; ) {
    try {
      run("pg_isready", on);
      break;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  let databases = 0;
  return {
    newDatabase() {
      const name = `store${databases++}`;
      run("createdb", [...on, name]);
      return `postgres://tester@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      server.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
