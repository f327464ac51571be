import { headingText, type Block, type Heading, type Mark, type Paragraph, type Run, type Table } from '../model.ts';
import { EM, INK, PAPER_NUMBER, SHADE } from '../paper-style.ts';
import { keptWithNext, tableGrid, type GridPlace } from '../table-grid.ts';
import { twips, xmlText } from './xml.ts';

/** Name of the bookmark around a heading, which the contents list points at. */
export const bookmarkName = (heading: Heading): string => `_Toc_${heading.id.replaceAll('-', '_')}`;

const text = (value: string): string => `<w:t xml:space="preserve">${xmlText(value)}</w:t>`;

/** A paragraph: its properties in the order the schema asks for, then its runs. */
export function paragraph(style: string, runs: string, properties = ''): string {
  const named = style === 'Normal' ? '' : `<w:pStyle w:val="${style}"/>`;
  return `<w:p>${named === '' && properties === '' ? '' : `<w:pPr>${named}${properties}</w:pPr>`}${runs}</w:p>\n`;
}

/** A run of text, in the character style where one is named. */
export const run = (value: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${text(value)}</w:r>`;

const noteMark = (content: string): string => `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>${content}</w:r>`;

function runsXml(runs: readonly Run[]): string {
  return runs.map((piece) => {
    if (piece.t === 'break') return '<w:r><w:br/></w:r>';
    if (piece.t === 'note') return noteMark(text('※')) + noteMark(`<w:footnoteReference w:id="${piece.number}"/>`);
    return run(piece.text, `${piece.bold ? '<w:rStyle w:val="Strong"/>' : ''}${piece.underline ? '<w:u w:val="single"/>' : ''}`);
  }).join('');
}

/**
 * A block as WordprocessingML.
 * @param bookmark number of the heading's bookmark, unique in the document
 * @param textWidth width of the text area in twips
 */
export function blockXml(block: Block, bookmark: number, textWidth: number): string {
  switch (block.kind) {
    case 'heading': return headingXml(block, bookmark);
    case 'paragraph': return paragraphXml(block);
    case 'table': return tableXml(block, textWidth);
    case 'title': return paragraph('Title', run(block.text));
    case 'mark': return markXml(block, textWidth);
  }
}

function headingXml(heading: Heading, bookmark: number): string {
  const number = heading.number === '' ? '' : run(`${heading.number}　`);
  const marked = `<w:bookmarkStart w:id="${bookmark}" w:name="${bookmarkName(heading)}"/>${number}${runsXml(heading.runs)}<w:bookmarkEnd w:id="${bookmark}"/>`;
  return paragraph(`Heading${heading.level}`, marked, heading.newPage ? '<w:pageBreakBefore/><w:spacing w:before="0"/>' : '');
}

function paragraphXml({ look, marker, indent, hang, runs, keepWithNext }: Paragraph): string {
  const left = twips(indent * EM);
  const step = twips(hang * EM);
  const keep = keepWithNext ? '<w:keepNext/>' : '';
  const style = look === 'small' ? 'SmallText' : 'Normal';
  const body = look === 'emphasis' ? runs.map((piece) => (piece.t === 'text' ? { ...piece, bold: true as const } : piece)) : runs;
  if (marker === '') {
    const indents = `${left > 0 ? ` w:left="${left}"` : ''}${step > 0 ? ` w:firstLine="${step}"` : ''}`;
    return paragraph(style, runsXml(body), `${keep}${indents === '' ? '' : `<w:ind${indents}/>`}`);
  }
  const tab = `<w:tabs><w:tab w:val="left" w:pos="${left + step}"/></w:tabs>`;
  return paragraph(style, `${run(marker)}<w:r><w:tab/></w:r>${runsXml(body)}`, `${keep}${tab}<w:ind w:left="${left + step}" w:hanging="${step}"/>`);
}

/** The paper number in a box as wide as it needs, the date below it. */
function markXml({ date, paperNumber }: Mark, textWidth: number): string {
  const box = `<w:pBdr>${['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:val="single" w:sz="6" w:space="2" w:color="${INK}"/>`).join('')}</w:pBdr>`;
  const left = Math.max(0, textWidth - twips((paperNumber.length + 2) * PAPER_NUMBER.size));
  return [
    paperNumber === '' ? '' : paragraph('PaperNumber', run(paperNumber), `${box}<w:ind w:left="${left}"/>`),
    date === '' ? '' : paragraph('PaperDate', run(date)),
  ].join('');
}

function tableXml(table: Table, textWidth: number): string {
  const { columns, rows } = tableGrid(table.rows);
  const widths = table.widths.slice(0, columns).map((share) => Math.round(share * textWidth));
  const caption = table.caption === '' ? '' : paragraph('Caption', run(table.caption));
  const kept = keptWithNext(table);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const body = rows.map((places, i) => {
    const header = i < table.headerRows;
    const cells = places.map((place) => cellXml(place, widths, kept[i] === true)).join('');
    return `<w:tr><w:trPr><w:cantSplit/>${header ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>\n`;
  });
  return `${caption}<w:tbl><w:tblPr><w:tblStyle w:val="PaperTable"/><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>\n${body.join('')}</w:tbl>\n${paragraph('AfterTable', '')}`;
}

function cellXml({ cell, column, continues }: GridPlace, widths: readonly number[], keep: boolean): string {
  const width = widths.slice(column, column + cell.colspan).reduce((sum, one) => sum + one, 0);
  const span = cell.colspan > 1 ? `<w:gridSpan w:val="${cell.colspan}"/>` : '';
  const merge = continues ? '<w:vMerge/>' : cell.rowspan > 1 ? '<w:vMerge w:val="restart"/>' : '';
  const shade = cell.header ? `<w:shd w:val="clear" w:color="auto" w:fill="${SHADE}"/>` : '';
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}${shade}</w:tcPr>`;
  return `<w:tc>${properties}${paragraph(cell.header ? 'TableHead' : 'TableText', continues ? '' : runsXml(cell.runs), `${keep ? '<w:keepNext/>' : ''}${cell.centred ? '<w:jc w:val="center"/>' : ''}`)}</w:tc>`;
}

/** A line of the contents list: the heading, a dotted leader and its page, the whole a link. */
export function contentsLine(heading: Heading, page: number, before = '', after = ''): string {
  const bookmark = bookmarkName(heading);
  const reference = `${field(`PAGEREF ${bookmark} \\h`)}${run(String(page))}${fieldEnd}`;
  const link = `<w:hyperlink w:anchor="${bookmark}" w:history="1">${run(headingText(heading))}<w:r><w:tab/></w:r>${reference}</w:hyperlink>`;
  return paragraph(`TOC${heading.level}`, before + link + after);
}

/** The beginning of a field up to where its present result follows. */
export const field = (instruction: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
export const fieldEnd = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
