import type { CallToolResult, McpServer } from "@modelcontextprotocol/server";
import * as z from "zod";
import { parseCitation } from "../answering/citing/citation.ts";
import { renderAnswerJson } from "../answering/json/answer-json.ts";
import { renderProofJson } from "../answering/json/proof-json.ts";
import { renderReadingJson } from "../answering/json/reading-json.ts";
import { renderSearchJson } from "../answering/json/search-json.ts";
import { readClaims } from "../answering/proof/claims/read-claims.ts";
import type { Fundstelle } from "../answering/service.ts";
import { shownPassages } from "../answering/shown/shown-passages.ts";
import { AppError } from "../errors.ts";

const looksOnly = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };
const limit = (most: number, fallback: number) => z.number().int().min(1).max(most).default(fallback);

/** Asking, searching, reading and verifying, each result with its citations. */
export function registerTools(server: McpServer, fundstelle: Fundstelle): void {
  server.registerTool(
    "ask",
    {
      title: "Ask the documents",
      description:
        "Answers a question with the passages of the documents that answer it, word for word, each with its citation and " +
        "how certain it is. Certainty none means that the documents do not hold the answer.",
      inputSchema: z.object({
        question: z.string().describe("The question, in German or English"),
        limit: limit(20, shownPassages).describe("At most so many passages"),
      }),
      annotations: looksOnly,
    },
    ({ question, limit: most }) =>
      answered(async () => [renderAnswerJson(await fundstelle.ask(question, { limit: most }))]),
  );
  server.registerTool(
    "search",
    {
      title: "Search for words",
      description: "Finds the passages that hold words, best first, with what was found in them.",
      inputSchema: z.object({
        terms: z.string().describe("The words to look for"),
        limit: limit(50, 10).describe("At most so many hits"),
        offset: z.number().int().min(0).max(1_000_000).default(0).describe("How many hits to pass over"),
      }),
      annotations: looksOnly,
    },
    ({ terms, limit: most, offset }) =>
      answered(async () => [renderSearchJson(await fundstelle.search(terms, { limit: most, offset }))]),
  );
  server.registerTool(
    "read",
    {
      title: "Read a document",
      description: "A document page by page, with the number of each paragraph; or the page around a cited passage.",
      inputSchema: z.object({
        document: z.string().describe("A document's key, or a citation such as bbc-2023:3"),
        page: z.number().int().min(1).optional().describe("From 1; the one with the cited passage where left out"),
      }),
      annotations: looksOnly,
    },
    ({ document, page }) => answered(async () => [renderReadingJson(await readPage(fundstelle, document, page))]),
  );
  server.registerTool(
    "verify",
    {
      title: "Verify citations",
      description: "Checks citations, and the quotes beside them, against the documents' files.",
      inputSchema: z.object({
        text: z
          .string()
          .max(100_000)
          .describe("Citations one a line, an answer of ask, or a text with quotes and citations"),
      }),
      annotations: looksOnly,
    },
    ({ text }) =>
      answered(async () => {
        const keys = new Set(fundstelle.sources().map(({ metadata }) => metadata.key));
        const proofs = await fundstelle.verify(readClaims(text, (key) => keys.has(key)));
        return proofs.map(renderProofJson);
      }),
  );
}

function readPage(fundstelle: Fundstelle, document: string, page: number | undefined) {
  const citation = parseCitation(document);
  const key = citation?.documentKey ?? document;
  if (page !== undefined) return fundstelle.read(key, { page });
  return fundstelle.read(key, citation === undefined ? {} : { around: citation });
}

/** The caller is told about errors that it can do something about; all others are failures of the server. */
async function answered(texts: () => Promise<readonly string[]>): Promise<CallToolResult> {
  try {
    return { content: (await texts()).map((text) => ({ type: "text" as const, text })) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { content: [{ type: "text" as const, text: `${error.message} ${error.remedy}` }], isError: true };
  }
}
