import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { type Served, serve } from "./served.ts";

const file = new URL("../../src/reader/api/openapi.json", import.meta.url);
const description = z
  .looseObject({ paths: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(file, "utf8")));
const searchSchema = z.looseObject({
  hits: z.array(z.looseObject({ citation: z.string(), fingerprint: z.string() })),
});
const ajv = new Ajv2020({ strict: false });
ajv.addSchema(description, "reader");

let served: Served;
beforeAll(async () => {
  served = await serve({ READER_PUBLIC: "true" });
});
afterAll(() => served.close());

async function checked(address: string, schema: string): Promise<unknown> {
  const answer: unknown = await (await served.get(address)).json();
  const isValid = ajv.validate({ $ref: `reader#/components/schemas/${schema}` }, answer);
  expect(ajv.errors, address).toBeNull();
  expect(isValid).toBe(true);
  return answer;
}

describe("the JSON", () => {
  it("is what its description says", async () => {
    expect(await checked("/api/ask?q=Wann+wurde+die+Br%C3%BCcke+gebaut%3F&limit=2", "Answer")).toMatchObject({
      answered: true,
    });
    expect(await checked("/api/ask?q=Wie+hoch+ist+der+Eiffelturm%3F", "Answer")).toMatchObject({ answered: false });
    expect(await checked("/api/search?q=Br%C3%BCcke&limit=1&offset=1", "SearchPage")).toMatchObject({ offset: 1 });
    const page = await checked("/api/search?q=Fluss", "SearchPage");
    const [hit] = searchSchema.parse(page).hits;
    const cited = `/api/citation/${hit?.citation}@${hit?.fingerprint}`;
    expect(await checked(cited, "Proof")).toMatchObject({ holds: true });
    expect(await checked("/api/citation/bridge:2", "Proof")).toMatchObject({ holds: false, state: "unquoted" });
    expect(await checked("/api/citation/bridge:2@000000000000", "Proof")).toMatchObject({ holds: false });
    await checked("/api/ask?q=", "Problem");
    await checked("/api/nothing", "Problem");
  });

  it("describes itself, and every address that there is", async () => {
    expect(await (await served.get("/api/openapi.json")).json()).toEqual(description);
    expect(Object.keys(description.paths)).toEqual(["/api/ask", "/api/search", "/api/citation/{citation}"]);
  });
});
