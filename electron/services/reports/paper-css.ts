import { BODY, CAPTION, CONTENTS, EM, GOTHIC, HAIRLINE, HEADINGS, INK, LOOKS, MINCHO, NOTE, PAGE, PAPER_NUMBER, SHADE, TABLE, TITLE, type TextStyle } from './paper-style.ts';

const type = ({ size, line }: TextStyle) => `font-size:${size}pt;line-height:${line}pt`;

function headingCss(): string {
  return Object.entries(HEADINGS).map(([level, style]) => {
    const rule = style.rule ? `;border-bottom:.75pt solid #${INK};padding-bottom:4pt` : '';
    return `h${Number(level) + 1}{${type(style)};margin:${style.before}pt 0 ${style.after}pt calc(${style.indent} * var(--em))${rule}}`;
  }).join('\n');
}

/**
 * The style of a report's page: on screen, sheets on a desk; printed, A4 with the page number at the foot. Pages named
 * front (cover and contents list) carry no number and do not count.
 */
export function paperCss(): string {
  return `
@page{size:${PAGE.width}mm ${PAGE.height}mm;margin:${PAGE.top}mm ${PAGE.right}mm ${PAGE.bottom}mm ${PAGE.left}mm;counter-increment:page 1;
@bottom-center{content:counter(page);font:10pt "${MINCHO}",serif;color:#${INK}}}
@page front{counter-increment:page 0;@bottom-center{content:none}}
:root{--em:${EM}pt;color:#${INK};font-family:"${MINCHO}","BIZ UDPMincho Medium","Yu Mincho","Hiragino Mincho ProN","Noto Serif CJK JP",serif;${type(BODY)};
line-break:strict;overflow-wrap:anywhere;text-align:justify;font-kerning:normal;font-variant-east-asian:normal;print-color-adjust:exact;-webkit-print-color-adjust:exact}
body,p,h1,h2,h3,h4,h5,h6,figure{margin:0}
h1,h2,h3,h4,h5,h6,th,strong,figcaption,.title,.emphasis,.mark b{font-family:"${GOTHIC}","BIZ UDPGothic","Yu Gothic","Hiragino Kaku Gothic ProN","Noto Sans CJK JP",sans-serif;font-weight:700}
h1,h2,h3,h4,h5,h6{text-align:left;break-after:avoid;break-inside:avoid}
.emphasis{padding-left:calc(${HEADINGS[5].indent + 1} * var(--em))}
${headingCss()}
main>:first-child,.new-page{margin-top:0}
.new-page{break-before:page}
p{orphans:2;widows:2}
.keep{break-after:avoid}
.marked{break-inside:auto}
.m{display:inline-block;text-indent:0}
.m.wide{padding-right:.7em}
.apart,.marked+p:not(.marked)[style^="margin-left:0"]{margin-top:9pt}
.br{display:block;height:5pt}
p:has(.br){break-inside:avoid}
.small{${type(LOOKS.small)}}
.mark{display:flex;flex-direction:column;align-items:flex-end;gap:6pt;margin-bottom:6pt}
.mark b{border:.75pt solid #${INK};padding:1pt 12pt;${type(PAPER_NUMBER)}}
.title{${type(TITLE)};text-align:center;margin:6pt 0 18pt}
.title+h2{margin-top:0}
figure{margin:8pt 0 10pt;padding:0 .5pt}
figcaption{${type(CAPTION)};margin-bottom:3pt;break-after:avoid}
table{width:100%;border-collapse:collapse;table-layout:fixed;${type(TABLE)}}
th,td{border:.5pt solid #${HAIRLINE};padding:2.5pt 5pt;vertical-align:top;text-align:left;font-weight:400}
th{background:#${SHADE};font-weight:700}
.centred{text-align:center}
thead{display:table-header-group}
tr,thead,.together,.whole{break-inside:avoid}
sup{font-size:.68em;line-height:0;vertical-align:baseline;position:relative;top:-.45em;margin:0 .1em}
a{color:inherit;text-decoration:none}
.notes{margin-top:16pt;${type(NOTE)}}
.notes p:first-child{padding-top:5pt;background:linear-gradient(#${INK},#${INK}) no-repeat 0 0/33% .5pt}
.notes p{padding-left:3em;text-indent:-3em}
.notes a{display:inline-block;min-width:3em;text-indent:0}
.cover,.contents{page:front}
.contents,.cover+main,.contents+main{break-before:page}
.cover{text-align:center;display:flex;flex-direction:column;justify-content:space-between;height:${PAGE.height - PAGE.top - PAGE.bottom - 1}mm;box-sizing:border-box}
.cover .head{padding-top:62mm}
.cover h1{font-size:24pt;line-height:38pt;text-align:center;text-wrap:balance}
.cover .edition{font-size:18pt;line-height:32pt;margin-top:6pt}
.cover .foot{padding-bottom:16mm}
.cover .date{font-size:14pt;line-height:26pt;margin-bottom:14pt}
.cover .publisher{font-size:18pt;line-height:32pt;letter-spacing:.12em}
.cover .committee{font-size:13pt;line-height:24pt}
.contents h1{${type(TITLE)};text-align:center;letter-spacing:1em;text-indent:1em;margin-bottom:18pt}
.contents a{display:flex;align-items:flex-end;${type(CONTENTS)};break-inside:avoid}
.contents a span{flex:0 1 auto;text-align:left}
.contents a i{flex:1;min-width:2em;border-bottom:1pt dotted #${HAIRLINE};margin:0 .4em .42em}
.contents a b{flex:0 0 2em}
.contents .l1{font-family:"${GOTHIC}",sans-serif;font-weight:700;margin-top:8pt;break-after:avoid}
.contents .l2{padding-left:1.5em}
.contents .l3{padding-left:3em}
@media screen{
html{background:#E4E2DC}
body{padding:12mm 0}
.sheet{background:#fff;width:${PAGE.width}mm;box-sizing:border-box;margin:0 auto 8mm;padding:${PAGE.top}mm ${PAGE.right}mm ${PAGE.bottom}mm ${PAGE.left}mm;box-shadow:0 1px 3px rgb(0 0 0/.18);min-height:${PAGE.height}mm}
.sheet.cover{height:${PAGE.height}mm}
.new-page{border-top:1px dashed #${HAIRLINE};padding-top:12mm;margin-top:12mm}
}`.trim();
}
