// The pages below are of invented cities.
import Encoding from 'encoding-japanese';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../electron/services/papers/files/html/read-html.ts';

const read = (html: string) => readHtml('page.html', new TextEncoder().encode(html), () => {});
const lines = (html: string) => read(html).text.split('\n').map((line) => line.trimEnd()).filter((line) => line !== '' && !/^\|(?: --- \|)+$/.test(line));
const asides = (html: string) => {
  const paper = read(html);
  return (paper.furniture ?? []).map(({ start, end }) => paper.text.slice(start, end));
};

describe('a web page', () => {
  it('reads headings by their level, paragraphs and line ends', () => {
    expect(read('<h1>基本方針</h1><h2>1 はじめに</h2><p>区役所は<b>身近</b>な窓口である。<br>市民が集う。</p><p>次。</p>').text)
      .toBe('# 基本方針\n\n## 1 はじめに\n\n区役所は身近な窓口である。  \n市民が集う。  \n\n次。  \n\n');
  });

  it('shows lists as a browser does', () => {
    expect(lines('<ol start="3"><li>三<li>四<ul><li>内</ul><li value="9">九</ol><ol type="a"><li>あ</li></ol><ol type="I" reversed><li>い</li><li>う</li></ol><ul style="list-style:none"><li>① 印なし</li></ul>'))
      .toEqual(['3. 三', '4. 四', '  - 内', '9. 九', 'a. あ', 'II. い', 'I. う', '① 印なし']);
    expect(lines('<ul><li><p>一段</p><p>二段</p></li></ul><dl><dt>語</dt><dd>説明</dd></dl>')).toEqual(['- 一段', '  二段', '語', '\u3000説明']);
  });

  it('reads tables with cells over rows and columns, without shifting the others', () => {
    expect(lines('<table><caption>表1</caption><tr><th rowspan=2>部<th colspan=2>人数<tr><th>男<th>女<tr><td>総務<td>1<td>2<p>3</table>'))
      .toEqual(['表1', '| 部 | 人数 |  |', '|  | 男 | 女 |', '| 総務 | 1 | 2<br>3 |']);
    expect(lines('<table><tfoot><tr><td>計<td>3</tfoot><tbody><tr><td rowspan=0>a<td>1<tr><td>2</tbody></table>')).toEqual(['| a | 1 |', '|  | 2 |', '| 計 | 3 |']);
  });

  it('keeps the marks that a cell’s text has of its own, and gives the items of a list one where they have none', () => {
    expect(lines('<table><tr><td>課題<td>・3地区で不足<br>・<tr><td>取組<td><ul><li>増設<li>① 移設</ul></table>')).toEqual(['| 課題 | ・3地区で不足<br>・ |', '| 取組 | ・増設<br>① 移設 |']);
  });

  it('takes the way to where one is, jumps within the page and its foot for furniture, by the names sites give them', () => {
    const html = '<body><div id="breadcrumb">トップ &gt; 市政</div><h1>計画</h1><p>本文</p><p><a href="#top">ページの先頭へ</a></p><p>次は<a href="#b">別表</a>を見る。</p><div class="wide page-footer">問合せ 企画課</div>';
    expect(asides(html)).toEqual(['トップ > 市政', 'ページの先頭へ', '問合せ 企画課']);
  });

  it('looks through tables that only lay the page out', () => {
    expect(lines('<table><tr><td><h2>課題</h2><p>窓口が遠い。</p></td><td><table><tr><td>a<td>b</table></td></tr></table>')).toEqual(['## 課題', '窓口が遠い。', '| a | b |']);
    expect(lines('<table><tr><td>一つの枠の文。</td></tr></table>')).toEqual(['一つの枠の文。']);
  });

  it('leaves out what nobody sees, and keeps the page’s own furniture apart', () => {
    const html = '<head><title>市のページ</title><style>p{}</style></head><body><!-- 注 --><script>x()</script><nav><ul><li><a href="/">ホーム</a></ul></nav><p hidden>隠</p><p style="color:red; display:none">隠</p><header>青凪市</header><p>本文<template>型</template></p><button>検索</button><footer>青凪市役所</footer>';
    expect(lines(html)).toEqual(['\\- ホーム', '青凪市', '本文', '検索', '青凪市役所'].map((line) => line.replace('\\- ', '')));
    expect(asides(html)).toEqual(['ホーム', '青凪市', '検索', '青凪市役所']);
  });

  it('reads entities, ruby, links, pictures and notes', () => {
    expect(lines('<p>A&amp;B&nbsp;&#12354; <ruby>窓<rp>(</rp><rt>まど</rt><rp>)</rp></ruby>口は<a href="x">こちら</a></p>')).toEqual(['A&B あ 窓口はこちら']);
    expect(lines('<p><img src=a alt="庁舎の写真"></p><p>図<img alt="(1)">のとおり</p><p><img alt=""></p>')).toEqual(['![庁舎の写真]()', '図(1)のとおり']);
    expect(lines('<p>協働<a href="#fn1"><sup>1</sup></a>の面積 10m<sup>2</sup></p><section class="footnotes"><hr><ol><li id="fn1"><p>共に働くこと<a href="#r" class="footnote-back">↩</a></p></ol></section>'))
      .toEqual(['協働※1の面積 10m2', '※1 共に働くこと']);
  });

  it('keeps struck and inserted text as such', () => {
    expect(lines('<p>窓口を<del>廃止</del><ins>統合</ins>する。</p>')).toEqual(['窓口を<del>廃止</del><ins>統合</ins>する。']);
    expect(lines('<del><p>一</p><p>二</p></del>')).toEqual(['<del>一</del>', '<del>二</del>']);
  });

  it('escapes what the form of the text would take', () => {
    expect(lines('<p># 番号</p><p>- 引く</p><p>&lt;br&gt;と**強調**</p><table><tr><td>a|b<td>-</table>')).toEqual(['\\# 番号', '\\- 引く', '\\<br>と\\*\\*強調\\*\\*', '| a\\|b | \\- |']);
  });

  it('keeps the lines of preformatted text', () => {
    expect(lines('<pre>会長  開会\n  委員  質問</pre>')).toEqual(['会長  開会', '  委員  質問']);
  });

  it('joins a wrapped line of Japanese without a blank', () => {
    expect(lines('<p>区役所は市民に最も身近な行政機関であり、まちづくりの\n  拠点である。</p>')).toEqual(['区役所は市民に最も身近な行政機関であり、まちづくりの拠点である。']);
  });

  it('believes what the page says of its encoding, where the bytes allow it', () => {
    const html = (charset: string) => `<meta http-equiv="Content-Type" content="text/html; charset=${charset}"><p>審議</p>`;
    const bytes = (text: string, to: 'SJIS' | 'EUCJP') => Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to }));
    for (const [charset, to] of [['Shift_JIS', 'SJIS'], ['euc-jp', 'EUCJP']] as const) {
      expect(readHtml('a.html', bytes(html(charset), to), () => {}).text.trim()).toBe('審議');
    }
    expect(readHtml('a.html', new TextEncoder().encode(html('shift_jis')), () => {}).text.trim()).toBe('審議');
  });

  it('reads 10,000 tables within each other', () => {
    const started = performance.now();
    expect(read(`${'<table><tr><td>'.repeat(10_000)}底`).text.trim()).toBe('底');
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('refuses a page without text', () => {
    expect(() => read('<html><body><script>x</script></body></html>')).toThrow(expect.objectContaining({ code: 'paper-empty' }));
  });
});
