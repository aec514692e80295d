import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** Where Debian's package `chromium` puts it. */
const executablePath = "/usr/bin/chromium";

/** Whether tests in a browser can run here. */
export const hasBrowser = existsSync(executablePath);

/** Whether letters are as wide there as those of Discord's own font, nearly: Debian's package `fonts-liberation`. */
export const hasTextFont = existsSync("/usr/share/fonts/truetype/liberation");

/** A browser that says nothing to anybody but the pages it is told to open. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained about, refusals of its own policy among it. */
  readonly complaints: string[];
}

/** An empty page that collects what goes wrong on it. */
export async function openPage(
  browser: Browser,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, context, complaints };
}
