import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { messagePage } from "../../../discord-stand-in/page/message-page.ts";
import type { Message } from "../../../discord-stand-in/state/state.ts";
import { type App, createApp } from "../../../src/app.ts";
import { hasBrowser, hasTextFont, openBrowser } from "../../support/browser.ts";
import { root } from "../../support/program.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { type BotScene, openBotScene } from "../scene.ts";

/** A phone of ordinary width, and the part of its height that messages have. */
const phone = { width: 390, height: 844 };
const mostAnswerPx = 600;
const mostHelpPx = 700;

const judged = z.object({ lang: z.string(), question: z.string(), answerable: z.boolean() });

/** Every eighth question that the project judges itself, German and English. */
const questions = readFileSync(join(root, "tests", "judgments", "seeds.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => judged.parse(JSON.parse(line)))
  .filter(({ answerable }) => answerable)
  .filter((_, index) => index % 8 === 0);

describe.skipIf(!hasBrowser || !hasTextFont)("on a phone (needs Debian's chromium and fonts-liberation)", () => {
  let browser: Browser;
  let app: App;
  let small: Awaited<ReturnType<typeof openCollection>>;
  let scene: BotScene;
  const index = mkdtempSync(join(tmpdir(), "fundstelle-phone-"));

  beforeAll(async () => {
    browser = await openBrowser();
    app = await createApp({ seedsFolder: join(root, "seeds"), indexFolder: index });
    small = await openCollection();
    scene = await openBotScene(app);
  }, openingTimeoutMs);
  afterAll(async () => {
    await scene.close();
    await app.close();
    await small.close();
    await browser.close();
    rmSync(index, { recursive: true, force: true });
  });

  /** How many pixels each message takes from top to bottom, and how far any of them reaches to the right. */
  async function measure(messages: readonly Message[]): Promise<{ heights: number[]; rightmost: number }> {
    const page = await browser.newPage({ viewport: phone });
    await page.setContent(messagePage(messages));
    const heights = await Promise.all(
      messages.map(async ({ id }) => (await page.locator(`#m${id}`).boundingBox())?.height ?? Number.NaN),
    );
    const rightmost = Number(await page.evaluate("document.documentElement.scrollWidth"));
    await page.close();
    return { heights, rightmost };
  }

  it(
    "an ordinary answer takes less than 600 pixels",
    async () => {
      const { anna, channel } = scene;
      const answers: Message[] = [];
      for (const { question } of questions) {
        const answer = await anna.slash(channel, "ask", { question }).message();
        answers.push(answer);
      }
      const { heights, rightmost } = await measure(answers);
      const tall = heights.flatMap((height, at) => {
        const answer = answers[at];
        return height < mostAnswerPx || answer === undefined ? [] : [`${height} px: ${renderForPerson(answer)}`];
      });
      expect(tall).toEqual([]);
      expect(rightmost).toBe(phone.width);
    },
    openingTimeoutMs,
  );

  it("help fits a screen, in German and in English", async () => {
    const { anna, ben, channel } = scene;
    const shown = [await anna.slash(channel, "help").message(), await ben.slash(channel, "help").message()];
    const { heights } = await measure(shown);
    for (const height of heights) expect(height).toBeLessThan(mostHelpPx);
  });
});
