import { readFile } from "node:fs/promises";

export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** Every file that pages load, by the name in its address; the two of pdf.js are put beside the others at build time. */
const types: Readonly<Record<string, string>> = {
  "style.css": "text/css; charset=utf-8",
  "icon.svg": "image/svg+xml",
  "keys.js": "text/javascript; charset=utf-8",
  "sheet.js": "text/javascript; charset=utf-8",
  "pdf.min.mjs": "text/javascript; charset=utf-8",
  "pdf.worker.min.mjs": "text/javascript; charset=utf-8",
};

const read = new Map<string, Promise<Asset>>();

/** @returns undefined where no page loads such a file */
export async function readAsset(name: string): Promise<Asset | undefined> {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined) return undefined;
  let asset = read.get(name);
  if (asset === undefined) {
    asset = readFile(new URL(`./assets/${name}`, import.meta.url)).then((bytes) => ({
      bytes: new Uint8Array(bytes),
      type,
    }));
    // A file that could not be read is tried again at the next request.
    asset.catch(() => read.delete(name));
    read.set(name, asset);
  }
  return asset;
}
