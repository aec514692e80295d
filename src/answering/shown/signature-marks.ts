import { shortcodesIn } from "../../documents/parsers/markdown/shortcodes.ts";

/** Lines that say how the text around them is shown, and nothing else. */
const whole: readonly RegExp[] = [
  /^(?::{3,}|`{3,}|~{3,})[ \t]*[\w-]*[ \t]*(?:\{(?![^{}]*\btitle=")[^{}]*\})?$/,
  /^(?::{3,}|`{3,}|~{3,})[ \t]*\{(?:figure|image|grid|grid-item|tab-set|margin)\}[ \t].*$/,
  /^\{[:#][^{}]*\}$/,
  /^(?:!!!|\?\?\?)\+?[ \t]+[\w-]+(?:[ \t]+[\w-]+)*(?:[ \t]+"[^"\p{L}\p{N}]*")?$/u,
  /^\[![\w-]+(?:\|[^[\]\n]*)?\][+-]?$/,
  /^;?-{1,2}8<-{1,2}(?:[ \t].*)?$/,
  /^<<<[ \t]+\S.*$/,
  /^\{%(?![^%]*[\w-]+=["'][^"']*\p{L}).*%\}$/u,
];
/** The same with the words of a title or a tab: what stands before and behind them is not shown. */
const titled: readonly RegExp[] = [
  /^((?::{3,}|`{3,}|~{3,})[ \t]*\{(?!(?:figure|image|grid|grid-item|tab-set|margin)\})[\w:-]+\}[ \t]+)(\S.*)($)/u,
  /^(:{3,}[ \t]*\{[^{}]*\btitle=")([^"{}]*[\p{L}\p{N}][^"{}]*)("[^{}]*\}$)/u,
  /^((?:!!!|\?\?\?)\+?[ \t]+[\w-]+(?:[ \t]+[\w-]+)*[ \t]+")([^"]*[\p{L}\p{N}][^"]*)("$)/u,
  /^(===[+!]?[ \t]+")([^"]*[\p{L}\p{N}][^"]*)("$)/u,
  /^(:{3,}[ \t]*[\w-]+(?:[ \t]+|\[))([^\s{}[\]][^{}[\]]*?)(\]?[ \t]*(?:\{[^{}]*\})?$)/u,
  /^(\[![\w-]+(?:\|[^[\]\n]*)?\][+-]?[ \t]+)(\S.*)($)/u,
];

/**
 * The parts of a directive's line in Markdown (such as `:::tip[Title]`) that are not shown.
 * @returns how many characters at its beginning and at its end; undefined where it is no such line
 */
export function signatureOf(line: string): { readonly before: number; readonly after: number } | undefined {
  const bare = line.replace(/^[ \t>]+/, "");
  const lead = line.length - bare.length;
  const words = bare.trimEnd();
  for (const pattern of titled) {
    const [, before, , after] = pattern.exec(words) ?? [];
    if (before !== undefined && after !== undefined) {
      return { before: lead + before.length, after: after.length + bare.length - words.length };
    }
  }
  const isAll = isShortcodesAlone(words) || whole.some((pattern) => pattern.test(words));
  return isAll ? { before: line.length, after: 0 } : undefined;
}

/** Marks of Hugo by themselves that say nothing: "{{< youtube id >}}", "{{% /notice %}}". */
function isShortcodesAlone(words: string): boolean {
  const found = shortcodesIn(words, { start: 0, end: words.length });
  if (found.length === 0 || found.some(({ title, words: said }) => title !== undefined || said !== undefined))
    return false;
  const gaps = [0, ...found.map(({ end }) => end)].map((from, i) => words.slice(from, found[i]?.start));
  return gaps.every((gap) => gap.trim() === "");
}
