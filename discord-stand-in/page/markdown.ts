/** Discord's Markdown as HTML, as far as the bot writes it: bold, italic, code, small print, headings, quotes, links, escapes. */
export function markdownToHtml(source: string): string {
  const blocks: string[] = [];
  const lines = source.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.startsWith("```")) {
      const end = lines.findIndex((other, index) => index > at && other.startsWith("```"));
      blocks.push(`<pre>${escapeHtml(lines.slice(at + 1, end).join("\n"))}</pre>`);
      at = end < 0 ? lines.length : end;
    } else if (/^> ?/.test(line)) {
      let end = at;
      while (/^> ?/.test(lines[end] ?? "")) end++;
      const quoted = lines.slice(at, end).map((each) => inline(each.replace(/^> ?/, "")));
      blocks.push(`<div class="quote"><div class="bar"></div><blockquote>${quoted.join("<br>")}</blockquote></div>`);
      at = end - 1;
    } else if (line.startsWith("-# ")) blocks.push(`<small>${inline(line.slice(3))}</small>`);
    else if (/^#{1,3} /.test(line)) {
      const level = line.indexOf(" ");
      blocks.push(`<h${level}>${inline(line.slice(level + 1))}</h${level}>`);
    } else blocks.push(line === "" ? "<br>" : `<p>${inline(line)}</p>`);
  }
  return blocks.join("");
}

const marks: readonly (readonly [mark: string, tag: string])[] = [
  ["**", "strong"],
  ["__", "u"],
  ["~~", "s"],
  ["*", "em"],
  ["_", "em"],
];

function inline(text: string): string {
  let html = "";
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const escaped = /^\\([^0-9A-Za-z\s])/u.exec(rest);
    const code = /^`([^`]+)`/.exec(rest);
    const link = /^\[([^\]]+)\]\((https?:[^)\s]+)\)/.exec(rest);
    const mention = /^<([@#])[!&]?\d+>/.exec(rest);
    const opened = marks.find(([mark]) => rest.startsWith(mark) && closing(rest, mark) > 0);
    if (escaped) {
      html += escapeHtml(escaped[1] ?? "");
      at += escaped[0].length;
    } else if (code) {
      html += `<code>${escapeHtml(code[1] ?? "")}</code>`;
      at += code[0].length;
    } else if (link) {
      html += `<a>${inline(link[1] ?? "")}</a>`;
      at += link[0].length;
    } else if (mention) {
      html += `<a>${mention[1]}Fundstelle</a>`;
      at += mention[0].length;
    } else if (opened) {
      const [mark, tag] = opened;
      const end = closing(rest, mark);
      html += `<${tag}>${inline(rest.slice(mark.length, end))}</${tag}>`;
      at += end + mark.length;
    } else {
      html += escapeHtml(text.charAt(at));
      at++;
    }
  }
  return html;
}

/** Where the same mark comes again, escaped ones passed over; -1 where it does not. */
function closing(text: string, mark: string): number {
  for (let at = mark.length + 1; at <= text.length - mark.length; at++) {
    if (text.charAt(at - 1) === "\\") continue;
    if (text.startsWith(mark, at)) return at;
  }
  return -1;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
