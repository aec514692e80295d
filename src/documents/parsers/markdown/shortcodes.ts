import type { TextRange } from "../../document.ts";

/** A mark of Hugo or Liquid in a text: "{{< tab "Linux" >}}", "{% endtab %}", "{% include note.html content="…" %}". */
export interface Shortcode extends TextRange {
  /** In lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  /** What a reader sees as the title of what stands in it. */
  readonly title?: TextRange;
  /** Words that a reader sees at its place: of a term, or the caption of a picture. */
  readonly words?: TextRange & { readonly isCaption: boolean };
}

const token =
  /\{\{([<%])[ \t]*(\/?)[ \t]*([\w./-]+)((?:"[^"]*"|“[^”]*”|`[^`]*`|(?![>%]\}\})[^{}"“`]){0,1000}?)[ \t]*\/?[>%]\}\}|\{%-?[ \t]*(end)?([\w-]+)((?:"[^"]*"|'[^']*'|(?!%\})[^{}"']){0,1000}?)-?%\}/gsu;
/** What stands between an opening and a closing mark, with a title perhaps; of all others only some say anything. */
const boxes =
  /^(?:tabs?|tabitem|tab-item|tabpane|codetabs?|notice|note|tip|warning|caution|important|danger|info|details|expand|collapse|accordion|accordion-item|admonition|callout|hint|alert|panel|card|cards|columns?|steps?|stepper|blockquote|quote|sidenote|hidden|spoiler|content-ref|example|feature-state|table|highlight|code|raw|if|for|unless|capture|comment|embed|filetree|pageinfo|lead|blocks\/\w+)$/;
/** Their title may stand in quotes behind their name. */
const named = /^(?:tab|tabitem|tab-item|details|expand|collapse|accordion|accordion-item|card|spoiler)$/;
/** Their kind may stand there as well. */
const ofKinds = /^(?:notice|admonition|callout|hint|alert|panel|blockquote)$/;
const picture = /^(?:figure|image|img|imgproc|picture|video|gallery|figure-dynamic-width)$/;
const value = (names: string): RegExp =>
  new RegExp(`(?:^|[\\s,])(?:${names})\\s*[=:]\\s*(?:"([^"]*)"|“([^”]*)”|'([^']*)'|\`([^\`]*)\`)`, "iu");
const title = value("title|header|heading|summary|label|name");
/** What most says, first. */
const captions = [value("caption"), value("title"), value("alt")];
const spoken = value("text|content|tooltip|version");
/** All that stands behind their name is read: a key, a version. */
const read = /^(?:kbd|new-in|deprecated-in|since)$/;
/** Pictures of a font, which say nothing. */
const icon = /^(?:icons?|fa|fas|far|fab|fontawesome|iconify|bi|octicon)$/;
/** In quotes where nothing says what they are: alone, or behind the kind of a box. */
const first = /^\s*(?:"([^"]*)"|“([^”]*)”)/u;
const second = /^\s*(?:[\w-]+|"[\w-]+"|“[\w-]+”)[\s,]+(?:"([^"]*)"|“([^”]*)”)/u;
const kindOfBox =
  /^(?:note|info|tip|hint|warning|caution|danger|error|important|success|example|question|quote|abstract|bug|failure|primary|secondary|light|dark|[\w-]+-[\w-]+)$/iu;

/** All of a range, in their order; one that is commented out, to be read as it is written, is none. */
export function shortcodesIn(text: string, range: TextRange): Shortcode[] {
  const words = text.slice(range.start, range.end);
  if (!words.includes("{{") && !words.includes("{%")) return [];
  return [...words.matchAll(token)].map(({ 0: whole, index, ...groups }): Shortcode => {
    const [slash, inHugo, ofHugo, end, inLiquid, ofLiquid] = [
      groups[2],
      groups[3],
      groups[4],
      groups[5],
      groups[6],
      groups[7],
    ];
    const name = (inHugo ?? inLiquid ?? "").toLowerCase();
    const args = ofHugo ?? ofLiquid ?? "";
    const start = range.start + index;
    const place = { start, end: start + whole.length, name, isClosing: slash === "/" || end !== undefined };
    if (place.isClosing || args === "") return place;
    const at = start + whole.indexOf(args, whole.indexOf(inHugo ?? inLiquid ?? "") + name.length);
    if (boxes.test(name)) {
      const own = rangeOf(title, args, at) ?? positional(name, args, at);
      return own === undefined ? place : { ...place, title: own };
    }
    if (read.test(name)) {
      const words = /^[ \t]*(.*?)[ \t]*$/su.exec(args)?.[1] ?? "";
      const from = at + args.indexOf(words);
      return words === "" ? place : { ...place, words: { start: from, end: from + words.length, isCaption: false } };
    }
    const isPicture = picture.test(name) || (name === "include" && /^\s*(?:figure|image|img|picture)/u.test(args));
    const said = isPicture
      ? captions.map((pattern) => rangeOf(pattern, args, at)).find((range) => range !== undefined)
      : rangeOf(spoken, args, at);
    return said === undefined ? place : { ...place, words: { ...said, isCaption: isPicture } };
  });
}

/** Whether it shows a small picture, and no words. */
export function isIcon({ name }: Shortcode): boolean {
  return icon.test(name);
}

/** Whether it only says how text is made, and parts no words: "{% raw %}". */
export function isSilent({ name }: Shortcode): boolean {
  return /^(?:raw|if|for|unless|capture|comment|code|highlight)$/.test(name);
}

/** Whether it stands around other text, or heads it. */
export function isBox({ name, isClosing }: Shortcode): boolean {
  return isClosing || boxes.test(name);
}

function positional(name: string, args: string, at: number): TextRange | undefined {
  const behind = named.test(name) ? undefined : rangeOf(second, args, at);
  if (behind !== undefined) return behind;
  const alone = rangeOf(first, args, at);
  const words = alone === undefined ? "" : args.slice(alone.start - at, alone.end - at);
  return named.test(name) || (ofKinds.test(name) && !kindOfBox.test(words)) ? alone : undefined;
}

/** Where the words of a match stand that a reader sees; undefined where it has none. */
function rangeOf(pattern: RegExp, args: string, at: number): TextRange | undefined {
  const match = pattern.exec(args);
  const words = match?.slice(1).find((group) => group !== undefined);
  if (match === null || words === undefined || !/[\p{L}\p{N}]/u.test(words)) return undefined;
  const start = at + match.index + match[0].lastIndexOf(words);
  return { start, end: start + words.length };
}
