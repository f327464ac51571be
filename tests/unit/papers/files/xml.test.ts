import { describe, expect, it } from 'vitest';
import { XmlError, readXml } from '../../../../electron/services/papers/files/xml.ts';

const utf8 = (xml: string) => new TextEncoder().encode(xml);
const utf16 = (xml: string) => new Uint8Array(Uint16Array.from(`\uFEFF${xml}`, (c) => c.charCodeAt(0)).buffer);

function told(bytes: Uint8Array): string[] {
  const events: string[] = [];
  readXml(bytes, {
    open: ({ name, attributes }) => events.push(`<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}=${value}`).join('')}>`),
    text: (text) => events.push(text),
    close: (name) => events.push(`</${name}>`),
  });
  return events;
}

function codeOf(bytes: Uint8Array): string {
  try {
    readXml(bytes, {});
  } catch (error) {
    if (error instanceof XmlError) return error.code;
    throw error;
  }
  return 'read';
}

const XML = '<?xml version="1.0"?><w:p w:id="1"><w:t>区&amp;役所</w:t><![CDATA[<a>]]></w:p>';

describe('XML', () => {
  it.each([['UTF-8', utf8(XML)], ['UTF-8 with a mark', utf8(`\uFEFF${XML}`)], ['UTF-16', utf16(XML)]])('in %s is told in order', (_name, bytes) => {
    expect(told(bytes)).toEqual(['<w:p w:id=1>', '<w:t>', '区&役所', '</w:t>', '<a>', '</w:p>']);
  });

  it('longer than is read at a time comes whole, and tells that it gets on', () => {
    const text = '区役所の在り方'.repeat(100_000);
    let alive = 0;
    const texts: string[] = [];
    readXml(utf8(`<a>${text}</a>`), { text: (piece) => texts.push(piece), alive: () => { alive += 1; } });
    expect(texts.join('') === text).toBe(true);
    expect(alive).toBeGreaterThan(5);
  });

  it.each([
    ['of its own', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['that grow a billionfold', `<!DOCTYPE a [<!ENTITY a0 "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]><a>&a9;</a>`],
    ['from another file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['from another file, as parameters', '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>'],
    ['that nobody declared', '<a>&x;</a>'],
  ])('with entities %s is refused', (_name, xml) => {
    expect(codeOf(utf8(xml))).toBe('paper-damaged');
  });

  it.each([
    ['an open element', '<a><b></a>'], ['no element', ''], ['two roots', '<a/><b/>'], ['half a tag', '<a'], ['letters XML cannot hold', '<a>\u0001</a>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
  ])('with %s is refused', (_name, xml) => {
    expect(codeOf(utf8(xml))).toBe('paper-damaged');
  });

  it('nested beyond reason is refused as such', () => {
    expect(codeOf(utf8(`${'<a>'.repeat(300)}${'</a>'.repeat(300)}`))).toBe('read');
    expect(codeOf(utf8(`${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`))).toBe('paper-too-intricate');
  });

  it.each([
    ['an attribute', `<a b="${'x'.repeat(5_000_000)}"/>`],
    ['a name', `<${'x'.repeat(5_000_000)}/>`],
    ['a comment', `<a><!--${'x '.repeat(2_500_000)}--></a>`],
    ['white space', `<a ${' '.repeat(5_000_000)}/>`],
  ])('with %s of five million letters is read in its stride', (_name, xml) => {
    const started = performance.now();
    expect(codeOf(utf8(xml))).toBe('read');
    // Linear reading takes a fraction of a second, a quadratic one minutes.
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('with an element of 100,000 attributes is read in its stride', () => {
    const started = performance.now();
    expect(codeOf(utf8(`<a ${Array.from({ length: 100_000 }, (_, i) => `b${i}="1"`).join(' ')}/>`))).toBe('read');
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
