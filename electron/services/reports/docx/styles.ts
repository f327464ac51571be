import { BODY, CAPTION, CONTENTS, EM, GOTHIC, HAIRLINE, HEADINGS, INK, MINCHO, NOTE, PAPER_NUMBER, TABLE, TITLE } from '../paper-style.ts';
import { WORD_NAMESPACES, XML_HEAD, halfPoints, twips } from './xml.ts';

/** BIZ UD under the names of its open edition; Windows (10 and later) has the Mincho as 「Medium」, found by altName. */
const FONTS = [
  { name: MINCHO, altName: 'BIZ UDPMincho Medium', family: 'roman', panose: '02020500000000000000' },
  { name: GOTHIC, altName: 'BIZ UDPゴシック', family: 'swiss', panose: '020B0400000000000000' },
] as const;

const fonts = (name: string) => `<w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
const size = (points: number) => `<w:sz w:val="${halfPoints(points)}"/><w:szCs w:val="${halfPoints(points)}"/>`;
const exactly = (line: number) => `w:line="${twips(line)}" w:lineRule="exact"`;
const gothic = `${fonts(GOTHIC)}<w:b/><w:bCs/>`;

type StyleOptions = { id: string; name: string; basedOn?: string; next?: string; paragraph?: string; run?: string; ui?: string };

function paragraphStyle({ id, name, basedOn = 'Normal', next, paragraph = '', run = '', ui = '<w:uiPriority w:val="99"/>' }: StyleOptions): string {
  const after = next === undefined ? '' : `<w:next w:val="${next}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>${after}${ui}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

function headingStyles(): string {
  return Object.entries(HEADINGS).map(([level, style]) => {
    const rule = style.rule ? `<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="4" w:color="${INK}"/></w:pBdr>` : '';
    const indent = style.indent > 0 ? `<w:ind w:left="${twips(style.indent * EM)}"/>` : '';
    return paragraphStyle({
      id: `Heading${level}`,
      name: `heading ${level}`,
      next: 'Normal',
      ui: '<w:uiPriority w:val="9"/>',
      paragraph: `<w:keepNext/><w:keepLines/>${rule}<w:spacing w:before="${twips(style.before)}" w:after="${twips(style.after)}" ${exactly(style.line)}/>${indent}<w:jc w:val="left"/><w:outlineLvl w:val="${Number(level) - 1}"/>`,
      run: `${gothic}${size(style.size)}`,
    });
  }).join('');
}

/** Indents of the contents list's lines by level, and the dotted leader to the page number at the right margin. */
function contentsStyles(rightEdge: number): string {
  return [1, 2, 3].map((level) => paragraphStyle({
    id: `TOC${level}`,
    name: `toc ${level}`,
    next: 'Normal',
    ui: '<w:uiPriority w:val="39"/>',
    paragraph: `${level === 1 ? '<w:keepNext/>' : ''}<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${rightEdge}"/></w:tabs><w:spacing w:before="${level === 1 ? twips(8) : 0}" ${exactly(CONTENTS.line)}/><w:ind w:left="${twips((level - 1) * 1.5 * EM)}"/><w:jc w:val="left"/>`,
    run: level === 1 ? gothic : '',
  })).join('');
}

type Spacing = { before?: number; after?: number; jc?: 'both' | 'left' | 'right' | 'center'; keepNext?: boolean };

/** Paragraph properties of text in one size: exact line height, space around, alignment. */
function spaced(line: number, { before = 0, after = 0, jc = 'both', keepNext = false }: Spacing = {}): string {
  return `${keepNext ? '<w:keepNext/>' : ''}<w:spacing w:before="${twips(before)}" w:after="${twips(after)}" ${exactly(line)}/><w:jc w:val="${jc}"/>`;
}

/** The paper's own styles, and those built-in ones that are not headings. */
const PARAGRAPH_STYLES: readonly StyleOptions[] = [
  { id: 'Title', name: 'Title', ui: '<w:uiPriority w:val="10"/>', paragraph: spaced(TITLE.line, { before: 6, after: 18, jc: 'center' }), run: gothic + size(TITLE.size) },
  { id: 'TOCHeading', name: 'TOC Heading', ui: '<w:uiPriority w:val="39"/>', paragraph: spaced(TITLE.line, { after: 18, jc: 'center' }), run: gothic + size(TITLE.size) },
  { id: 'CoverTitle', name: 'Cover Title', paragraph: spaced(38, { jc: 'center' }), run: gothic + size(24) },
  { id: 'CoverLine', name: 'Cover Line', paragraph: spaced(30, { jc: 'center' }), run: size(14) },
  { id: 'Caption', name: 'caption', next: 'Normal', ui: '<w:uiPriority w:val="35"/>', paragraph: spaced(CAPTION.line, { before: 8, after: 3, jc: 'left', keepNext: true }), run: gothic + size(CAPTION.size) },
  { id: 'PaperNumber', name: 'Paper Number', paragraph: spaced(PAPER_NUMBER.line, { jc: 'center' }), run: gothic + size(PAPER_NUMBER.size) },
  { id: 'PaperDate', name: 'Paper Date', paragraph: spaced(BODY.line, { before: 6, jc: 'right' }) },
  { id: 'TableText', name: 'Table Text', paragraph: spaced(TABLE.line, { jc: 'left' }), run: size(TABLE.size) },
  { id: 'TableHead', name: 'Table Head', basedOn: 'TableText', run: gothic },
  { id: 'AfterTable', name: 'After Table', paragraph: spaced(10) },
  { id: 'SmallText', name: 'Small Text', paragraph: spaced(NOTE.line), run: size(NOTE.size) },
  { id: 'FootnoteText', name: 'footnote text', paragraph: `<w:spacing ${exactly(NOTE.line)}/><w:ind w:left="${twips(3 * NOTE.size)}" w:hanging="${twips(3 * NOTE.size)}"/>`, run: size(NOTE.size) },
  { id: 'Footer', name: 'footer', paragraph: '<w:jc w:val="center"/>', run: size(10) },
];

const TABLE_BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${HAIRLINE}"/>`)
  .join('');

const cellMargins = (vertical: number, horizontal: number): string =>
  `<w:tblCellMar><w:top w:w="${vertical}" w:type="dxa"/><w:left w:w="${horizontal}" w:type="dxa"/><w:bottom w:w="${vertical}" w:type="dxa"/><w:right w:w="${horizontal}" w:type="dxa"/></w:tblCellMar>`;

/**
 * styles.xml: the built-in styles Word's own commands work with (headings for navigation and contents, footnote text),
 * and a few of the paper's. Kinsoku and hanging punctuation are on by default, as Japanese line breaking asks.
 * @param textWidth width of the text area in twips: where the contents list's page numbers end.
 */
export function stylesXml(textWidth: number): string {
  return `${XML_HEAD}<w:styles ${WORD_NAMESPACES}>
<w:docDefaults><w:rPrDefault><w:rPr>${fonts(MINCHO)}<w:color w:val="${INK}"/><w:kern w:val="2"/>${size(BODY.size)}<w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:widowControl/><w:kinsoku/><w:overflowPunct/><w:spacing w:before="0" w:after="0" ${exactly(BODY.line)}/><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${cellMargins(0, 108)}</w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="PaperTable"><w:name w:val="Paper Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${TABLE_BORDERS}</w:tblBorders>${cellMargins(50, 100)}</w:tblPr></w:style>
${headingStyles()}
${contentsStyles(textWidth)}
${PARAGRAPH_STYLES.map(paragraphStyle).join('\n')}
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:uiPriority w:val="99"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:uiPriority w:val="22"/><w:qFormat/><w:rPr>${gothic}</w:rPr></w:style>
</w:styles>`.replaceAll('<w:rPr></w:rPr>', '').replaceAll('<w:pPr></w:pPr>', '');
}

/** fontTable.xml: what stands in for BIZ UD where it is known by its other name. */
export function fontTableXml(): string {
  const entries = FONTS.map(({ name, altName, family, panose }) =>
    `<w:font w:name="${name}"><w:altName w:val="${altName}"/><w:panose1 w:val="${panose}"/><w:charset w:val="80"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`);
  return `${XML_HEAD}<w:fonts ${WORD_NAMESPACES}>${entries.join('')}</w:fonts>`;
}
