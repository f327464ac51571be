import { readXml, XmlError } from '../xml.ts';

/** An element with its local name: writers are free in their prefixes, and strict and transitional files differ in namespaces only. */
export type XmlNode = {
  name: string;
  /** Names as written, prefix included: read them with `attribute`. */
  attributes: Readonly<Record<string, string>>;
  children: (XmlNode | string)[];
};

/** Parts of a Word file that say nothing of its text, however many there are. */
const PASSED_OVER = new Set([
  'bookmarkStart', 'bookmarkEnd', 'proofErr', 'lastRenderedPageBreak', 'binData', 'latentStyles', 'rsids', 'commentRangeStart', 'commentRangeEnd',
  'pPrChange', 'rPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange', 'sectPrChange', 'tblGridChange', 'tblPrExChange', 'numberingChange',
]);
/** The elements whose character data is text; elsewhere it is layout (`posOffset`) or white space. */
const TEXT_HOLDERS = new Set(['t', 'delText', 'instrText', 'v']);
/** A long chapter in one table has some 100,000 elements; a tree far larger is made to fill the memory. */
const MOST_ELEMENTS = 600_000;

export type TreeReading = {
  /**
   * Is offered each element as it ends, and says whether it took it: such a one is left out of the tree, so that a long
   * body never stands in memory as a whole.
   */
  take?: (node: XmlNode, parent: string) => boolean;
  /** Told now and then that reading gets on. */
  alive?: () => void;
};

/**
 * Reads a part of a Word file as a tree of what matters in it.
 * @throws XmlError
 */
export function readTree(bytes: Uint8Array, { take = () => false, alive = () => {} }: TreeReading = {}): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] };
  const open: XmlNode[] = [root];
  let passedOver = 0;
  let held = 0;
  readXml(bytes, {
    alive,
    open({ name, attributes }) {
      const local = localName(name);
      if (passedOver > 0 || PASSED_OVER.has(local)) {
        passedOver += 1;
        return;
      }
      held += 1;
      if (held > MOST_ELEMENTS) throw new XmlError(`more than ${MOST_ELEMENTS} elements in one tree`, 'paper-too-intricate');
      open.push({ name: local, attributes, children: [] });
    },
    text(text) {
      const at = open.at(-1);
      if (passedOver === 0 && at && TEXT_HOLDERS.has(at.name)) at.children.push(text);
    },
    close() {
      if (passedOver > 0) {
        passedOver -= 1;
        return;
      }
      const node = open.pop();
      const parent = open.at(-1);
      if (!node || !parent) return;
      if (take(node, parent.name)) held = open.length;
      else parent.children.push(node);
    },
  });
  return root;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of an attribute by its local name; of w:id and r:id the first, unless a prefix is asked for. */
export function attribute(node: XmlNode | undefined, name: string, prefix = 'w'): string | undefined {
  if (!node) return undefined;
  const usual = node.attributes[`${prefix}:${name}`];
  if (usual !== undefined) return usual;
  const key = Object.keys(node.attributes).find((each) => localName(each) === name);
  return key === undefined ? undefined : node.attributes[key];
}

export function numberIn(node: XmlNode | undefined, name = 'val'): number | undefined {
  const value = Number.parseInt(attribute(node, name) ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
}

/** A switch such as <w:vanish/>: on unless it says otherwise; undefined where it is not there. */
export function isOn(node: XmlNode | undefined): boolean | undefined {
  return node && !['0', 'false', 'off', 'none'].includes(attribute(node, 'val') ?? '');
}

export function elements(node: XmlNode | undefined): XmlNode[] {
  return node?.children.filter((child) => typeof child !== 'string') ?? [];
}

export function child(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  let at = node;
  for (const name of path) at = elements(at).find((each) => each.name === name);
  return at;
}

/** All elements of a name below one, in order, without those inside each other. */
export function descendants(node: XmlNode | undefined, name: string): XmlNode[] {
  return elements(node).flatMap((each) => (each.name === name ? [each] : descendants(each, name)));
}

export function textOf(node: XmlNode): string {
  return node.children.map((each) => (typeof each === 'string' ? each : textOf(each))).join('');
}
