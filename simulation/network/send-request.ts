import { request as httpRequest, type IncomingMessage } from "node:http";
import type { RESTOptions } from "discord.js";
import type { VirtualNetwork } from "./network.ts";

type Send = RESTOptions["makeRequest"];
type Body = { readonly bytes: Buffer; readonly contentType: string | undefined };

/** Sends requests of discord.js through a network in memory: in the place of undici, whose timers outlive a seed. */
export function createSend(network: VirtualNetwork): Send {
  return async (url, { method, headers, body, signal }) => {
    const { bytes, contentType } = await bodyOf(body);
    const own = Object.fromEntries(new Headers(headers instanceof Headers ? headers : textsOf(headers)));
    return new Promise((resolve, reject) => {
      const sent = httpRequest(url, {
        method: method ?? "GET",
        headers: { ...own, ...(contentType === undefined ? {} : { "content-type": contentType }) },
        createConnection: () => network.connect(),
      });
      const abort = () => {
        sent.destroy();
        reject(signal?.reason);
      };
      if (signal?.aborted) return abort();
      signal?.addEventListener("abort", abort, { once: true });
      sent.once("response", (incoming) => readResponse(incoming).then(resolve, reject));
      sent.once("error", reject);
      sent.once("close", () => signal?.removeEventListener("abort", abort));
      sent.end(bytes);
    });
  };
}

async function readResponse(incoming: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const status = incoming.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value));
  return new Response(status === 204 ? null : new Uint8Array(Buffer.concat(chunks)), { status, headers });
}

async function bodyOf(body: Parameters<Send>[1]["body"]): Promise<Body> {
  if (body === null || body === undefined) return { bytes: Buffer.alloc(0), contentType: undefined };
  if (typeof body === "string") return { bytes: Buffer.from(body), contentType: undefined };
  if (body instanceof FormData) {
    const encoded = new Response(body);
    return {
      bytes: Buffer.from(await encoded.arrayBuffer()),
      contentType: encoded.headers.get("content-type") ?? undefined,
    };
  }
  throw new TypeError("A body of this kind is not sent in simulations");
}

function textsOf(headers: unknown): Record<string, string> {
  if (typeof headers !== "object" || headers === null) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
