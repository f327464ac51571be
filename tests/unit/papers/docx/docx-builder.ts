import { strToU8, zipSync } from 'fflate';

/** Makes small Word files as Word and other writers make them, for tests. All texts in these tests are of invented cities. */
export type DocxParts = {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  /** Relationship id → the part's content: headers and footers by `sectPr`. */
  headers?: Record<string, string>;
  footers?: Record<string, string>;
  settings?: string;
  /** Relationship id → XML of any other part (charts, SmartArt). */
  others?: Record<string, string>;
  /** Namespace prefix and family, as other writers have them. */
  prefix?: string;
  strict?: boolean;
};

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const NAMESPACES = (main: string) => [
  `xmlns:w="${main}"`, `xmlns:r="${RELATIONSHIPS}"`, 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"', 'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"', 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');

export function docx({ body, styles, numbering, footnotes, endnotes, comments, headers = {}, footers = {}, settings, others = {}, prefix = 'w', strict = false }: DocxParts): Uint8Array {
  const part = (root: string, content: string) => {
    const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${NAMESPACES(strict ? STRICT : TRANSITIONAL)}>${content}</w:${root}>`;
    return strToU8(prefix === 'w' ? xml : xml.replace(/(<\/?|\s)w:/g, `$1${prefix}:`).replace('xmlns:w=', `xmlns:${prefix}=`));
  };
  const files: Record<string, Uint8Array> = {
    '_rels/.rels': strToU8(relationships([['rId1', 'officeDocument', 'word/document.xml']])),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
  };
  const related: [string, string, string][] = [];
  const add = (type: string, root: string, content: string | undefined, id = `r-${type}`, name = type) => {
    if (content === undefined) return;
    files[`word/${name}.xml`] = part(root, content);
    related.push([id, type, `${name}.xml`]);
  };
  add('styles', 'styles', styles ?? STYLES);
  add('numbering', 'numbering', numbering);
  add('footnotes', 'footnotes', footnotes);
  add('endnotes', 'endnotes', endnotes);
  add('comments', 'comments', comments);
  add('settings', 'settings', settings);
  for (const [id, content] of Object.entries(headers)) add('header', 'hdr', content, id, `header-${id}`);
  for (const [id, content] of Object.entries(footers)) add('footer', 'ftr', content, id, `footer-${id}`);
  for (const [id, content] of Object.entries(others)) {
    files[`word/other/${id}.xml`] = strToU8(content.replace(/^<\S+/, `$& xmlns:r="${RELATIONSHIPS}"`));
    related.push([id, 'other', `other/${id}.xml`]);
  }
  files['word/_rels/document.xml.rels'] = strToU8(relationships(related));
  const types = [['document', 'document.main'], ...related.map(([, type, target]) => [target.replace('.xml', ''), type])];
  return zipSync({ '[Content_Types].xml': strToU8(contentTypes(types)), ...files });
}

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

function contentTypes(parts: readonly (readonly string[])[]): string {
  const overrides = parts.map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${CONTENT_TYPE}.${type}+xml"/>`);
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`;
}

function relationships(entries: readonly (readonly [string, string, string])[]): string {
  const nodes = entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`);
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${nodes.join('')}</Relationships>`;
}

/** A run; `properties` is the inside of w:rPr. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;

/** A paragraph of runs (text that begins with < is XML already); `properties` is the inside of w:pPr. */
export const p = (content: string, properties = ''): string => {
  const runs = content === '' || content.startsWith('<') ? content : r(content);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
};
export const styled = (style: string, content: string, more = ''): string => p(content, `<w:pStyle w:val="${style}"/>${more}`);
export const listed = (id: number, content: string, level = 0, more = ''): string =>
  p(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>${more}`);

/** A cell of paragraphs or of plain text; `properties` is the inside of w:tcPr. */
export const tc = (content: string, properties = ''): string =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : p(content)}</w:tc>`;
export const tr = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : tc(cell))).join('')}</w:tr>`;
export const tbl = (rows: readonly (string | readonly string[])[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => (typeof row === 'string' ? row : tr(row))).join('')}</w:tbl>`;

export const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
export const MERGE_FIRST = '<w:vMerge w:val="restart"/>';
export const MERGED = '<w:vMerge/>';

/** One level of a list. */
export const lvl = (level: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
export const abstractNum = (id: number, levels: string): string => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
export const num = (id: number, abstract: number, overrides = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;

export const inserted = (content: string): string => `<w:ins w:id="1" w:author="事務局">${content}</w:ins>`;
export const deleted = (text: string): string => `<w:del w:id="2" w:author="事務局"><w:r><w:delText xml:space="preserve">${xml(text)}</w:delText></w:r></w:del>`;
export const field = (code: string, result?: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${xml(code)} </w:instrText></w:r>` +
  `${result === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const style = (id: string, name: string, inside: string, more = ''): string =>
  `<w:style w:type="paragraph"${more} w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
const outline = (level: number): string => `<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="${level}"/></w:pPr>`;

/** The styles of a Japanese Word: built-in names in English, ids of one's own. */
export const STYLES = [
  style('a', 'Normal', '', ' w:default="1"'), style('1', 'heading 1', outline(0)), style('2', 'heading 2', outline(1)), style('3', 'heading 3', outline(2)),
  style('a3', 'Title', '<w:basedOn w:val="a"/>'), style('10', 'toc 1', '<w:basedOn w:val="a"/>'), style('20', 'toc 2', '<w:basedOn w:val="a"/>'),
].join('');

function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
