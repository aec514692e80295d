import { getConnInfo } from "@hono/node-server/conninfo";
import { Hono } from "hono";
import { defined } from "../defined.ts";
import { registerApi } from "./api/api-routes.ts";
import { readAsset } from "./assets.ts";
import { registerPages } from "./pages/page-routes.ts";
import { renderProblemPage } from "./pages/problem-page.ts";
import type { ReaderServices } from "./reader-services.ts";
import { clientAddress } from "./requests/client-address.ts";
import type { ReaderApp, ReaderContext, ReaderEnvironment } from "./requests/environment.ts";
import { cacheControl, securityHeaders } from "./requests/headers.ts";
import { messagesForVisitor } from "./requests/locale.ts";
import { isOwnHost } from "./requests/own-host.ts";
import { refusalOf } from "./requests/refusal-of.ts";
import { notFound, Refused } from "./requests/refused.ts";
import { createRequestLimit } from "./requests/request-limit.ts";

/** Longer addresses are refused, since a question has at most a thousand characters. */
const maxAddressChars = 8000;

/** The pages and the JSON behind them, as a function from requests to responses. */
export function createReaderApp(services: ReaderServices): ReaderApp {
  const app: ReaderApp = new Hono<ReaderEnvironment>();
  registerGuards(app, services);
  app.get("/robots.txt", (context) => context.text("User-agent: *\nDisallow: /\n"));
  app.get("/assets/:name", async (context) => {
    const asset = await readAsset(context.req.param("name"));
    if (asset === undefined) throw notFound(context.get("m"));
    return context.body(asset.bytes, 200, { "Content-Type": asset.type, "Cache-Control": "public, max-age=3600" });
  });
  registerLimit(app, services);
  registerPages(app, services);
  registerApi(app, services);
  app.notFound((context) => problem(context, notFound(context.get("m"))));
  app.onError((error, context) => problem(context, refusalOf(error, context.get("m"), services.onFailure)));
  return app;
}

/** The entry point of every request. */
function registerGuards(app: ReaderApp, { settings }: ReaderServices): void {
  app.use(async (context, next) => {
    const { req } = context;
    context.set("m", messagesForVisitor(req.header("accept-language"), settings));
    context.set("isApi", req.path.startsWith("/api/"));
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value);
    if (req.method !== "GET" && req.method !== "HEAD") return context.text("GET only\n", 405, { Allow: "GET, HEAD" });
    if (req.url.length > maxAddressChars) return context.text("The address is too long.\n", 414);
    if (!isOwnHost(settings.url, req.header("host"), req.header("origin"))) {
      return context.text("This is not the address of this reader. READER_URL says what it is.\n", 421);
    }
    const peer = getConnInfo(context).remote.address ?? "";
    context.set("address", clientAddress(peer, req.header("x-forwarded-for"), settings.trustedProxies));
    await next();
    return undefined;
  });
}

/** Cheap requests, such as those for style sheets, are not counted. */
function registerLimit(app: ReaderApp, { settings, inTurn }: ReaderServices): void {
  const limit = createRequestLimit(settings.requestsPerMinute);
  app.use(async (context, next) => {
    const waitSeconds = await limit.take(context.get("address"));
    if (waitSeconds !== undefined) {
      const { reader } = context.get("m");
      context.header("Retry-After", String(waitSeconds));
      throw new Refused(429, reader.tooManyTitle, reader.tooMany(waitSeconds));
    }
    context.header("Cache-Control", cacheControl(context.req.query("access") !== undefined));
    // A whole page is one turn, its writing included.
    await inTurn(context.get("address"), next);
  });
}

function problem(context: ReaderContext, { status, title, message, remedy }: Refused): Response | Promise<Response> {
  context.header("Cache-Control", "no-store");
  if (context.get("isApi")) return context.json({ error: title, message }, status);
  const text = { title, text: message, ...defined({ remedy }) };
  return context.html(renderProblemPage(text, context.get("m")), status);
}
