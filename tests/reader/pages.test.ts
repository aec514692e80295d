import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "./served.ts";

let served: Served;
beforeAll(async () => {
  served = await serve({ READER_PUBLIC: "true" });
});
afterAll(() => served.close());

describe("pages", () => {
  it("answer a question with the passage, its sentence marked, and lead to it", async () => {
    const { status, html } = await served.page("/ask?q=Wann+wurde+die+Br%C3%BCcke+gebaut%3F");
    expect(status).toBe(200);
    expect(html).toContain('<mark class="sentence">Die Brücke über den Fluss wurde 1893 gebaut.');
    const address = /href="([^"]*\/d\/bridge\?c=[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const opened = await served.page(address);
    expect(opened.status).toBe(200);
    expect(opened.html).toContain('<span id="cited"></span>');
    expect(opened.html).toContain("sentence");
  });

  it("say that the documents have no answer", async () => {
    const { html } = await served.page("/ask?q=Wie+hoch+ist+der+Eiffelturm%3F", { "accept-language": "de" });
    expect(html).toContain("Darauf steht in den Dokumenten keine Antwort.");
    expect(html).not.toContain("<mark");
  });

  it("show headings, tables, nested lists and code as such", async () => {
    const { html } = await served.page("/d/bridge");
    const flat = html.replace(/\s*\n\s*/g, "");
    expect(flat).toContain("<h2>Die Brücke</h2>");
    expect(flat).toContain('<th scope="col">Teil</th><th scope="col">Länge</th>');
    expect(flat).toContain("<td>Bogen</td><td>40 m</td><td>Stein</td>");
    expect(flat).toContain("<li>- ein Bogen".replace("- ", ""));
    expect(flat).toMatch(/<li>ein Bogen<ul class="plain"><li>aus rotem Stein<\/li><\/ul><\/li>/);
    expect(flat).toContain("<code>brücke --länge 62</code>");
    expect(flat).not.toContain("**1893**");
  });

  it("never take a document's words for markup", async () => {
    for (const address of ["/", "/d/hostile", "/search?q=Zeile", "/ask?q=Was+steht+in+der+Zeile%3F"]) {
      const { html } = await served.page(address);
      expect(html).not.toMatch(/<script>alert|<img/);
    }
    const { html } = await served.page(`/search?q=${encodeURIComponent('"><script>alert(3)</script>')}`);
    expect(html).not.toContain("<script>alert");
  });

  it("find a passage although it is named by a citation alone, and say what became of it", async () => {
    const { html } = await served.page("/api/search?q=Fluss");
    const { citation, fingerprint } = JSON.parse(html).hits[0];
    const redirected = await served.get(`/c/${citation}@${fingerprint}`);
    expect(redirected.status).toBe(303);
    const followed = await served.page(redirected.headers.get("location") ?? "");
    expect(followed.html).toContain('class="state unchanged"');
    const changed = await served.page(`/d/bridge?c=${citation}@000000000000`);
    expect(changed.html).toContain('class="state changed"');
    expect((await served.page("/c/nowhere:3@000000000000")).status).toBe(303);
    expect((await served.page("/d/nowhere?c=nowhere:3@000000000000")).status).toBe(404);
    expect((await served.page("/c/nothing")).status).toBe(404);
  });

  it("lead from hit to hit in the order of the text", async () => {
    const { html } = await served.page("/d/bridge?c=bridge:2&q=Br%C3%BCcke+Bogen");
    expect(html).toMatch(/<a rel="next" href="[^"]*\/d\/bridge\?c=bridge%3A/);
  });

  it("speak German or English", async () => {
    expect((await served.page("/", { "accept-language": "de-AT,en;q=0.5" })).html).toContain('<html lang="de">');
    expect((await served.page("/", { "accept-language": "fr,en;q=0.5" })).html).toContain('<html lang="en">');
  });

  it("send headers that keep everything foreign out, and refuse what they do not know", async () => {
    const response = await served.get("/");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("x-robots-tag")).toContain("noindex");
    expect(response.headers.get("set-cookie")).toBeNull();
    expect((await served.page("/assets/../package.json")).status).toBe(404);
    expect((await served.page("/assets/constructor")).status).toBe(404);
    expect((await fetch(`${served.base}/ask`, { method: "POST", body: "q=x" })).status).toBe(405);
    expect((await served.page(`/ask?q=${"x".repeat(9000)}`)).status).toBe(414);
    expect((await served.page("/ask?q=")).status).toBe(400);
    expect(served.failures).toEqual([]);
  });
});
