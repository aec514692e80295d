import { spawn } from "node:child_process";
import { join } from "node:path";

/** The built program as it serves pages, in a process of its own. */
export interface ServedProgram {
  /** Where its pages begin. */
  readonly address: string;
  stop(): void;
}

interface Folders {
  readonly seeds: string;
  readonly index: string;
}

type Settings = Readonly<Record<string, string>>;

/** Builds the index of a folder, with all that a model has to do with it. */
export async function buildIndex(folders: Folders, settings: Settings = {}): Promise<void> {
  const program = start("index", folders, settings);
  program.stdout.resume();
  const code = await new Promise((resolve) => program.once("exit", resolve));
  if (code !== 0) throw new Error(`The index was not built (${code}).`);
}

/** Serves the documents of a folder, with an index beside them, to this machine alone. */
export async function serve(folders: Folders, settings: Settings = {}): Promise<ServedProgram> {
  const program = start("serve", folders, {
    READER_PORT: "0",
    READER_PUBLIC: "true",
    READER_REQUESTS_PER_MINUTE: "1000000",
    ...settings,
  });
  const address = await new Promise<string>((resolve, reject) => {
    program.once("exit", () => reject(new Error("The program ended too early.")));
    program.stdout.setEncoding("utf8").on("data", (piece: string) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(piece)?.[0];
      if (found !== undefined) resolve(found);
    });
  });
  return { address, stop: () => void program.kill() };
}

/** @returns how long a page takes until all of it is there, in milliseconds */
export async function timePage(address: string): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(address);
  await response.text();
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return performance.now() - startedAt;
}

function start(command: string, { seeds, index }: Folders, settings: Settings) {
  const { PATH } = process.env;
  return spawn(process.execPath, [join("dist", "main.js"), command, "--seeds", seeds, "--index", index], {
    env: { PATH, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
}
