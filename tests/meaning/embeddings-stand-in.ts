import { createServer, type Server } from "node:http";
import { text as textOf } from "node:stream/consumers";
import * as z from "zod";

/** How the server behaves, to be changed while it runs. */
export interface Behaviour {
  /** Waits so long before it answers. */
  waitMs: number;
  /** `error-page`: HTML with 500; `half`: a connection that ends in the middle; `nonsense`: JSON that is no answer. */
  answer: "vectors" | "error-page" | "half" | "nonsense";
  dimension: number;
}

export interface EmbeddingsStandIn {
  readonly url: string;
  readonly behaviour: Behaviour;
  /** The texts of each request, in their order, and what it said of itself. */
  readonly requests: {
    readonly input: readonly string[];
    readonly type: string | undefined;
    readonly key: string | undefined;
  }[];
  /** Called with each request, before it is answered. */
  onRequest: (() => void) | undefined;
  close(): Promise<void>;
}

const requestSchema = z.object({ model: z.string(), input: z.array(z.string()), input_type: z.string().optional() });

/** Words that mean the same to the stand-in, whatever the index makes of them. */
const meanings: readonly (readonly string[])[] = [
  ["kater", "stubentiger", "mieze"],
  ["kahn", "schaluppe", "nachen"],
  ["obolus", "entgelt", "gebühr"],
];

/** A server that speaks `/v1/embeddings`: texts of the same meanings have the same direction. */
export async function startEmbeddings(): Promise<EmbeddingsStandIn> {
  const behaviour: Behaviour = { waitMs: 0, answer: "vectors", dimension: 24 };
  const requests: EmbeddingsStandIn["requests"] = [];
  const server: Server = createServer(async (request, response) => {
    const { input, input_type: type } = requestSchema.parse(JSON.parse(await textOf(request)));
    requests.push({ input, type, key: request.headers.authorization });
    standIn.onRequest?.();
    if (behaviour.waitMs > 0) await new Promise((resolve) => setTimeout(resolve, behaviour.waitMs));
    if (behaviour.answer === "error-page") {
      response.writeHead(500, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
      return;
    }
    const data = input.map((text, index) => ({
      object: "embedding",
      index,
      embedding: vectorOf(text, behaviour.dimension),
    }));
    const body = behaviour.answer === "nonsense" ? '{"data":"none"}' : JSON.stringify({ object: "list", data });
    if (behaviour.answer === "half") {
      response.writeHead(200, { "content-length": body.length });
      response.write(body.slice(0, body.length / 2));
      setTimeout(() => response.destroy(), 10);
      return;
    }
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const standIn: EmbeddingsStandIn = {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/v1`,
    behaviour,
    requests,
    onRequest: undefined,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return standIn;
}

function vectorOf(text: string, dimension: number): number[] {
  const vector: number[] = Array.from({ length: dimension }, (_, at) => (at === dimension - 1 ? 0.05 : 0));
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  meanings.forEach((group, at) => {
    if (words.some((word) => group.includes(word))) vector[at] = 1;
  });
  return vector;
}
