import { McpServer } from "@modelcontextprotocol/server";
import type { Fundstelle } from "../answering/service.ts";
import { registerDocuments } from "./documents.ts";
import { registerTools } from "./tools.ts";

const instructions = [
  "Fundstelle answers questions about a collection of documents with passages of them, word for word.",
  "Each passage has a citation; verify checks that a quote stands in the document.",
  "Where certainty is none, the documents do not hold the answer: say so.",
].join(" ");

/** The collection as tools and resources of the Model Context Protocol. */
export function createMcpServer(fundstelle: Fundstelle, version: string): McpServer {
  const server = new McpServer({ name: "fundstelle", version }, { instructions });
  registerTools(server, fundstelle);
  registerDocuments(server, fundstelle);
  return server;
}
