import { fileURLToPath } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

const isSource = import.meta.url.endsWith(".ts");

/**
 * Starts a thread, from the compiled program as well as from the sources. It gets no environment: settings are read in one
 * place only, and are handed over where a thread needs one.
 * @param source the module that the thread runs; the bundler puts its compiled form beside every other
 */
export function startThread(source: URL, options: Omit<WorkerOptions, "argv" | "execArgv" | "env"> = {}): Worker {
  const compiled = new URL(source.href.replace(/\.ts$/, ".js"));
  return new Worker(isSource ? new URL("./from-source.mjs", import.meta.url) : compiled, {
    ...options,
    argv: isSource ? [fileURLToPath(source)] : [],
    execArgv: [],
    env: {},
  });
}
