import { type McpServer, ProtocolError, ProtocolErrorCode, ResourceTemplate } from "@modelcontextprotocol/server";
import type { Fundstelle } from "../answering/service.ts";
import { AppError } from "../errors.ts";

const template = "fundstelle://documents/{key}";
/** Longer documents are read page by page with the tool "read". */
const mostChars = 200_000;

/** The documents as resources: their paragraphs in order, each behind the citation that names it. */
export function registerDocuments(server: McpServer, fundstelle: Fundstelle): void {
  const list = () => ({
    resources: fundstelle.sources().map(({ metadata, passages }) => ({
      uri: template.replace("{key}", encodeURIComponent(metadata.key)),
      name: metadata.key,
      title: metadata.title,
      description: `${passages} passages`,
      mimeType: "text/plain",
    })),
  });
  server.registerResource(
    "document",
    new ResourceTemplate(template, { list }),
    { title: "Document", description: "A document's paragraphs, each with its citation", mimeType: "text/plain" },
    async (uri, { key = "" }) => {
      const page = await read(fundstelle, decodeURIComponent(String(key)));
      const text = page.paragraphs
        .map(({ paragraph, text }) => `[${page.metadata.key}:${paragraph.number}] ${text}`)
        .join("\n\n");
      return { contents: [{ uri: uri.href, mimeType: "text/plain", text }] };
    },
  );
}

async function read(fundstelle: Fundstelle, key: string) {
  try {
    return await fundstelle.read(key, { charsPerPage: mostChars });
  } catch (error) {
    if (error instanceof AppError) throw new ProtocolError(ProtocolErrorCode.InvalidParams, error.message);
    throw error;
  }
}
