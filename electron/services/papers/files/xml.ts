import { SaxesParser } from 'saxes';

/** An element as it begins: names as written, prefix included (w:p), for Office files always write the same prefixes. */
export type XmlElement = { name: string; attributes: Readonly<Record<string, string>> };

export type XmlHandlers = {
  open?: (element: XmlElement) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
  /** Told now and then that reading gets on: a part of 60 MB takes seconds. */
  alive?: () => void;
};

/** Office files nest some tens of elements; far more is made to break a reader. */
const DEEPEST = 400;
/** Read at a time, in bytes: the text of a large part never stands in memory whole. */
const PIECE = 256 * 1024;

/** The XML is broken, nested beyond reason, or declares entities of its own. `code` is the refusal for the file it stands in. */
export class XmlError extends Error {
  readonly code: 'paper-damaged' | 'paper-too-intricate';

  constructor(message: string, code: XmlError['code'] = 'paper-damaged') {
    super(message);
    this.code = code;
  }
}

/**
 * Reads XML from its beginning to its end, telling the handlers of every element and text in order.
 * Entities beyond XML's five are refused with their declaration, so none can be expanded.
 * @throws XmlError
 */
export function readXml(bytes: Uint8Array, { open, text, close, alive }: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', (error) => { throw new XmlError(error.message); });
  parser.on('doctype', () => { throw new XmlError('a document type is declared'); });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) throw new XmlError(`elements nested more than ${DEEPEST} deep`, 'paper-too-intricate');
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
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += PIECE) {
    parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
    alive?.();
  }
  parser.write(decoder.decode()).close();
}

/** XML is UTF-8 unless its first bytes say UTF-16. */
function encodingOf([first, second]: Uint8Array): string {
  return first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
