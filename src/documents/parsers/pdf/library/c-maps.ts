import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Where the tables lie that say which characters the codes of Chinese, Japanese and Korean fonts stand for: beside the
 * compiled program, or in the package that they are copied from when it is built.
 */
export const cMapFolder: string = folder();

function folder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  if (!import.meta.url.endsWith(".ts")) return join(here, "cmaps") + sep;
  return join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "cmaps") + sep;
}
