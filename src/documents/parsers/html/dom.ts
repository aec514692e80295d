/** The part of the document object model that reading a page needs. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly previousSibling: HtmlNode | null;
  readonly parentNode: HtmlParent | null;
}

export interface HtmlParent extends HtmlNode {
  readonly insertBefore: (node: HtmlNode, before: HtmlNode) => unknown;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  readonly getAttribute: (name: string) => string | null;
  readonly setAttribute: (name: string, value: string) => void;
  readonly removeAttribute: (name: string) => void;
  readonly appendChild: (node: HtmlNode) => unknown;
  readonly insertBefore: (node: HtmlNode, before: HtmlNode) => unknown;
  readonly remove: () => void;
  readonly querySelector: (selector: string) => HtmlElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<HtmlElement>;
}

export interface HtmlPage extends Pick<HtmlElement, "querySelector" | "querySelectorAll"> {
  readonly documentElement: HtmlElement;
  readonly body: HtmlElement;
  readonly createElement: (name: string) => HtmlElement;
  readonly createTextNode: (text: string) => HtmlNode;
}

export interface HtmlVisitor {
  /** @returns whether to go into the element; `leave` is called for those gone into. */
  readonly enter: (element: HtmlElement) => boolean;
  readonly leave: (element: HtmlElement) => void;
  readonly text: (text: string) => void;
}

const elementType = 1;
const textType = 3;

/** Visits all nodes below one, in order and without recursion: pages nest as deep as they like. */
export function visit(root: HtmlElement, visitor: HtmlVisitor): void {
  let node: HtmlNode | null = root.firstChild;
  const open: HtmlElement[] = [];
  while (node !== null) {
    if (isElement(node) && visitor.enter(node)) {
      if (node.firstChild !== null) {
        open.push(node);
        node = node.firstChild;
        continue;
      }
      visitor.leave(node);
    } else if (isText(node)) {
      visitor.text(node.textContent ?? "");
    }
    let next: HtmlNode | null = node.nextSibling;
    while (next === null) {
      const parent = open.pop();
      if (parent === undefined) return;
      visitor.leave(parent);
      next = parent.nextSibling;
    }
    node = next;
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === elementType;
}

/** Whether a node is text, and no comment. */
export function isText(node: HtmlNode): boolean {
  return node.nodeType === textType;
}
