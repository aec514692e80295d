import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

/** Whether this computer has git, with its program that serves repositories. */
export const hasGit = backendOfGit() !== undefined;

function backendOfGit(): string | undefined {
  try {
    const folder = execFileSync("git", ["--exec-path"], { encoding: "utf8" }).trim();
    const backend = path.join(folder, "git-http-backend");
    return existsSync(backend) ? backend : undefined;
  } catch {
    return undefined;
  }
}

/** A repository with a work tree, as somebody has it who writes it. */
export function makeRepository(folder: string) {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", "-C", folder, ...args], {
      stdio: ["ignore", "pipe", "ignore"],
      encoding: "utf8",
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_COMMITTER_DATE: "2024-05-06T12:00:00Z" },
    });
  execFileSync("git", ["init", "--quiet", "--initial-branch=main", folder]);
  return {
    git,
    commit: (what: string) => {
      git("add", "--all");
      git("commit", "--quiet", "--message", what);
    },
  };
}

/** Serves the repositories below a folder over HTTP on loopback, by git's own program for that. */
export async function serveRepositories(folder: string) {
  const backend = backendOfGit() ?? "git-http-backend";
  let served = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://localhost");
    if (url.pathname.startsWith("/moved/")) {
      response.writeHead(301, { location: url.href.replace("/moved/", "/club/") }).end();
      return;
    }
    served += 1;
    const child = spawn(backend, {
      env: {
        ...process.env,
        GIT_PROJECT_ROOT: folder,
        GIT_HTTP_EXPORT_ALL: "1",
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers["content-type"] ?? "",
        HTTP_CONTENT_ENCODING: String(request.headers["content-encoding"] ?? ""),
        GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
      },
      stdio: ["pipe", "pipe", "ignore"],
    });
    request.pipe(child.stdin);
    child.stdin.on("error", () => undefined);
    const pieces: Buffer[] = [];
    child.stdout.on("data", (piece: Buffer) => pieces.push(piece));
    child.on("close", () => {
      const all = Buffer.concat(pieces);
      const end = all.indexOf("\r\n\r\n");
      const headers = all
        .subarray(0, end)
        .toString("latin1")
        .split("\r\n")
        .map((line) => line.split(": ", 2));
      const status = headers.find(([name]) => name === "Status")?.[1];
      response.writeHead(status === undefined ? 200 : Number.parseInt(status, 10), Object.fromEntries(headers));
      response.end(all.subarray(end + 4));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    served: () => served,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
