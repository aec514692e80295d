import { readFile } from "node:fs/promises";
import { parseCitation } from "../../answering/citing/citation.ts";
import { renderAnswerJson } from "../../answering/json/answer-json.ts";
import { renderProofJson } from "../../answering/json/proof-json.ts";
import { renderSearchJson } from "../../answering/json/search-json.ts";
import { shownPassages } from "../../answering/shown/shown-passages.ts";
import type { ReaderServices } from "../reader-services.ts";
import type { ReaderApp, ReaderContext } from "../requests/environment.ts";
import { notFound } from "../requests/refused.ts";
import { requireCollection, requireVisitor } from "../requests/require-visitor.ts";
import { parseNumber } from "./numbers.ts";

const mostPassages = 20;
const mostHits = 50;

/** The same as the pages as JSON; `openapi.json` beside this file describes it. */
export function registerApi(app: ReaderApp, services: ReaderServices): void {
  const { fundstelle } = services;
  const description = new URL("./openapi.json", import.meta.url);

  app.get("/api/openapi.json", async (context) => json(context, await readFile(description, "utf8")));

  app.get("/api/ask", async (context) => {
    const { filter } = requireCollection(context, services);
    const { q = "", limit } = context.req.query();
    const options = { filter, limit: parseNumber(limit, { least: 1, most: mostPassages, fallback: shownPassages }) };
    return json(context, renderAnswerJson(await fundstelle.ask(q, options)));
  });

  app.get("/api/search", async (context) => {
    const { filter } = requireCollection(context, services);
    const { q = "", limit, offset } = context.req.query();
    const options = {
      filter,
      limit: parseNumber(limit, { least: 1, most: mostHits, fallback: 10 }),
      offset: parseNumber(offset, { least: 0, most: 1_000_000, fallback: 0 }),
    };
    return json(context, renderSearchJson(await fundstelle.search(q, options)));
  });

  app.get("/api/citation/:citation", async (context) => {
    const label = context.req.param("citation");
    const reference = parseCitation(label);
    if (reference === undefined) throw notFound(context.get("m"));
    const { filter } = requireVisitor(context, services, reference.documentKey);
    const claim = { label, reference, quotes: [] };
    const [proof] = await fundstelle.verify([claim], { filter });
    if (proof === undefined) throw notFound(context.get("m"));
    return json(context, renderProofJson(proof));
  });
}

function json(context: ReaderContext, text: string): Response {
  return context.body(text, 200, { "Content-Type": "application/json; charset=utf-8" });
}
