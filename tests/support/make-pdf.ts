import { createHash } from 'node:crypto';
import Encoding from 'encoding-japanese';

/**
 * Writes small PDFs for tests, without a font or a tool: Japanese fonts are named, not embedded, as in old papers, and
 * each code is what its encoding makes of the letter.
 */
export type PdfFont =
  /** UniJIS-UCS2-H, UniJIS-UCS2-V, 90ms-RKSJ-H: the encodings that PDF names. */
  | 'unicode' | 'vertical' | 'shift-jis'
  /** UniJIS-UCS2-H in Gothic, where all others are Mincho. */
  | 'gothic'
  /** Codes of its own with a table that says which letter each is, and without one. */
  | 'own' | 'unreadable';

export type PdfText = {
  text: string;
  /** Where the text begins, in points from the top left of the page; `y` is its base line (vertical: the column's top). */
  x: number;
  y: number;
  size?: number;
  font?: PdfFont;
  /** Counter-clockwise, in degrees. */
  angle?: 0 | 90 | 180 | 270;
  /** Neither filled nor stroked, as the letters that a scanner's software puts over the picture. */
  invisible?: boolean;
  /** Added between letters, in points. */
  spacing?: number;
  /** Leaned, as programs do for want of a cursive font. */
  slanted?: boolean;
  /** Red, green and blue, from 0 to 1; else black. */
  colour?: [number, number, number];
};

export type PdfPage = {
  width?: number;
  height?: number;
  rotate?: 0 | 90 | 180 | 270;
  /** Left, top, right, bottom of what is shown, from the top left. */
  crop?: [number, number, number, number];
  texts?: readonly PdfText[];
  /** Fields of a form, filled in: left, top, right, bottom. */
  fields?: readonly { text: string; place: [number, number, number, number] }[];
  /** Ruling lines: x0, y0, x1, y1. */
  lines?: readonly [number, number, number, number][];
  /** Filled squares of four points, by their middle. */
  dots?: readonly [number, number][];
};

/** An element of the structure tree: its role, what it takes of a table, and the elements and texts in it. */
export type PdfTag = readonly [role: string, ...kids: (PdfTag | PdfText | { RowSpan: number } | { ColSpan: number })[]];

export type PdfOptions = {
  /** The tags of the texts, which are told by being the same objects. */
  tags?: PdfTag;
  /** Passwords: an empty `user` one lets everybody open the file. Only text in the font `own` is still right in it. */
  lock?: { user: string; owner: string };
};

const A4 = { width: 595, height: 842 };
const FONTS: readonly PdfFont[] = ['unicode', 'vertical', 'shift-jis', 'own', 'unreadable', 'gothic'];
const ENCODINGS: Record<PdfFont, string> = { unicode: 'UniJIS-UCS2-H', vertical: 'UniJIS-UCS2-V', 'shift-jis': '90ms-RKSJ-H', gothic: 'UniJIS-UCS2-H', own: 'Identity-H', unreadable: 'Identity-H' };

/** A PDF of these pages. */
export function makePdf(pages: readonly PdfPage[], { lock, tags }: PdfOptions = {}): Uint8Array<ArrayBuffer> {
  const letters = [...new Set(pages.flatMap(({ texts = [] }) => texts.filter(({ font }) => font === 'own').flatMap(({ text }) => Array.from(text))))];
  const objects: string[] = [];
  const streams = new Map<number, string>();
  const add = (body: string): number => objects.push(body);
  const addStream = (body: string): number => {
    const id = add('');
    streams.set(id, body);
    return id;
  };
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const table = addStream(toUnicode(letters));
  const fonts = FONTS.map((font) => {
    const own = font === 'own' || font === 'unreadable';
    const face = font === 'gothic' ? 'HeiseiKakuGo-W5' : 'HeiseiMin-W3';
    const descendant = add(`<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${face} /DW 1000 /DW2 [880 -1000] ${own ? '' : '/W [1 632 500]'}
      /CIDSystemInfo << /Registry (Adobe) /Ordering (${own ? 'Identity' : 'Japan1'}) /Supplement 2 >> /FontDescriptor ${objects.length + 2} 0 R >>`);
    add(`<< /Type /FontDescriptor /FontName /${face} /Flags 4 /FontBBox [-123 -257 1001 910] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>`);
    return add(`<< /Type /Font /Subtype /Type0 /BaseFont /${face} /Encoding /${ENCODINGS[font]} /DescendantFonts [${descendant} 0 R] ${font === 'own' ? `/ToUnicode ${table} 0 R` : ''} >>`);
  });
  const resources = `<< /Font << ${fonts.map((id, i) => `/F${i} ${id} 0 R`).join(' ')} >> >>`;
  const filled: number[] = [];
  const places = new Map<PdfText, { page: number; mark: number }>();
  const kids = pages.map(({ width = A4.width, height = A4.height, rotate = 0, crop, texts = [], lines = [], dots = [], fields = [] }, number) => {
    texts.forEach((text, mark) => places.set(text, { page: number, mark }));
    const draw = (text: PdfText, mark: number) => (tags ? `/P << /MCID ${mark} >> BDC ${drawText(text, height, letters)} EMC` : drawText(text, height, letters));
    const content = addStream([...texts.map(draw), ...lines.map(([x0, y0, x1, y1]) => `${x0} ${height - y0} m ${x1} ${height - y1} l S`),
      ...dots.map(([x, y]) => `${x - 2} ${height - y - 2} 4 4 re f`)].join('\n'));
    const box = crop ? `/CropBox [${crop[0]} ${height - crop[3]} ${crop[2]} ${height - crop[1]}]` : '';
    const own = fields.map(({ text, place: [x0, y0, x1, y1] }) => add(`<< /Type /Annot /Subtype /Widget /FT /Tx /T (f${objects.length}) /V <feff${hex(Array.from({ length: text.length }, (_, i) => wide(text.charCodeAt(i))).flat())}>
      /F 4 /Rect [${x0} ${height - y1} ${x1} ${height - y0}] >>`));
    filled.push(...own);
    const annots = own.length === 0 ? '' : `/Annots [${own.map((id) => `${id} 0 R`).join(' ')}]`;
    return add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ${box} /Rotate ${rotate} /StructParents ${number} /Resources ${resources} ${annots} /Contents ${content} 0 R >>`);
  });
  if (filled.length > 0) objects[0] = `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${filled.map((id) => `${id} 0 R`).join(' ')}] /DA (/F0 10 Tf) >> >>`;
  if (tags) {
    const root = add('');
    const parents = pages.map(({ texts = [] }) => texts.map(() => 'null'));
    const element = (tag: PdfTag, parent: number): number => {
      const [role, ...inside] = tag;
      const id = add('');
      const spans = inside.flatMap((kid) => ('RowSpan' in kid || 'ColSpan' in kid ? `/A << /O /Table ${Object.entries(kid).map(([name, count]) => `/${name} ${count}`).join(' ')} >>` : []));
      const held = inside.flatMap((kid) => {
        if (isTag(kid)) return `${element(kid, id)} 0 R`;
        const place = 'text' in kid ? places.get(kid) : undefined;
        const own = place ? parents[place.page] : undefined;
        if (!place || !own) return [];
        own[place.mark] = `${id} 0 R`;
        return `<< /Type /MCR /Pg ${kids[place.page]} 0 R /MCID ${place.mark} >>`;
      });
      objects[id - 1] = `<< /Type /StructElem /S /${role} /P ${parent} 0 R ${spans.join(' ')} /K [${held.join(' ')}] >>`;
      return id;
    };
    const top = element(tags, root);
    objects[root - 1] = `<< /Type /StructTreeRoot /K [${top} 0 R] /ParentTree << /Nums [${parents.map((own, i) => `${i} [${own.join(' ')}]`).join(' ')}] >> >>`;
    objects[0] = `<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot ${root} 0 R >>`;
  }
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] >>`;
  return file(objects, streams, lock ? locked(lock) : null);
}

const isTag = (kid: PdfTag[number]): kid is PdfTag => Array.isArray(kid);

type Lock = { key: Buffer; dictionary: string };

function file(objects: readonly string[], streams: ReadonlyMap<number, string>, lock: Lock | null): Uint8Array<ArrayBuffer> {
  let out = '%PDF-1.7\n';
  const places = objects.map((body, i) => {
    const place = out.length;
    const plain = streams.get(i + 1);
    const stream = plain === undefined || lock === null ? plain : rc4(objectKey(lock.key, i + 1), Buffer.from(plain, 'latin1')).toString('latin1');
    out += `${i + 1} 0 obj\n${stream === undefined ? body : `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`}\nendobj\n`;
    return place;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${lock?.dictionary ?? ''} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(out, 'latin1'));
}

function drawText({ text, x, y, size = 10, font = 'unicode', angle = 0, invisible = false, spacing = 0, slanted = false, colour = [0, 0, 0] }: PdfText, height: number, letters: readonly string[]): string {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.round(Math.cos(turn)), Math.round(Math.sin(turn))];
  const codes = font === 'shift-jis' ? Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to: 'SJIS' })
    : font === 'own' ? Array.from(text).flatMap((letter) => wide(letters.indexOf(letter) + 1))
      : font === 'unreadable' ? Array.from(text).flatMap((_, i) => wide((i % 8) + 1))
        : [...Array(text.length).keys()].flatMap((i) => wide(text.charCodeAt(i)));
  return `${colour.join(' ')} rg BT /F${FONTS.indexOf(font)} ${size} Tf ${spacing} Tc ${invisible ? 3 : 0} Tr ${cos} ${sin} ${-sin + (slanted ? 0.3 : 0)} ${cos} ${x} ${height - y} Tm <${hex(codes)}> Tj ET`;
}

const wide = (code: number): number[] => [code >> 8, code & 255];
const hex = (codes: readonly number[]): string => codes.map((code) => code.toString(16).padStart(2, '0')).join('');

function toUnicode(letters: readonly string[]): string {
  const lines = letters.map((letter, i) => `<${hex(wide(i + 1))}> <${hex([...Array(letter.length).keys()].flatMap((k) => wide(letter.charCodeAt(k))))}>`);
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${letters.length} beginbfchar ${lines.join('\n')} endbfchar endcmap end end`;
}

/** The oldest way of locking a PDF (ISO 32000-1, 7.6.3: 40 bits, revision 2), which every reader knows. */
function locked({ user, owner }: { user: string; owner: string }): Lock {
  const pad = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
  const padded = (password: string) => Buffer.concat([Buffer.from(password, 'latin1'), pad]).subarray(0, 32);
  const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
  const id = Buffer.alloc(16, 7);
  const permissions = Buffer.from('fcffffff', 'hex');
  const ownerEntry = rc4(md5(padded(owner)).subarray(0, 5), padded(user));
  const key = md5(padded(user), ownerEntry, permissions, id).subarray(0, 5);
  const dictionary = `/ID [<${id.toString('hex')}> <${id.toString('hex')}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${ownerEntry.toString('hex')}> /U <${rc4(key, pad).toString('hex')}> /P -4 >>`;
  return { key, dictionary };
}

function objectKey(key: Buffer, id: number): Buffer {
  return createHash('md5').update(Buffer.concat([key, Buffer.from([id & 255, (id >> 8) & 255, id >> 16, 0, 0])])).digest().subarray(0, 10);
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i);
  const at = (i: number) => state[i & 255] ?? 0;
  const swap = (i: number, k: number) => { [state[i & 255], state[k & 255]] = [at(k), at(i)]; };
  for (let i = 0, k = 0; i < 256; i += 1) {
    k = (k + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, k);
  }
  let k = 0;
  return data.map((byte, n) => {
    const i = (n + 1) & 255;
    k = (k + at(i)) & 255;
    swap(i, k);
    return byte ^ at(at(i) + at(k));
  }) as Buffer; // Buffer's map gives a Buffer, which its type does not say.
}
