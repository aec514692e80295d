import { defined } from "../../defined.ts";
import { AppError, describeError } from "../../errors.ts";

/** A server of the host's choice. */
export interface ModelServer {
  /** Such as `http://127.0.0.1:11434/v1`, without the end point. */
  readonly url: string;
  /** The secret that it wants, if any. */
  readonly key: string | undefined;
  /** The setting that names it, for error messages. */
  readonly setting: string;
}

const longestAnswerBytes = 64 * 1024 * 1024;

/**
 * Asks a server that speaks OpenAI's protocol.
 * @returns what it answered, whatever that is
 * @throws AppError `model-unavailable`; the signal's reason where that ended it
 */
export async function postJson(
  server: ModelServer,
  endPoint: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  const { key } = server;
  try {
    const response = await fetch(`${server.url.replace(/\/+$/u, "")}/${endPoint}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
      redirect: "error",
      ...defined({ signal }),
    });
    const text = await boundedText(response);
    if (!response.ok) throw modelUnavailable(server, `it answered with ${response.status}`);
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof AppError) throw error;
    signal?.throwIfAborted();
    throw modelUnavailable(server, describeError(error), error);
  }
}

/** A server that never stops sending must not fill up the memory. */
async function boundedText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes > longestAnswerBytes) throw new Error("its answer is too long");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

export function modelUnavailable({ setting }: ModelServer, why: string, cause?: unknown): AppError {
  return new AppError(
    "model-unavailable",
    `The model behind ${setting} cannot be used: ${why}.`,
    `Check that it runs, ${setting} and its model; until then the words alone decide.`,
    { cause },
  );
}
