// Writes THIRD-PARTY.md: whose work the program needs to run, under which licence, with the texts of those that are
// bundled into dist/. `--check` writes nothing, and fails where the list is out of date or a licence is not allowed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import satisfies from "spdx-satisfies";
import { bundledPackages } from "./build-time.mjs";

/** Licences (SPDX) that ask for no more than their notice. */
const allowedLicences = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT-0",
  "Zlib",
];

/** Packages whose manifest names no licence of SPDX's list: the one whose text they bring. */
const licencesByText = { duck: "BSD-2-Clause" };

const root = fileURLToPath(new URL("../..", import.meta.url));
const list = join(root, "THIRD-PARTY.md");
const { packages: locked } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

/** Path in the lock file of a package as Node finds it from another one. */
function resolve(name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const path = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (locked[path] !== undefined) return path;
    if (folder === "") return undefined;
  }
}

/** Paths in the lock file of what is installed with the given packages, themselves included. */
function closureOf(names) {
  const found = new Set();
  const open = names.map((name) => [name, ""]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const path = resolve(...next);
    if (path === undefined || found.has(path)) continue;
    found.add(path);
    const { dependencies, optionalDependencies } = locked[path];
    open.push(...Object.keys({ ...dependencies, ...optionalDependencies }).map((name) => [name, path]));
  }
  return [...found];
}

const dependencies = Object.keys(locked[""].dependencies);
const bundled = closureOf(bundledPackages);
const installed = closureOf(dependencies);

const nameOf = (path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
const licenceOf = (path) => licencesByText[nameOf(path)] ?? locked[path].license;
const rowOf = (path) => `| ${nameOf(path)} | ${licenceOf(path) ?? "not stated"} |`;
const rowsOf = (paths) => [...new Set(paths.map(rowOf))].sort().join("\n");

function textOf(path) {
  const folder = join(root, path);
  const file = existsSync(folder)
    ? readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)/i.test(name))
    : undefined;
  if (file === undefined) throw new Error(`${path} is not installed, or has no licence's text. Run: npm ci`);
  return readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
}

function isAllowed(licence) {
  try {
    return satisfies(licence, allowedLicences);
  } catch {
    // No expression of SPDX.
    return false;
  }
}

const refused = [...bundled, ...installed].filter((path) => !isAllowed(licenceOf(path)));
for (const path of refused) process.stderr.write(`${path}: its licence is not allowed: ${licenceOf(path)}\n`);

const text = `# Work of others

What the program needs to run, and its licences. \`npm run licences\` writes this list from \`package-lock.json\`, and
\`npm run check\` compares it.

## Installed with the program
| package | licence |
| --- | --- |
${rowsOf(installed)}

## Part of the program's files
| package | licence |
| --- | --- |
${rowsOf(bundled)}

${bundled
  .map((path) => `### ${nameOf(path)}\n\`\`\`text\n${textOf(path)}\n\`\`\`\n`)
  .sort()
  .join("\n")}`;

const isCheck = process.argv.includes("--check");
const isCurrent = existsSync(list) && readFileSync(list, "utf8") === text;
if (!isCheck) writeFileSync(list, text);
else if (!isCurrent) process.stderr.write("THIRD-PARTY.md is not what package-lock.json says. Run: npm run licences\n");
if (refused.length > 0 || (isCheck && !isCurrent)) process.exit(1);
