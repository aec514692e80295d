import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { generatedDocuments } from "../../search/storage/generated.ts";
import { openProgramScene, type ProgramScene, processTimeoutMs } from "./running-program.ts";

let scene: ProgramScene;

beforeAll(async () => {
  scene = await openProgramScene();
  for (const { document } of generatedDocuments(250, 10))
    writeFileSync(join(scene.folder, document.file), document.canonicalText);
});
afterEach(() => scene.stop());
afterAll(() => scene.close());

it(
  "shows its health while the index is built, and is ready when it is connected",
  async () => {
    const { standIn } = scene;
    const identified = standIn.next("identify", undefined, processTimeoutMs);
    const { output, page, written } = scene.run();
    expect(await page("/healthz")).toMatchObject({ status: 200 });
    expect(await page("/readyz")).toMatchObject({ status: 503 });
    expect((await page("/metrics")).text).toContain("fundstelle_index_passages 0");
    expect(output()).not.toContain("index built");
    await written("building the index");
    expect(await page("/healthz")).toMatchObject({ status: 200 });
    await written("index built");
    expect(await page("/readyz")).toMatchObject({ status: 503 });
    await identified;
    await standIn.delivered();
    await written('"msg":"connected"');
    expect(await page("/readyz")).toMatchObject({ status: 200 });
    expect((await page("/metrics")).text).toContain("fundstelle_index_documents 251");
  },
  processTimeoutMs,
);

it(
  "ends by a signal that comes while the index is built",
  async () => {
    const { child, ended, written } = scene.run({ INDEX_DIR: join(scene.folder, ".index-of-its-own") });
    await written("building the index");
    child.kill("SIGTERM");
    expect(await ended).toEqual([null, "SIGTERM"]);
  },
  processTimeoutMs,
);
