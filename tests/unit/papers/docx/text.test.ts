import { describe, expect, it } from 'vitest';
import { recognisePaper } from '../../../../electron/services/papers/recognise-paper.ts';
import { field, p, r, STYLES, styled } from './docx-builder.ts';
import { linesOf, read, recognised, textsOf } from './reading.ts';

const run = (inside: string) => `<w:r>${inside}</w:r>`;

describe('headings', () => {
  it('come from built-in styles whatever their ids, from outline levels, and from names in Japanese', () => {
    const styles = `${STYLES}<w:style w:type="paragraph" w:styleId="x9"><w:name w:val="見出し ４"/></w:style>`
      + '<w:style w:type="paragraph" w:styleId="x10"><w:name w:val="章題"/><w:basedOn w:val="1"/></w:style>';
    const body = styled('a3', '基本方針（案）') + styled('1', 'はじめに') + styled('3', '現状') + styled('x9', '窓口') + styled('x10', 'おわりに') + p('付録', '<w:outlineLvl w:val="1"/>');
    expect(textsOf({ body, styles })).toEqual(['# 基本方針（案）', '# はじめに', '### 現状', '#### 窓口', '# おわりに', '## 付録']);
  });

  it('are no more headings where the paragraph is set to body text, or its style does not exist', () => {
    expect(textsOf(styled('1', 'はじめに', '<w:outlineLvl w:val="9"/>') + styled('見出し無し', 'おわりに'))).toEqual(['はじめに', 'おわりに']);
  });

  it('are not made of bold or large letters alone', () => {
    expect(textsOf(p(r('審議事項', '<w:b/><w:sz w:val="40"/>')))).toEqual(['審議事項']);
  });

  it('stay one line, and end a style that is based on itself', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="1"/></w:style>';
    expect(textsOf({ body: styled('1', r('区役所の') + run('<w:br/>') + r('基本方針') + run('<w:br/>') + r('素案')), styles })).toEqual(['# 区役所の基本方針　素案']);
  });
});

describe('the text of runs', () => {
  it('keeps tabs as space, breaks as ends of lines, and drops no character', () => {
    const body = p(r('日') + run('<w:tab/>') + r('時：6月4日')) + p(r('第1回検討会') + run('<w:br/>') + r('諮問')) + p(run('<w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:cr/><w:t>C</w:t>'));
    expect(linesOf(body)).toEqual(['日　　時：6月4日', '第1回検討会', '諮問', 'A-B', 'C']);
  });

  it('marks a line ended on purpose, and lets one within a sentence run on', () => {
    const { text } = read(p(r('第1回検討会') + run('<w:br/>') + r('諮問')) + p(r('窓口の混雑や、') + run('<w:br/>') + r('待ち時間の長さ')));
    expect(text).toContain('第1回検討会  \n諮問');
    expect(text).toContain('窓口の混雑や、\n待ち時間の長さ');
  });

  it('puts a new page where one is asked for, not where one happened to fall', () => {
    const section = (type: string) => `<w:sectPr>${type === '' ? '' : `<w:type w:val="${type}"/>`}</w:sectPr>`;
    const body = p('一') + p('二', '<w:pageBreakBefore/>') + p(run('<w:lastRenderedPageBreak/>') + r('三')) + p(run('<w:br w:type="page"/>')) + p('四', section('')) + p('五', section('continuous')) + p('六') + section('nextPage');
    expect(read(body).text.replace(/\n+/g, '\n')).toBe('一\n\f\n二\n三\n\f\n四\n五\n\f\n六\n');
  });

  it('reads symbols by their font', () => {
    const body = p(run('<w:sym w:font="Wingdings" w:char="F0FE"/>') + r('済') + r('l', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + run('<w:sym w:font="Symbol" w:char="F0AE"/>') + run('<w:sym w:font="x" w:char="FFFFFFFF"/>') + r('。')
      + run('<mc:AlternateContent><mc:Choice Requires="w16se"><se:symEx xmlns:se="se" se:font="Segoe UI Emoji" se:char="260E"/></mc:Choice><mc:Fallback><w:t>☎</w:t></mc:Fallback></mc:AlternateContent>'));
    expect(textsOf(body)).toEqual(['☑済●→ 。☎']);
  });

  it('says how many letters it cannot read, and keeps them', () => {
    const { text, warnings } = read(p('\ue001田'));
    expect([text.trim(), warnings]).toEqual(['\ue001田', [{ code: 'letters-unreadable', count: 1 }]]);
  });

  it('gives the base of a ruby as the text, its reading beside it', () => {
    const ruby = run(`<w:ruby><w:rubyPr/><w:rt>${r('かわね')}</w:rt><w:rubyBase>${r('川根')}</w:rubyBase></w:ruby>`);
    const { text } = read(p(r('・') + ruby + r('市の窓口')));
    expect(text).toContain('かわね');
    expect(recognisePaper(text).records.map((record) => record.text)).toEqual(['川根市の窓口']);
  });

  it('writes a sign of Markdown so that it is read as itself', () => {
    const signs = ['# 1', '> 引用', '* 注', 'a**b**c', '入力欄____', '<b>太字</b>', '5 < 6 & 7', '&lt;', '\\1,000', '\\\\', '列1 | 列2 | 列3', '<!--x-->', '<del>x</del>'];
    for (const sign of signs) {
      const { text } = read(styled('1', '1　現状') + p(`・${sign}`) + p('・次'));
      expect(recognisePaper(text).records[0]?.text).toBe(sign);
    }
  });

  it('takes the white space at the ends of a text for space only where the file says so', () => {
    expect(linesOf('<w:p><w:r><w:t> a </w:t><w:t xml:space="preserve"> b\n</w:t><w:t>　c</w:t></w:r></w:p>')).toEqual(['a b 　c']);
  });

  it('shows what fields draw, not what they say', () => {
    const nested = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>' + field('PAGE', '3') + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r('続き') + '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const body = p(r('第') + field('REF _a', '2') + r('章') + nested + '<w:fldSimple w:instr="DATE">' + r('令和7年') + '</w:fldSimple><w:hyperlink>' + r('市の頁') + '</w:hyperlink>');
    expect(textsOf(body)).toEqual(['第2章続き令和7年市の頁']);
  });

  it('draws circled characters, old ruby, drop-downs and boxes from the codes of their fields', () => {
    const form = (inside: string) => run(`<w:fldChar w:fldCharType="begin"><w:ffData>${inside}</w:ffData></w:fldChar>`) + run('<w:instrText> FORM </w:instrText>') + run('<w:fldChar w:fldCharType="end"/>');
    const body = p(field('eq \\o\\ac(○,7)') + field('eq \\o\\ac(○,印)') + field('EQ \\* jc2 \\* "Font:ＭＳ 明朝" \\* hps10 \\o\\ad(\\s\\up 9(もり),森)') + field('EQ \\o\\ad(氏名)')
      + form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="公開"/><w:listEntry w:val="非公開"/></w:ddList>') + form('<w:checkBox><w:checked/></w:checkBox>') + form('<w:checkBox><w:default w:val="0"/></w:checkBox>'));
    expect(textsOf(body)).toEqual(['⑦㊞森<rt>もり</rt>氏名非公開☑□']);
  });

  it('loses nothing behind a field that never ends', () => {
    expect(textsOf(p(run('<w:fldChar w:fldCharType="begin"/>') + run('<w:instrText>TOC</w:instrText>')) + p('本文'))).toEqual(['本文']);
  });

  it('takes text out of content controls, tags and formulas', () => {
    const sdt = (inside: string) => `<w:sdt><w:sdtPr><w:alias w:val="名"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const formula = '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>';
    expect(textsOf(sdt(p('一') + p(sdt(r('二')) + '<w:smartTag>' + r('三') + '</w:smartTag>')) + p(r('率') + formula))).toEqual(['一', '二三', '率1/2']);
  });

  it('puts a text box behind its paragraph, and once though the file has it twice', () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const shape = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH><wp:posOffset>120</wp:posOffset></wp:positionH><wps:wsp><wps:txbx>${box('資料１')}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('資料１')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
    const old = `<w:pict><v:shape><v:textbox>${box('別紙')}</v:textbox><v:formulas><v:f eqn="x"/></v:formulas></v:shape><v:shape><v:textpath string="案"/></v:shape></w:pict>`;
    expect(textsOf(p(run(shape) + r('本文')) + p(run(old)))).toEqual(['本文', '資料１', '別紙', '案']);
  });

  it('keeps the text of charts and SmartArt, which stand in parts of their own', () => {
    const drawing = (node: string) => run(`<w:drawing><wp:inline>${node}</wp:inline></w:drawing>`);
    const body = p(r('図1') + drawing('<c:chart xmlns:c="c" r:id="c1"/>') + drawing('<dgm:relIds xmlns:dgm="d" r:dm="d1"/>') + drawing('<dgm:relIds xmlns:dgm="d" r:dm="gone"/>'));
    const chart = '<c:chart xmlns:c="c" xmlns:a="a"><c:title><a:p><a:r><a:t>来庁者</a:t></a:r><a:r><a:t>数</a:t></a:r></a:p></c:title><c:ser><c:f>Sheet1!A1</c:f><c:v>令和6年度</c:v><c:v>12</c:v></c:ser></c:chart>';
    const smartArt = '<dgm:pt xmlns:dgm="d" xmlns:a="a"><dgm:t><a:p><a:r><a:t>市民</a:t></a:r></a:p><a:p/></dgm:t></dgm:pt>';
    expect(textsOf({ body, others: { c1: chart, d1: smartArt } })).toEqual(['図1', '来庁者数', '令和6年度　12', '市民']);
  });

  it('leaves hidden text out of the reading, keeps it in the text, and says so', () => {
    const hidden = { body: styled('1', '課題') + p(r('①窓口が') + r('（部内限り）', '<w:vanish/>') + r('混む。')) + p(r('部内メモ', '<w:vanish/>')) + p('②待ち時間が長い。') };
    const { text, warnings } = read(hidden);
    expect(warnings).toEqual([{ code: 'hidden-left-out', count: 2 }]);
    expect(text).toContain('部内限り');
    expect(recognised(hidden).records.map((record) => record.text)).toEqual(['窓口が混む。', '待ち時間が長い。']);
  });
});

describe('tabs', () => {
  const tab = run('<w:tab/>');
  it('behind a typed number are one space, at the start an indent', () => {
    expect(linesOf(p(r('１．') + tab + r('審議事項')) + p(tab + r('本文')) + p(r('場所') + tab + tab + r('市役所')))).toEqual(['１．　審議事項', '    本文', '場所　　市役所']);
  });

  it('that cut several lines into the same columns make a table', () => {
    const row = (...cells: readonly string[]) => p(cells.map((cell) => r(cell)).join(tab));
    const { members } = recognised(styled('1', '委員名簿') + row('氏名', '所属', '備考') + row('森 花', 'みどり大学', '会長') + row('林 太郎', '自治会連合会', '委員') + p('以上'));
    expect(members.map(({ name, affiliation }) => [name, affiliation])).toEqual([['森 花', 'みどり大学'], ['林 太郎', '自治会連合会']]);
  });

  it('around the colon of a label only line it up', () => {
    const label = (name: string, value: string) => p(r(name) + tab + r('：') + tab + r(value));
    expect(textsOf(label('日時', '6月4日') + label('場所', '市役所') + label('議題', '諮問'))).toEqual(['日時：6月4日', '場所：市役所', '議題：諮問']);
  });

  it('in a contents list lead to the page, and the list repeats no heading', () => {
    const toc = (style: string, text: string, page: string) => styled(style, r(text) + tab + field('PAGEREF _a', page));
    const body = styled('a3', '支所の在り方に関する基本方針') + p('目次') + toc('10', '第1章　総論', '2') + toc('20', '1　目的', '2') + styled('1', '第1章　総論') + styled('2', '1　目的') + p('　窓口の在り方を定める。');
    expect(recognised(body).headings.map(({ text }) => text)).toEqual(['総論', '目的']);
  });
});
