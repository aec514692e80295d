import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { createApp } from "../../../src/app.ts";
import { root, temporaryFolder } from "../../support/program.ts";

const guild = "100000000000000001";

/** Adds one document after the other, and prints the key of each that has been confirmed. */
const adding = `
const { createApp } = await import("./src/app.ts");
const { emptyLexicon } = await import("./src/analysis/lexicon/compiled.ts");
const settings = JSON.parse(process.env.PLACES);
const { serverDocuments } = await createApp(settings, { lexicon: emptyLexicon() });
for (let at = 0; ; at++) {
  const content = { bytes: Buffer.from("Text " + at + "\\n\\nDas ist der Text Nummer " + at + ".") };
  const { document } = await serverDocuments.stage("${guild}", { name: at + ".txt", content, by: "mo" });
  const { document: { entry } } = await serverDocuments.add("${guild}", document.id);
  console.log(entry.key);
}
`;

it("keeps every document that was confirmed, and nothing half, when the process is killed", async () => {
  const folder = temporaryFolder();
  const settings = {
    seedsFolder: join(folder.path, "seeds"),
    indexFolder: join(folder.path, "index"),
    dataFolder: join(folder.path, "data"),
    serverQuota: { documents: 1000, bytes: 1_000_000 },
  };
  mkdirSync(settings.seedsFolder);
  writeFileSync(join(settings.seedsFolder, "hafen.txt"), "Der Hafen\n\nDer Hafen ist alt.");
  try {
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", adding], {
      cwd: root,
      env: { ...process.env, PLACES: JSON.stringify(settings) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const confirmed: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      confirmed.push(line);
      if (confirmed.length === 7) child.kill("SIGKILL");
    }
    if (child.signalCode === null) await once(child, "exit");
    const app = await createApp(settings, { lexicon: emptyLexicon() });
    try {
      const listed = (await app.serverDocuments?.list(guild)) ?? [];
      expect(listed.map(({ entry }) => entry.key)).toEqual(expect.arrayContaining(confirmed));
      expect(listed.filter(({ passages, problem }) => passages !== 1 || problem !== undefined)).toEqual([]);
      const files = readdirSync(join(settings.dataFolder, "servers", guild));
      for (const { entry } of listed) expect(files).toContain(entry.file);
      expect(app.fundstelle.sources({ audience: { guild } })).toHaveLength(listed.length + 1);
    } finally {
      await app.close();
    }
  } finally {
    folder.remove();
  }
}, 60_000);
