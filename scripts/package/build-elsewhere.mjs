import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What building takes, beside the packages of development. */
const sources = ["package.json", "package-lock.json", "tsconfig.json", "scripts/build.mjs", "scripts/package", "src"];

/**
 * Builds dist/ in a temporary folder, with the packages of development that npm left out here (`--omit=dev`, or
 * NODE_ENV=production), and takes nothing of it but dist/.
 */
export function buildElsewhere(root) {
  const folder = mkdtempSync(join(tmpdir(), "fundstelle-build-"));
  try {
    for (const file of sources) cpSync(join(root, file), join(folder, file), { recursive: true });
    const npm = process.env.npm_execpath;
    const [command, args] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
    const options = {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
      shell: npm === undefined && process.platform === "win32",
    };
    const environment = { ...process.env, NODE_ENV: "development", npm_config_omit: "", npm_config_include: "dev" };
    // No script of any package runs, and not `prepare`, which would come back here.
    execFileSync(command, [...args, "ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"], {
      ...options,
      env: environment,
    });
    execFileSync(process.execPath, [join("scripts", "build.mjs")], { ...options, shell: false });
    rmSync(join(root, "dist"), { recursive: true, force: true });
    cpSync(join(folder, "dist"), join(root, "dist"), { recursive: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
