import { isDocumentPath } from "../../documents/find-files.ts";
import { AppError } from "../../errors.ts";
import type { FetchEvent, FetchLimits } from "../fetch-event.ts";
import type { Stated } from "../kept/fetched-pages.ts";
import type { Keeper } from "../kept/keeper.ts";
import { statedOf } from "../kept/stated-of.ts";
import type { Repository, RepositoryFile } from "./repository.ts";

export interface FilesToFetch {
  readonly url: URL;
  readonly branch: string | undefined;
  readonly list: string;
  readonly into: string;
}

/** Copies the documents of a repository. @throws AppError `fetch-failed`, `sources-invalid`, `disk-failed` */
export async function* fetchFiles(
  toFetch: FilesToFetch,
  repository: Repository,
  keeper: Keeper,
  limits: FetchLimits,
  signal: AbortSignal,
): AsyncGenerator<FetchEvent> {
  const files = (await repository.files()).filter(({ path }) => isDocumentPath(path) && isPlain(path));
  const changes = await repository.lastChanges();
  const present = new Set(files.map(({ path }) => idOf(toFetch, path)));
  for (const [index, file] of files.entries()) {
    if (index >= limits.mostPages || signal.aborted) {
      yield { kind: "stopped", limit: signal.aborted ? "time" : "pages", left: files.length - index };
      return;
    }
    try {
      yield await fetchFile(file, toFetch, repository, keeper, limits.mostBytes, changes.get(file.path));
    } catch (error) {
      if (signal.aborted) {
        yield { kind: "stopped", limit: "time", left: files.length - index };
        return;
      }
      if (!(error instanceof AppError) || error.code === "disk-failed") throw error;
      yield { kind: "failed", address: idOf(toFetch, file.path), error };
    }
  }
  for (const id of keeper.idsOf(toFetch.list).filter((one) => !present.has(one))) {
    yield { kind: "gone", address: id, file: keeper.fileOf(id)?.file };
  }
}

async function fetchFile(
  file: RepositoryFile,
  { url, branch, list, into }: FilesToFetch,
  repository: Repository,
  keeper: Keeper,
  mostBytes: number,
  day: string | undefined,
): Promise<FetchEvent> {
  const id = idOf({ url }, file.path);
  const known = keeper.fileOf(id);
  const state = await keeper.stateOf(id);
  if (state === "edited") return { kind: "edited", address: id, file: known?.file };
  if (state === "kept" && known?.etag === file.blob) {
    keeper.confirm(id, known.wanted, list);
    return { kind: "unchanged", address: id, file: known.file };
  }
  if (file.bytes > mostBytes) {
    throw new AppError("fetch-failed", `It is larger than ${mostBytes / 1e6} MB.`, "Allow more: --most-megabytes");
  }
  const bytes = await repository.content(file);
  if (bytes.subarray(0, pointer.length).equals(pointer)) {
    throw new AppError("fetch-failed", "It is kept with Git LFS.", "Name its address with --pages.");
  }
  const path = `${into}/${file.path}`;
  const wanted: Stated = await statedOf(bytes, path, pageOf(url, branch, file.path), day);
  const kind = await keeper.keep(id, { file: path, bytes, list, etag: file.blob, wanted });
  return { kind, address: id, file: path };
}

/** How a file begins that stands for a large one. */
const pointer = Buffer.from("version https://git-lfs.github.com/spec/");

function idOf({ url }: Pick<FilesToFetch, "url">, path: string): string {
  return `${url.href} ${path}`;
}

/** Names that every file system takes and that are UTF-8. */
function isPlain(path: string): boolean {
  return !/[\p{Cc}\\:*?"<>|\uFFFD]/u.test(path) && Buffer.byteLength(path) < 1000;
}

/** Where people read the file, as far as that is known of the site; else the repository. */
function pageOf(url: URL, branch: string | undefined, path: string): string {
  const site = url.href.replace(/\/*(?:\.git)?\/*$/, "");
  const file = `${encodeURIComponent(branch ?? "HEAD")}/${path.split("/").map(encodeURIComponent).join("/")}`;
  if (url.hostname === "github.com") return `${site}/blob/${file}`;
  if (url.hostname.startsWith("gitlab.")) return `${site}/-/blob/${file}`;
  return site;
}
