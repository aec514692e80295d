import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** What a site on this computer answers to a path. */
export interface SitePage {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Begins to answer and never ends. */
  readonly hangs?: boolean;
}

export interface Site {
  readonly address: string;
  readonly pages: Map<string, SitePage>;
  /** Paths that were asked for, with the headers. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage["headers"] }[];
  close(): Promise<void>;
}

/** A web server on loopback. Pages have an ETag, which it honours. */
export async function startSite(pages: Readonly<Record<string, SitePage>> = {}): Promise<Site> {
  const held = new Map(Object.entries(pages));
  const requests: Site["requests"] = [];
  const answer: RequestListener = ({ url = "", headers }, response) => {
    requests.push({ path: url, headers });
    const page = held.get(url);
    if (page === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { status = 200, body = "", hangs = false } = page;
    const etag = `"${Buffer.from(body).length}-${Buffer.from(body).subarray(-12).toString("hex")}"`;
    if (status === 200 && headers["if-none-match"] === etag) {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", etag, ...page.headers });
    if (hangs) response.write(body);
    else response.end(body);
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    pages: held,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page with a text of its own. */
export function page(title: string, text: string, head = ""): SitePage {
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
  return { body };
}
