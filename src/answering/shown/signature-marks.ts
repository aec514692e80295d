/** Lines that say how the text around them is shown, and nothing else. */
const whole: readonly RegExp[] = [
  /^:{3,}[ \t]*[\w-]*[ \t]*(?:\{[^{}]*\})?$/,
  /^(?:!!!|\?\?\?)\+?[ \t]+[\w-]+$/,
  /^\[!\w+\]$/,
  /^\{%.*%\}$/,
];
/** The same with the words of a title or a tab: what stands before and behind them is not shown. */
const titled: readonly RegExp[] = [
  /^((?:!!!|\?\?\?)\+?[ \t]+[\w-]+(?:[ \t]+[\w-]+)*[ \t]+")([^"]*[\p{L}\p{N}][^"]*)("$)/u,
  /^(===[+!]?[ \t]+")([^"]*[\p{L}\p{N}][^"]*)("$)/u,
  /^(:{3,}[ \t]*[\w-]+(?:[ \t]+|\[))([^\s{}[\]][^{}[\]]*?)(\]?[ \t]*(?:\{[^{}]*\})?$)/u,
  /^(\[!\w+\][+-]?[ \t]+)(\S.*)($)/u,
  /^(\{\{[<%]\s*(?:tab|tabitem|notice|details|expand|accordion|admonition|callout|hint|alert|panel)\b[^"“”]*["“])([^"“”]*[\p{L}\p{N}][^"“”]*)(["”][^{}]*[%>]\}\}$)/iu,
  /^(\{%-?\s*(?:tab|details|accordion|admonition)\b[^"]*")([^"]*[\p{L}\p{N}][^"]*)("[^{}]*%\}$)/iu,
];
const shortcodes = /^(?:\{\{[<%](?:(?![<%]\}\}|[%>]\}\}).)*[%>]\}\}\s*)+$/;

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
  const isAll = shortcodes.test(words) || whole.some((pattern) => pattern.test(words));
  return isAll ? { before: line.length, after: 0 } : undefined;
}
