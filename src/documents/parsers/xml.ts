import { DOMParser } from "linkedom";

/** The part of an XML document that reading an Office file needs. Names have the usual prefixes. */
export interface XmlNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: XmlNode | null;
  readonly nextSibling: XmlNode | null;
  readonly parentNode: XmlElement | null;
}

export interface XmlElement extends XmlNode {
  /** With its prefix: `w:p`. */
  readonly tagName: string;
  readonly getAttribute: (name: string) => string | null;
  readonly setAttribute: (name: string, value: string) => unknown;
  readonly appendChild: (node: XmlNode) => unknown;
  readonly insertBefore: (node: XmlNode, before: XmlNode | null) => unknown;
  readonly removeChild: (node: XmlNode) => unknown;
}

export interface XmlDocument {
  readonly documentElement: XmlElement;
  readonly createElement: (name: string) => XmlElement;
  readonly createTextNode: (text: string) => XmlNode;
  readonly toString: () => string;
}

const elementType = 1;
const textType = 3;
/** Text that stands between `<![CDATA[` and `]]>`. */
const characterDataType = 4;

/** Reads an XML part; what is not well formed is read as far as it goes. */
export function parseXml(bytes: Uint8Array): XmlDocument {
  return new DOMParser().parseFromString(withUsualPrefixes(xmlText(bytes)), "text/xml");
}

/** The prefixes that Office files usually give to their namespaces; the last step of an address tells them apart. */
const usualPrefixes: readonly (readonly [RegExp, string])[] = [
  [/\/spreadsheetml\/(?:2006\/)?main$/, ""],
  [/\/package\/2006\/relationships$/, ""],
  [/\/wordprocessingml\/(?:2006\/)?main$/, "w"],
  [/\/presentationml\/(?:2006\/)?main$/, "p"],
  [/\/drawingml\/(?:2006\/)?main$/, "a"],
  [/\/drawingml\/(?:2006\/)?spreadsheetDrawing$/i, "xdr"],
  [/\/drawingml\/(?:2006\/)?chart$/, "c"],
  [/\/officeDocument\/(?:2006\/)?relationships$/, "r"],
  [/\/officeDocument\/(?:2006\/)?math$/, "m"],
];

/** Some programs call the namespaces otherwise: their elements get the names by which all others go. */
function withUsualPrefixes(xml: string): string {
  let text = xml;
  for (const [, prefix = "", address = ""] of xml
    .slice(0, 20_000)
    .matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"']+)["']/g)) {
    const usual = usualPrefixes.find(([pattern]) => pattern.test(address))?.[1];
    if (usual === undefined || usual === prefix) continue;
    const name = prefix.replace(/[.]/g, "\\.");
    const own = usual === "" ? "" : `${usual}:`;
    text = text
      .replace(new RegExp(`(</?)${name}:`, "g"), `$1${own}`)
      .replace(new RegExp(`(\\s)${name}:(?=[\\w.-]+\\s*=)`, "g"), `$1${own}`)
      .replace(new RegExp(`(\\sxmlns):${name}(?=\\s*=)`, "g"), usual === "" ? "$1" : `$1:${usual}`);
  }
  return text;
}

/** Parts are UTF-8 or, with a mark, UTF-16. */
function xmlText(bytes: Uint8Array): string {
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isBig ? "utf-16be" : isLittle ? "utf-16le" : "utf-8").decode(bytes);
}

export function isXmlElement(node: XmlNode): node is XmlElement {
  return node.nodeType === elementType;
}

export function childElements(element: XmlElement | undefined, name?: string): XmlElement[] {
  const children: XmlElement[] = [];
  for (let node = element?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (isXmlElement(node) && (name === undefined || node.tagName === name)) children.push(node);
  }
  return children;
}

/** The first child of the name, and of each further name the first child in that. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = element;
  for (const name of path) at = childElements(at, name)[0];
  return at;
}

/** All elements of these names below one, in order; without recursion, for files nest as they like. */
export function elementsIn(root: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  const wanted = new Set(names);
  const found: XmlElement[] = [];
  walkXml(root, (element) => {
    if (wanted.has(element.tagName)) found.push(element);
    return true;
  });
  return found;
}

/**
 * Visits the elements and texts below one, in order.
 * @param enter whether to go into the element
 */
export function walkXml(
  root: XmlElement | undefined,
  enter: (element: XmlElement) => boolean,
  text: (text: string) => void = () => undefined,
  leave: (element: XmlElement) => void = () => undefined,
): void {
  const open: XmlElement[] = [];
  let node = root?.firstChild ?? null;
  while (node !== null) {
    if (isXmlElement(node)) {
      if (enter(node)) {
        if (node.firstChild !== null) {
          open.push(node);
          node = node.firstChild;
          continue;
        }
        leave(node);
      }
    } else if (node.nodeType === textType || node.nodeType === characterDataType) {
      text(node.textContent ?? "");
    }
    let next: XmlNode | null = node.nextSibling;
    while (next === null) {
      const parent = open.pop();
      if (parent === undefined) return;
      leave(parent);
      next = parent.nextSibling;
    }
    node = next;
  }
}

/** Takes an element out of its document. */
export function removeElement(element: XmlElement): void {
  element.parentNode?.removeChild(element);
}

/** Whether elements of an XML document lie in more than so many others. */
export function nestsDeeperThan(limit: number, xml: Uint8Array): boolean {
  let depth = 0;
  // The bytes that matter here are the same in every encoding that Office files use.
  const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString("latin1");
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) {
    const next = text.charAt(at + 1);
    if (next === "/") depth -= 1;
    else if (next !== "!" && next !== "?") {
      const end = text.indexOf(">", at);
      if (end < 0) break;
      if (text.charAt(end - 1) !== "/") depth += 1;
      at = end;
    }
    if (depth > limit) return true;
  }
  return false;
}
