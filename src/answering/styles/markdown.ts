import { authorsOf, dateOf, known, placeInDocument, titleOf } from "./facts.ts";
import type { ReferenceStyle } from "./style.ts";

/** The quote with its source below, as a block quote. */
export const markdown: ReferenceStyle = {
  name: "markdown",
  aliases: ["md"],
  description: { de: "Markdown, mit Zitat", en: "Markdown, with the quote" },
  render(reference, locale) {
    const { quote, citation } = reference;
    const title = escapeMarkdown(titleOf(reference));
    const link = reference.link ?? known(reference.url);
    const facts = [
      escapedFact(authorsOf(reference, locale)),
      link === undefined ? title : `[${title}](<${inLink(link)}>)`,
      escapedFact(reference.publisher),
      dateOf(reference, locale),
      placeInDocument(reference, locale),
    ].filter((fact) => fact !== undefined);
    const lines = quote.toWellFormed().split(/\r\n|[\n\r\u2028\u2029]/);
    return [...lines.map(escapeLine), "", `— ${facts.join(", ")} (\`${citation}\`)`]
      .map((line) => `> ${line}`.trimEnd())
      .join("\n");
  },
  join: (written) => written.join("\n\n"),
};

function escapedFact(fact: string | undefined): string | undefined {
  const shown = known(fact);
  return shown === undefined ? undefined : escapeMarkdown(shown);
}

/** A text so that its characters are shown and no markup comes to life. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&$]/g, "\\$&");
}

/** The same for what stands at the beginning of a line, where lists begin. */
function escapeLine(line: string): string {
  return escapeMarkdown(line.trim())
    .replace(/^([-+=])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

function inLink(url: string): string {
  return url.replace(/[<>\\\s]/g, (character) => encodeURIComponent(character));
}
