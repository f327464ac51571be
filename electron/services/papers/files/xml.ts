import { SaxesParser } from 'saxes';

/** An element as it begins: names as written, prefix included (w:p), for Office files always write the same prefixes. */
export type XmlElement = { name: string; attributes: Readonly<Record<string, string>> };

export type XmlHandlers = {
  open?: (element: XmlElement) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** Office files nest some tens of elements; far more is made to break a reader. */
const DEEPEST = 400;

/** The XML is broken, nested beyond reason, or declares entities of its own. */
export class XmlError extends Error {}

/**
 * Reads XML from its beginning to its end, telling the handlers of every element and text in order.
 * Entities beyond XML's five are refused with their declaration, so none can be expanded.
 * @throws XmlError
 */
export function readXml(bytes: Uint8Array, { open, text, close }: XmlHandlers): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => { throw new XmlError(error.message); });
  parser.on('doctype', () => { throw new XmlError('a document type is declared'); });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) throw new XmlError(`elements nested more than ${DEEPEST} deep`);
    open?.({ name, attributes });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close?.(name);
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.write(decode(bytes)).close();
}

/** XML is UTF-8 unless its first bytes say UTF-16. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
