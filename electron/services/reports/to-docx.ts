import { contentsEntries, type Contents, type Cover, type Heading, type ReportDocument } from './model.ts';
import { PAGE } from './paper-style.ts';
import { blockXml, contentsLine, field, fieldEnd, paragraph, run } from './docx/blocks.ts';
import { estimatePages } from './docx/estimate-pages.ts';
import { fontTableXml, stylesXml } from './docx/styles.ts';
import { WORD_NAMESPACES, XML_HEAD, mmToTwips, onlyInWord, twips, xmlText } from './docx/xml.ts';
import { zip } from './docx/zip.ts';

const TEXT_WIDTH = mmToTwips(PAGE.width - PAGE.left - PAGE.right);

/**
 * The report as a Word file. WordprocessingML is written directly: the same document gives the same bytes, and a
 * hundred pages take milliseconds.
 * The contents list is a Word field holding its entries already, with page numbers estimated from the text; Word and
 * LibreOffice count the true ones when they open the file.
 */
export function toDocx(document: ReportDocument): Uint8Array {
  return zip(new Map([
    ['[Content_Types].xml', contentTypesXml()],
    ['_rels/.rels', relationshipsXml([
      ['officeDocument/2006/relationships/officeDocument', 'word/document.xml'],
      ['package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
      ['officeDocument/2006/relationships/extended-properties', 'docProps/app.xml'],
    ])],
    ['docProps/core.xml', corePropertiesXml(document)],
    ['docProps/app.xml', `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Shingicho</Application></Properties>`],
    ['word/document.xml', documentXml(document)],
    ['word/_rels/document.xml.rels', relationshipsXml(['styles', 'settings', 'fontTable', 'footnotes', 'footer'].map((name) => [`officeDocument/2006/relationships/${name}`, `${name}.xml`]))],
    ['word/styles.xml', stylesXml(TEXT_WIDTH)],
    ['word/settings.xml', settingsXml(document)],
    ['word/fontTable.xml', fontTableXml()],
    ['word/footnotes.xml', footnotesXml(document)],
    ['word/footer.xml', `${XML_HEAD}<w:ftr ${WORD_NAMESPACES}>${paragraph('Footer', `${field('PAGE')}${run('1')}${fieldEnd}`)}</w:ftr>`],
  ]));
}

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

function contentTypesXml(): string {
  const parts = [
    ['word/document.xml', `${WORD_TYPE}.document.main+xml`],
    ...['styles', 'settings', 'fontTable', 'footnotes', 'footer'].map((name) => [`word/${name}.xml`, `${WORD_TYPE}.${name}+xml`]),
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ];
  const overrides = parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`).join('');
  return `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
}

/** The relationship at place n (from 1) has the id rIdn. */
function relationshipsXml(targets: readonly (readonly string[])[]): string {
  const entries = targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/${type}" Target="${target}"/>`);
  return `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
}
const FOOTER_ID = 'rId5';

function corePropertiesXml({ title, author, createdAt }: ReportDocument): string {
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${xmlText(createdAt)}</dcterms:${name}>`;
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator><dc:language>ja-JP</dc:language>${time('created')}${time('modified')}</cp:coreProperties>`;
}

function settingsXml({ contents }: ReportDocument): string {
  return `${XML_HEAD}<w:settings ${WORD_NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/>${contents === null ? '' : '<w:updateFields w:val="true"/>'}<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/></w:settings>`;
}

/** Real footnotes, numbered by Word. LibreOffice puts its number before all of a note's text, so that ※ is for Word alone. */
function footnotesXml({ notes }: ReportDocument): string {
  const rule = (id: number, type: string, mark: string) =>
    `<w:footnote w:type="${type}" w:id="${id}">${paragraph('Normal', `<w:r><w:${mark}/></w:r>`)}</w:footnote>`;
  const texts = notes.map(({ number, text }) =>
    `<w:footnote w:id="${number}">${paragraph('FootnoteText', `${onlyInWord(run('※'))}<w:r><w:footnoteRef/></w:r><w:r><w:tab/></w:r>${run(text)}`)}</w:footnote>`);
  return `${XML_HEAD}<w:footnotes ${WORD_NAMESPACES}>${rule(-1, 'separator', 'separator')}${rule(0, 'continuationSeparator', 'continuationSeparator')}${texts.join('')}</w:footnotes>`;
}

function documentXml(document: ReportDocument): string {
  const front = document.cover !== null || document.contents !== null;
  const blocks = document.blocks.map((block, i) => blockXml(block, i + 1, TEXT_WIDTH));
  return `${XML_HEAD}<w:document ${WORD_NAMESPACES}><w:body>
${front ? frontXml(document) : ''}${blocks.join('')}${sectionXml({ numbered: true, restarts: front })}</w:body></w:document>`;
}

/** Cover and contents list: a section of their own, whose pages carry no number and do not count. */
function frontXml(document: ReportDocument): string {
  return [
    document.cover === null ? '' : coverXml(document.cover),
    document.contents === null ? '' : contentsXml(document, document.contents),
    paragraph('AfterTable', '', sectionXml({ numbered: false, restarts: false })),
  ].join('');
}

function sectionXml({ numbered, restarts }: { numbered: boolean; restarts: boolean }): string {
  const footer = numbered ? `<w:footerReference w:type="default" r:id="${FOOTER_ID}"/>` : '';
  const margins = `w:top="${mmToTwips(PAGE.top)}" w:right="${mmToTwips(PAGE.right)}" w:bottom="${mmToTwips(PAGE.bottom)}" w:left="${mmToTwips(PAGE.left)}" w:header="${mmToTwips(12)}" w:footer="${mmToTwips(12)}" w:gutter="0"`;
  return `<w:sectPr>${footer}<w:pgSz w:w="${mmToTwips(PAGE.width)}" w:h="${mmToTwips(PAGE.height)}"/><w:pgMar ${margins}/>${restarts ? '<w:pgNumType w:start="1"/>' : ''}</w:sectPr>`;
}

function coverXml({ title, edition, date, publisher, committee }: Cover): string {
  const line = (text: string, before: number, style: string) =>
    text === '' ? '' : paragraph(style, run(text), `<w:spacing w:before="${twips(before)}"/>`);
  return [
    line(title, 170, 'CoverTitle'),
    line(edition, 6, 'CoverLine'),
    line(date, 280, 'CoverLine'),
    line(publisher, 10, 'CoverLine'),
    line(committee, 0, 'CoverLine'),
  ].join('');
}

/**
 * The contents list: lines that each refer to a heading's page, and around them, for Word alone, the field that lets
 * Word rebuild the list. LibreOffice would take such a field for a list of fixed text; without it, it counts the pages.
 */
function contentsXml(document: ReportDocument, contents: Contents): string {
  const entries = contentsEntries(document);
  const pages = estimatePages(document);
  const begin = onlyInWord(field(`TOC \\o "1-${contents.depth}" \\h \\z`));
  const lines = entries.map((entry: Heading, i) =>
    contentsLine(entry, pages.get(entry.id) ?? 1, i === 0 ? begin : '', i === entries.length - 1 ? onlyInWord(fieldEnd) : ''));
  const heading = paragraph('TOCHeading', run(contents.title), document.cover === null ? '' : '<w:pageBreakBefore/>');
  return `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${heading}${lines.join('')}</w:sdtContent></w:sdt>`;
}
