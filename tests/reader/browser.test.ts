import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linesDown, pdfFile } from "../documents/files/pdf-file.ts";
import { hasBrowser, openBrowser, openPage } from "../support/browser.ts";
import { isBuiltNow, programCommand, temporaryFolder } from "../support/program.ts";

const isBuilt = isBuiltNow();
const folder = temporaryFolder();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
let program: ReturnType<typeof spawn>;
let base = "";

function writeDocuments(seeds: string): void {
  mkdirSync(seeds);
  const filler = Array.from(
    { length: 60 },
    (_, turn) =>
      `Im Jahr ${1800 + turn} geschah in der Stadt und in den Dörfern um sie herum nichts, was von Belang war.`,
  );
  const bridge = "Die Brücke über den Fluss wurde 1893 gebaut. Der Baumeister hieß Karl Sonnleitner und kam aus Wien.";
  writeFileSync(path.join(seeds, "chronik.md"), `# Chronik\n\n${[...filler, bridge, ...filler].join("\n\n")}\n`);
  writeFileSync(
    path.join(seeds, "massliste.md"),
    "# Maßliste\n\n| Teil | Länge | Stoff | Herkunft | Bemerkung |\n| --- | --- | --- | --- | --- |\n" +
      "| Bogen | 40 m | Stein | Steinbruch | ohne Risse geliefert |\n",
  );
  const sheet = linesDown([
    "Bericht der Werft",
    "",
    "Der Hafen hat vier Kräne. Der größte hebt",
    "achtzig Tonnen. Die anderen sind kleiner.",
  ]);
  writeFileSync(path.join(seeds, "hafen.pdf"), pdfFile({ pages: [linesDown(["Deckblatt des Berichts"]), sheet] }));
}

beforeAll(async () => {
  if (!hasBrowser || !isBuilt) return;
  const seeds = path.join(folder.path, "seeds");
  writeDocuments(seeds);
  const [command, ...args] = programCommand(["serve", "--seeds", seeds, "--index", path.join(folder.path, "index")]);
  const environment = {
    READER_PORT: "0",
    READER_PUBLIC: "true",
    LOCALE: "de",
    DATA_DIR: path.join(folder.path, "data"),
  };
  const { PATH } = process.env;
  program = spawn(command, args, { env: { ...environment, PATH } });
  base = await new Promise((resolve, reject) => {
    let output = "";
    program.stdout?.setEncoding("utf8").on("data", (piece: string) => {
      output += piece;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (address !== undefined) resolve(address);
    });
    program.once("exit", () => reject(new Error(`The program ended: ${output}`)));
  });
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  program?.kill();
  folder.remove();
});

async function ask(page: Page, question: string): Promise<void> {
  await page.goto(base);
  await page.fill("#field", question);
  await page.press("#field", "Enter");
  await page.waitForSelector(".passages");
}

async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    `axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => id + ": " + nodes[0].html))`,
  );
  return Array.isArray(found) ? found.map(String) : [String(found)];
}

describe.skipIf(!hasBrowser || !isBuilt)("the reader in a browser", () => {
  it("leads from a question to the passage in its document, marked and on screen", async () => {
    const { page, context, complaints } = await openPage(browser, { viewport: { width: 1000, height: 700 } });
    await ask(page, "Wann wurde die Brücke gebaut?");
    await page.click(".passages .source a");
    const cited = page.locator(".paragraph.cited");
    expect(await cited.count()).toBe(1);
    const box = await cited.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(700);
    const marks = await page.locator(".paragraph.cited mark.sentence").allInnerTexts();
    expect(marks.join("").trim()).toBe("Die Brücke über den Fluss wurde 1893 gebaut.");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("marks the words of a quote on the page of a PDF", async () => {
    const { page, context, complaints } = await openPage(browser, { viewport: { width: 1000, height: 1400 } });
    await ask(page, "Wie viele Kräne hat der Hafen?");
    await page.click(".passages .source a");
    await page.click(".tools a:has-text('PDF')");
    await page.waitForSelector("#sheet[data-drawn=true]");
    const scale = ((await page.locator("#sheet").boundingBox())?.width ?? 0) / 600;
    const sheetTop = (await page.locator("#sheet").boundingBox())?.y ?? 0;
    const boxes = await page.locator(".rectangle").evaluateAll((found) =>
      found.map((box) => {
        const { left, top, width, bottom } = box.getBoundingClientRect();
        return { left, top, width, bottom };
      }),
    );
    // The quote stands on two lines of twelve points, at 692 and 678 points from the bottom of a page of 800.
    expect(boxes.length).toBeGreaterThanOrEqual(2);
    const baselines = [...new Set(boxes.map(({ bottom }) => Math.round((bottom - sheetTop) / scale / 14)))];
    expect(baselines.length).toBe(2);
    for (const { top, bottom } of boxes) {
      const fromTop = { first: (top - sheetTop) / scale, last: (bottom - sheetTop) / scale };
      expect(fromTop.first).toBeGreaterThan(800 - 692 - 14);
      expect(fromTop.last).toBeLessThan(800 - 678 + 6);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("can be read with the keyboard", async () => {
    const { page, context } = await openPage(browser);
    await page.goto(`${base}/d/chronik`);
    await page.keyboard.press("/");
    expect(await page.evaluate("document.activeElement?.id")).toBe("field");
    await page.keyboard.press("Escape");
    await page.evaluate("document.activeElement.blur()");
    const before = await page.evaluate("window.scrollY");
    for (let turn = 0; turn < 15; turn++) await page.keyboard.press("j");
    const after = await page.evaluate("window.scrollY");
    expect(after).toBeGreaterThan(Number(before));
    await page.keyboard.press("k");
    expect(await page.evaluate("window.scrollY")).toBeLessThan(Number(after));
    await page.keyboard.press("?");
    expect(await page.locator("#keys").isVisible()).toBe(true);
    await context.close();
  });

  it.each(["light", "dark"] as const)(
    "has no serious fault for people with assistive technology, %s",
    async (colorScheme) => {
      const { page, context, complaints } = await openPage(browser, { colorScheme });
      for (const address of [
        "/",
        "/ask?q=Wann+wurde+die+Brücke+gebaut?",
        "/ask?q=Wie+hoch+ist+der+Eiffelturm?",
        "/search?q=Brücke",
        "/d/massliste",
        "/d/chronik?c=chronik:62",
        "/d/nothing",
      ]) {
        await page.goto(base + address);
        expect(await seriousFindings(page), address).toEqual([]);
      }
      const background = await page.evaluate("getComputedStyle(document.body).backgroundColor");
      expect(background).toBe(colorScheme === "dark" ? "rgb(23, 24, 27)" : "rgb(253, 253, 251)");
      expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
      await context.close();
    },
  );

  it("fits a phone, and works without scripts", async () => {
    const { page, context } = await openPage(browser, {
      viewport: { width: 390, height: 800 },
      javaScriptEnabled: false,
    });
    for (const address of ["/", "/ask?q=Wann+wurde+die+Brücke+gebaut?", "/d/massliste", "/d/chronik?c=chronik:62"]) {
      await page.goto(base + address);
      expect(await page.evaluate("document.documentElement.scrollWidth"), address).toBe(390);
    }
    await page.goto(`${base}/d/hafen/pdf?c=hafen:3`);
    expect(await page.locator(".tools a[href*='#page=2']").count()).toBe(1);
    await context.close();
  });
});
