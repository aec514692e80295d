import { text as textOf } from "node:stream/consumers";
import * as z from "zod";
import { renderProofJson } from "../../../answering/json/proof-json.ts";
import type { Claim } from "../../../answering/proof/claims/claim.ts";
import { readClaims } from "../../../answering/proof/claims/read-claims.ts";
import { AppError } from "../../../errors.ts";
import { defineCommand } from "../../command.ts";
import { renderProof } from "../../render/proof.ts";

export const verifyCommand = defineCommand({
  name: "verify",
  summary: "check citations and quotes against the documents' files",
  arguments: {
    syntax: "[citation...]",
    description: "citations, or - for standard input: citations one a line, answers of ask --json, or a message's text",
  },
  options: [{ flags: "--json", description: "write one JSON object a line for each citation" }],
  examples: [
    "fundstelle verify zweckgemeinschaft-2023:7",
    'fundstelle ask --json "Wer ist Su Mi Terry?" | fundstelle verify -',
    "fundstelle verify - < message.txt",
  ],
  schema: z.object({ json: z.boolean().default(false) }),
  async run(context, args, { json }) {
    const { console } = context;
    if (args.length === 0 && console.input.isTTY) {
      throw new AppError("usage", "verify was given no citation.", "Run: fundstelle verify zweckgemeinschaft-2023:7");
    }
    const given = args.length === 0 ? ["-"] : args;
    const texts: string[] = [];
    for (const argument of given) texts.push(argument === "-" ? await textOf(console.input) : argument);
    const services = await context.open();
    try {
      const { fundstelle } = services;
      const keys = new Set(fundstelle.sources().map(({ metadata }) => metadata.key));
      const claims = texts.flatMap((text): readonly Claim[] => readClaims(text, (key) => keys.has(key)));
      const proofs = await fundstelle.verify(claims);
      const proven = proofs.filter(({ state }) => state === "proven").length;
      const messages = context.messages();
      for (const proof of proofs)
        console.print(json ? renderProofJson(proof) : renderProof(proof, messages, console.style));
      if (!json && proofs.length > 1) console.print(messages.citing.summary(proven, proofs.length));
      return proven === proofs.length ? 0 : 1;
    } finally {
      await services.close();
    }
  },
});
