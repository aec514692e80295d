// `npm pack` and `npm publish` run this before (`packed`) and after (`restored`) they read package.json: whoever installs
// the package gets the built program and only what it needs to run.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const manifest = join(root, "package.json");
const kept = join(root, ".package.json");

/** The manifest of the package, out of that of a clone: nothing of it runs where it is installed. */
function packed({
  scripts: _scripts,
  devDependencies: _development,
  allowScripts: _allowed,
  overrides: _overrides,
  ...rest
}) {
  return rest;
}

// A packing that was broken off left the clone's manifest beside the package's.
if (existsSync(kept)) renameSync(kept, manifest);
if (process.argv[2] === "packed") {
  const text = readFileSync(manifest, "utf8");
  writeFileSync(kept, text);
  writeFileSync(manifest, `${JSON.stringify(packed(JSON.parse(text)), null, 2)}\n`);
}
