import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** What a module is called stays what it is in the source tree, for the program finds its lists of words by it. */
const ownUrls = {
  name: "own-urls",
  setup(building) {
    building.onLoad({ filter: /\/(?:src|simulation|discord-stand-in|tests)\/.*\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8")
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path))),
    }));
  },
};

/**
 * Bundles the simulation, packages left out.
 * @returns {Promise<{ file: string, url: string, remove(): void }>}
 */
export async function bundleSimulation() {
  const folder = join(root, "node_modules", ".cache", "fundstelle");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `simulation-${process.pid}-${Date.now()}.mjs`);
  await build({
    entryPoints: [join(root, "simulation", "main.ts")],
    outfile: file,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    plugins: [ownUrls],
    logLevel: "warning",
  });
  return { file, url: pathToFileURL(file).href, remove: () => rmSync(file, { force: true }) };
}
