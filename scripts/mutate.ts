/**
 * Changes the code of a folder, or of a file in it, one small change after the other, and sees which of them no test
 * notices.
 *
 *     npm run mutate:install && npm run mutate -- discord/custom-ids answering/proof/verify.ts
 *
 * A file that has a test of its own name is tried by that alone: what it notices nobody else need be asked about, and it
 * takes minutes where the folder's tests take an hour. What a run has found out is kept, so that the next one tries only
 * what has changed since.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

/**
 * Folders whose promises must not break unseen, and the tests that keep them, beside those of the same name; with a `!`
 * those that take too long to be asked about every change.
 */
const folders: Readonly<Record<string, readonly string[]>> = {
  "answering/proof": ["!tests/answering/proof/exact-slices.test.ts"],
  "discord/actions": ["tests/discord/components"],
  "discord/commands": ["tests/contracts/discord-commands.test.ts"],
  "discord/community": [],
  "discord/components": ["tests/contracts/discord-components.test.ts"],
  "discord/connection": ["tests/discord/faults"],
  "discord/custom-ids": [],
  "discord/dates.ts": [],
  "discord/documents": ["tests/discord/community"],
  "discord/load": ["clicking", "flood", "load"].map((name) => `!tests/discord/load/${name}.test.ts`),
  "discord/messages": [],
  "discord/processes": ["tests/discord/processes.test.ts", "tests/discord/process.test.ts"],
  "discord/registration": [],
  "discord/render": ["phone", "render", "side-by-side"].map((name) => `!tests/discord/render/${name}.test.ts`),
  "discord/replying": ["tests/discord/commands", "tests/discord/components", "tests/discord/faults"],
  "search/document-filter.ts": [],
  "search/storage": ["dying-disk", "growth", "killed", "power-cuts"].map(
    (name) => `!tests/search/storage/${name}.test.ts`,
  ),
};

const { positionals } = parseArgs({ allowPositionals: true });
const stryker = "mutation/node_modules/@stryker-mutator/core/bin/stryker.js";
const chosen = positionals.flatMap((name) => {
  const folder = Object.keys(folders).find((each) => name === each || name.startsWith(`${each}/`));
  return folder === undefined ? [] : [{ name, folder }];
});
if (chosen.length === 0 || chosen.length < positionals.length) {
  process.stderr.write(`Name folders below src/: ${Object.keys(folders).join(", ")}.\n`);
  process.exit(2);
}
if (!existsSync(stryker)) {
  process.stderr.write("StrykerJS is not installed. Run: npm run mutate:install\n");
  process.exit(2);
}
for (const { name, folder } of chosen) {
  const own = path.posix.join("tests", name.replace(/\.ts$/u, ".test.ts"));
  const whole = path.posix.join("tests", folder);
  const ofFolder = [...(existsSync(whole) ? [whole] : []), ...(folders[folder] ?? [])];
  const tests = name.endsWith(".ts") && existsSync(own) ? [own] : ofFolder;
  const mutated = name.endsWith(".ts") ? `src/${name}` : `src/${name}/**/*.ts`;
  const kept = `node_modules/.cache/mutations/${name.replaceAll("/", "-")}.json`;
  const { status } = spawnSync(
    process.execPath,
    [stryker, "run", "mutation/stryker.config.json", "--mutate", mutated, "--incrementalFile", kept],
    { stdio: "inherit", env: { ...process.env, MUTATION_TESTS: tests.join(",") } },
  );
  if (status !== 0) process.exitCode = 1;
}
