import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";

/** The folder of the peers' own package; the bench runs in the project's folder. */
export const peersFolder = join(process.cwd(), "bench", "peers");

/**
 * Loads a package of the peers. Their types are not installed with the project, so what is used of a package is told
 * by a guard.
 * @throws where the package is missing or has another shape
 */
export function peerPackage<T>(name: string, isExpected: (value: unknown) => value is T): T {
  const loaded: unknown = createRequire(join(peersFolder, "package.json"))(name);
  if (!isExpected(loaded)) throw new Error(`The package ${name} has another shape than the benchmarks expect.`);
  return loaded;
}

const packageSchema = z.object({ version: z.string() });

export function peerVersion(name: string): string {
  return versionIn(join(peersFolder, "node_modules", name, "package.json"));
}

/** Of a package that the project itself uses. */
export function ownVersion(name: string): string {
  return versionIn(join(process.cwd(), "node_modules", name, "package.json"));
}

function versionIn(file: string): string {
  return packageSchema.parse(JSON.parse(readFileSync(file, "utf8"))).version;
}

/** Whether a value is an object or a function that has functions under all the names. */
export function hasFunctions(value: unknown, ...names: readonly string[]): boolean {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return false;
  return names.every((name) => typeof Reflect.get(value, name) === "function");
}
