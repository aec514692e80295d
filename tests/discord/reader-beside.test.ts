import { afterEach, expect, it } from "vitest";
import { freePort } from "../support/free-port.ts";
import { openProgramScene, type ProgramScene, processTimeoutMs } from "./faults/running-program.ts";

let scene: ProgramScene | undefined;
afterEach(async () => {
  scene?.stop();
  await scene?.close();
});

/** A bot with its pages beside it. @returns where those are */
async function openWithReader() {
  const opened = await openProgramScene();
  scene = opened;
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  await opened.connect({
    READER_PORT: String(port),
    READER_URL: base,
    READER_KEY: "only-for-tests-only-for-tests-only-for-tests",
  });
  return { base, scene: opened };
}

it(
  "leads from an answer to the passage in its document, by a link that opens that document alone",
  async () => {
    const { base, scene } = await openWithReader();
    const message = await scene.anna
      .slash(scene.channel, "ask", { question: "Wann wurde der Leuchtturm von Sandersoog gebaut?" })
      .message();
    const link = new RegExp(`${base}/d/leuchtturm[^"\\\\)]*`).exec(JSON.stringify(message))?.[0] ?? "";
    expect(link).not.toBe("");
    const page = await (await fetch(link)).text();
    expect(page).toMatch(/<mark class="cited sentence">[^<]*im Jahr 1887 gebaut/);
    const access = new URL(link).searchParams.get("access") ?? "";
    expect((await fetch(`${base}/search?q=Sturmflut&access=${access}`)).status).toBe(403);
    expect((await fetch(`${base}/`)).status).toBe(403);
  },
  processTimeoutMs,
);

it(
  "shows a manager what was asked, by a link that opens that page alone",
  async () => {
    const { base, scene } = await openWithReader();
    const { standIn, guild, channel, anna } = scene;
    const mo = standIn.addUser("mo", { locale: "en-US" });
    standIn.join(guild, mo, [standIn.addRole(guild, "managers", ["ManageGuild"])]);
    await anna.slash(channel, "ask", { question: "Wann wurde der Leuchtturm von Sandersoog gebaut?" }).message();
    const shown = JSON.stringify(await mo.slash(channel, "insights", { days: 7 }).message());
    const link = new RegExp(`${base}/insights[^"]*`).exec(shown)?.[0] ?? "";
    const page = await fetch(link, { headers: { "Accept-Language": "en" } });
    expect(page.status).toBe(200);
    expect(page.headers.get("cache-control")).toContain("no-store");
    expect(await page.text()).toContain("What was asked in the last 7 days");
    const access = new URL(link).searchParams.get("access") ?? "";
    for (const path of ["/", "/ask?q=Leuchtturm", "/d/leuchtturm"])
      expect((await fetch(`${base}${path}${path.includes("?") ? "&" : "?"}access=${access}`)).status).toBe(403);
    const [, guildId] = access.split(".");
    expect(guildId).toBe(guild.id);
    expect((await fetch(link.replace(guild.id, "123456789012345678"))).status).toBe(403);
    expect((await fetch(`${base}/insights`)).status).toBe(403);
  },
  processTimeoutMs,
);
