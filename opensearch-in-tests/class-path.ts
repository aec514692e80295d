import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Whether Java (17 or newer) and Maven are there, or what is missing, in words. */
export async function missingForOpenSearch(): Promise<string | undefined> {
  for (const [program, argument] of [
    ["java", "-version"],
    ["mvn", "-version"],
  ] as const) {
    const isThere = await run(program, [argument]).then(
      () => true,
      () => false,
    );
    if (!isThere) return `${program} is not there`;
  }
  const { stderr } = await run("java", ["-version"]);
  const version = Number(/version "(\d+)/u.exec(stderr)?.[1]);
  return version >= 17 ? undefined : `Java ${version} is too old`;
}

let known: Promise<string> | undefined;

/** The class path of a node. Maven fetches its jars (45 MB) the first time and keeps them in its own repository. */
export function openSearchClassPath(): Promise<string> {
  known ??= resolveClassPath();
  return known;
}

async function resolveClassPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "opensearch-jars-"));
  try {
    const list = join(folder, "class-path");
    const pom = join(import.meta.dirname, "pom.xml");
    await run("mvn", ["--quiet", "--batch-mode", "-f", pom, "dependency:build-classpath", `-Dmdep.outputFile=${list}`]);
    return (await readFile(list, "utf8")).trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
