import { defaultTreeAdapter as adapter, type DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => adapter.isElementNode(node);

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

/** The text of a text node; null for everything else. */
export function textOf(node: Node): string | null {
  return adapter.isTextNode(node) ? node.value : null;
}

export function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

/** What is no text of the page: code, and the readings over kanji, which Excel's and Word's papers keep to themselves too. */
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'head', 'rt', 'rp', 'iframe', 'object', 'audio', 'video', 'canvas', 'datalist', 'map']);

/** True for elements that the page shows nothing of. */
export function isUnseen(element: Element): boolean {
  if (UNSEEN.has(element.tagName) || attributeOf(element, 'hidden') !== undefined) return true;
  const style = attributeOf(element, 'style');
  return style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style);
}

/**
 * Goes through a tree from top to bottom without recursion, for pages nest as deep as they like.
 * @param enter returns false to pass over what is inside an element; its end is not told then.
 */
export function walk(root: Node, enter: (node: Node) => boolean, leave: (node: Node) => void): void {
  const stack: { node: Node; next: number }[] = [{ node: root, next: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const child = childrenOf(top.node)[top.next];
    top.next += 1;
    if (child === undefined) {
      stack.pop();
      if (top.node !== root) leave(top.node);
    } else if (enter(child)) stack.push({ node: child, next: 0 });
  }
}
