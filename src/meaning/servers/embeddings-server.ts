import * as z from "zod";
import type { Embedder } from "../embedder.ts";
import { type ModelServer, modelUnavailable, postJson } from "./post-json.ts";
import { type Prefixes, prefixesOf } from "./prefixes.ts";

export interface EmbeddingsServer extends ModelServer {
  readonly model: string;
  /** If absent, those known for the model. Both are empty on servers that add prefixes themselves. */
  readonly prefixes?: Prefixes | undefined;
  /** Whether each request says if its texts are questions or passages, which some servers expect. */
  readonly sendsInputType?: boolean;
}

const dimensionMost = 8192;
const answerSchema = z.object({
  data: z.array(z.object({ index: z.number().int().min(0), embedding: z.array(z.number()).min(8).max(dimensionMost) })),
});

/** Vectors from any server that speaks OpenAI's `/v1/embeddings`. */
export function createEmbeddingsServer(server: EmbeddingsServer): Embedder {
  const { model, sendsInputType = false } = server;
  // A server that is told what the texts are puts their prefixes in front itself.
  const prefixes = server.prefixes ?? (sendsInputType ? { question: "", passage: "" } : prefixesOf(model));
  const embed = async (texts: readonly string[], kind: "query" | "passage", signal?: AbortSignal) => {
    const body = { model, input: texts, encoding_format: "float", ...(sendsInputType ? { input_type: kind } : {}) };
    const answer = answerSchema.safeParse(await postJson(server, "embeddings", body, signal));
    if (!answer.success) throw modelUnavailable(server, "its answer holds no vectors");
    const vectors = [...answer.data.data]
      .sort((a, b) => a.index - b.index)
      .map(({ embedding }) => normalized(embedding));
    const [first] = vectors;
    if (vectors.length !== texts.length || vectors.some((vector) => vector.length !== first?.length)) {
      throw modelUnavailable(server, `it sent ${vectors.length} vectors for ${texts.length} texts`);
    }
    return vectors;
  };
  return {
    model,
    passages: (texts, signal) =>
      embed(
        texts.map((text) => prefixes.passage + text),
        "passage",
        signal,
      ),
    async question(text, signal) {
      const [vector] = await embed([prefixes.question + text], "query", signal);
      if (vector === undefined) throw modelUnavailable(server, "its answer holds no vector");
      return vector;
    },
  };
}

/** The vector scaled to length 1; a zero vector is returned as it is. */
function normalized(numbers: readonly number[]): Float32Array {
  const vector = Float32Array.from(numbers);
  let squares = 0;
  for (const number of vector) squares += number * number;
  const length = Math.sqrt(squares);
  if (length > 0 && Number.isFinite(length))
    for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) / length;
  return vector;
}
