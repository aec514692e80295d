import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guild, pathOf, type Served, serve } from "./served.ts";

let served: Served;
let secretLink = "";
let openLink = "";

beforeAll(async () => {
  served = await serve();
  secretLink = pathOf(served.signed.passage(passageOf("secret"), guild) ?? "");
  openLink = pathOf(served.signed.passage(passageOf("bridge"), undefined) ?? "");
});
afterAll(() => served.close());

function passageOf(documentKey: string) {
  const passage = { documentKey, paragraph: 2, kind: "text" as const, range: { start: 0, end: 1 } };
  return {
    passage: {
      ...passage,
      bytes: passage.range,
      sentences: [],
      headingPath: [],
      context: { headings: [], leadIns: [] },
    },
    fingerprint: "000000000000",
  };
}

function accessOf(link: string): string {
  return new URLSearchParams(link.split("?")[1]).get("access") ?? "";
}

describe("a signed link", () => {
  it("opens its document, and the page is kept by nobody", async () => {
    const response = await served.get(secretLink);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("Kolibri");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("stays short enough for a button", () => {
    expect(served.signed.passage(passageOf("k".repeat(60)), guild)?.length).toBeLessThan(300);
    expect(served.signed.passage(passageOf("k".repeat(600)), guild)).toBeUndefined();
  });

  it("cannot be got past", async () => {
    const access = accessOf(secretLink);
    const open = accessOf(openLink);
    const otherGuild = pathOf(served.signed.passage(passageOf("secret"), "999999999999999999") ?? "");
    const noGuild = pathOf(served.signed.passage(passageOf("secret"), undefined) ?? "");
    const attempts = [
      "/d/secret",
      "/d/secret?access=",
      `/d/secret?access=${open}`,
      `/d/secret?access=${access.replace(guild, "")}`,
      `/d/secret?access=${access.replace(/^d/, "e")}`,
      `/d/secret?access=${access.slice(0, -1)}`,
      otherGuild,
      noGuild,
      "/d/SECRET",
      "/d/secret.txt",
      `/d/secret.txt?access=${open}`,
      `/d/bridge?access=${open}&c=secret:2`,
      `/d/bridge?access=${open}&q=Kolibri`,
      `/c/secret:2?access=${open}`,
      `/ask?q=Kennwort&access=${access}`,
      `/search?q=Kolibri&access=${access}`,
      `/search?q=Kolibri&access=${open}`,
      `/api/ask?q=Kennwort+des+Tresors&access=${open}`,
      `/api/search?q=Kolibri`,
      `/api/citation/secret:2?access=${open}`,
      `/d/secret/file?access=${open}`,
      `/?access=${access}`,
      "/",
    ];
    for (const attempt of attempts) {
      const { html } = await served.page(attempt);
      expect(html.includes("lautet Kolibri") || html.includes("Geheim"), attempt).toBe(false);
    }
    for (const attempt of ["/d/secret", "/", `/ask?q=Kennwort&access=${access}`, `/search?q=Kolibri&access=${open}`]) {
      expect((await served.page(attempt)).status, attempt).toBe(403);
    }
  });

  it("opens no other document, not even by a citation inside", async () => {
    const access = accessOf(secretLink);
    expect((await served.page(`/d/bridge?access=${access}`)).status).toBe(403);
    expect((await served.page(`/d/secret?access=${access}&c=bridge:2`)).html).not.toContain("1893");
  });
});

describe("requests", () => {
  it("for another host are turned away", async () => {
    const response = await new Promise<number>((resolve, reject) => {
      import("node:http").then(({ get }) => {
        get(`${served.base}/`, { headers: { host: "attacker.example" } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        }).on("error", reject);
      }, reject);
    });
    expect(response).toBe(421);
  });

  it("are limited by address, style sheets left out", async () => {
    const busy = await serve({ READER_PUBLIC: "true", READER_REQUESTS_PER_MINUTE: "3" });
    try {
      const statuses: number[] = [];
      for (let turn = 0; turn < 5; turn++) statuses.push((await busy.page("/")).status);
      expect(statuses).toEqual([200, 200, 200, 429, 429]);
      expect((await busy.get("/assets/style.css")).status).toBe(200);
      expect((await busy.get("/")).headers.get("retry-after")).toMatch(/^\d+$/);
    } finally {
      await busy.close();
    }
  });
});

describe("documents that are open to everybody", () => {
  it("hide what is not", async () => {
    const open = await serve({ READER_PUBLIC: "true" });
    try {
      expect((await open.page("/")).html).not.toContain("Geheim");
      expect((await open.page("/d/secret")).status).toBe(404);
      expect((await open.page("/search?q=Kolibri")).html).not.toContain("lautet");
    } finally {
      await open.close();
    }
  });
});
