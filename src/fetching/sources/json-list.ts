/** A place in a text, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the elements of an object's list stand in valid JSON, so that one of them can be replaced and all else stays as somebody
 * wrote it.
 * @param name of the property of the outermost object
 * @returns the list with its brackets, and its elements; undefined where there is none
 */
export function findList(
  json: string,
  name: string,
): { readonly list: Range; readonly elements: readonly Range[] } | undefined {
  const open: number[] = [];
  const elements: Range[] = [];
  let key = "";
  let list: number | undefined;
  let element: number | undefined;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charAt(at);
    if (sign === '"') {
      const end = endOfString(json, at);
      if (open.length === 1) key = String(JSON.parse(json.slice(at, end)));
      at = end - 1;
    } else if (sign === "{" || sign === "[") {
      if (open.length === 1 && sign === "[" && key === name) list = at;
      if (list !== undefined && open.length === 2) element = at;
      open.push(at);
    } else if (sign === "}" || sign === "]") {
      open.pop();
      if (list === undefined) continue;
      if (open.length === 2 && element !== undefined) elements.push({ start: element, end: at + 1 });
      if (open.length === 1) return { list: { start: list, end: at + 1 }, elements };
    }
  }
  return undefined;
}

function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    const sign = json.charAt(at);
    if (sign === "\\") at += 1;
    else if (sign === '"') return at + 1;
  }
  return json.length;
}
