import { createServer } from "node:http";
import { text as textOf } from "node:stream/consumers";
import * as z from "zod";

type Word = "yes" | "partly" | "no";

/** How the server behaves, to be changed while it runs. */
export interface JudgeBehaviour {
  /** Waits so long before it answers. */
  waitMs: number;
  /**
   * `likelihoods`: with those of the first token; `word`: the word alone; `structured-only`: prose, unless structured
   * output is asked for; `error-page`: HTML with 500; `half`: a connection that ends in the middle; `prose`: no verdict at all.
   */
  answer: "likelihoods" | "word" | "structured-only" | "error-page" | "half" | "prose";
  verdictOf: (passage: string) => Word;
}

export interface JudgeStandIn {
  readonly url: string;
  readonly behaviour: JudgeBehaviour;
  readonly requests: {
    readonly question: string;
    readonly passage: string;
    readonly body: Record<string, unknown>;
    readonly key: string | undefined;
  }[];
  close(): Promise<void>;
}

const requestSchema = z.looseObject({
  messages: z.tuple([
    z.object({ role: z.literal("system"), content: z.string() }),
    z.object({ role: z.literal("user"), content: z.string() }),
  ]),
  response_format: z.object({ type: z.string() }).optional(),
});
const dataSchema = z.strictObject({ question: z.string(), passage: z.string() });

/** A server that speaks `/v1/chat/completions`. */
export async function startJudge(): Promise<JudgeStandIn> {
  const behaviour: JudgeBehaviour = { waitMs: 0, answer: "likelihoods", verdictOf: () => "yes" };
  const requests: JudgeStandIn["requests"] = [];
  const server = createServer(async (request, response) => {
    const body = requestSchema.parse(JSON.parse(await textOf(request)));
    const { question, passage } = dataSchema.parse(JSON.parse(body.messages[1].content));
    requests.push({ question, passage, body, key: request.headers.authorization });
    if (behaviour.waitMs > 0) await new Promise((resolve) => setTimeout(resolve, behaviour.waitMs));
    if (behaviour.answer === "error-page") {
      response.writeHead(500, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
      return;
    }
    const completion = JSON.stringify(completionOf(behaviour, passage, body.response_format !== undefined));
    if (behaviour.answer === "half") {
      response.writeHead(200, { "content-length": completion.length });
      response.write(completion.slice(0, completion.length / 2), () => response.destroy());
      return;
    }
    response.writeHead(200, { "content-type": "application/json" }).end(completion);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/v1`,
    behaviour,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function completionOf({ answer, verdictOf }: JudgeBehaviour, passage: string, isStructured: boolean): object {
  const word = verdictOf(passage);
  const prose = "The moon is made of cheese, and the passage is a fine one.";
  const content =
    answer === "prose" ? prose : answer === "structured-only" ? (isStructured ? `{"verdict":"${word}"}` : prose) : word;
  const others = (["yes", "partly", "no"] as const).filter((other) => other !== word);
  // Tokens as models have them: in capitals, with a blank in front, cut off.
  const likely = [
    { token: ` ${word.charAt(0).toUpperCase()}${word.slice(1, 4)}`, logprob: Math.log(0.9) },
    ...others.map((other) => ({ token: other, logprob: Math.log(0.04) })),
    { token: "The", logprob: Math.log(0.02) },
  ];
  return {
    choices: [
      {
        index: 0,
        message: { role: "assistant", content },
        ...(answer === "likelihoods" ? { logprobs: { content: [{ token: word, top_logprobs: likely }] } } : {}),
      },
    ],
  };
}
