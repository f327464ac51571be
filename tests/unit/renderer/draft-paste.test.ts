// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Editor } from '@tiptap/core';
import { insertTable } from '../../../renderer/editor/clause-commands.ts';
import { clause } from './clause-arbitraries.ts';
import { caret, clausesOf, editorOf, printed, selectClauses, specs } from './draft-editor.ts';

/** jsdom has no DataTransfer: the part of it the clipboard needs. */
class Clipboard {
  readonly #data = new Map<string, string>();
  getData = (type: string) => this.#data.get(type) ?? '';
  setData = (type: string, value: string) => void this.#data.set(type, value);
  clearData = () => this.#data.clear();
}

function clipboardEvent(name: 'copy' | 'cut' | 'paste', data: Clipboard): Event {
  return Object.assign(new Event(name, { bubbles: true, cancelable: true }), { clipboardData: data });
}

function paste(editor: Editor, content: { text?: string; html?: string }): void {
  const data = new Clipboard();
  data.setData('text/plain', content.text ?? '');
  if (content.html !== undefined) data.setData('text/html', content.html);
  editor.view.dom.dispatchEvent(clipboardEvent('paste', data));
}

function copy(editor: Editor, how: 'copy' | 'cut' = 'copy'): Clipboard {
  const data = new Clipboard();
  editor.view.dom.dispatchEvent(clipboardEvent(how, data));
  return data;
}

const pasteFrom = (editor: Editor, data: Clipboard) => editor.view.dom.dispatchEvent(clipboardEvent('paste', data));

describe('pasting text', () => {
  it('turns lines that open with markers into clauses of that level', () => {
    const editor = editorOf(['p0']);
    caret(editor, 0);
    paste(editor, { text: '第2章　窓口\r\n1 窓口の役割\r\n\r\n(1) 受け付ける。\r\nア　電話\r\n（ア）　昼間\r\n・土曜\r\nそのほかは別に定める。\r\n' });
    expect(specs(editor)).toEqual(['h1 窓口', 'h2 窓口の役割', 'p3 受け付ける。', 'p4 電話', 'p5 昼間', 'b0 土曜', 'p0 そのほかは別に定める。']);
    expect(printed(editor)[0]).toBe('第1章 窓口');
  });

  it('puts one line into the line it is pasted in, markers and all', () => {
    const editor = editorOf(['p3 前後']);
    caret(editor, 0, 1);
    paste(editor, { text: '(2) の' });
    expect(specs(editor)).toEqual(['p3 前(2) の後']);
  });

  it('keeps the form of an empty clause for one plain line', () => {
    const editor = editorOf(['p4']);
    caret(editor, 0);
    paste(editor, { text: '窓口を開く。' });
    expect(specs(editor)).toEqual(['p4 窓口を開く。']);
  });

  it('cuts a clause in two around several lines and leaves the caret behind them', () => {
    const editor = editorOf(['p3 前後']);
    caret(editor, 0, 1);
    paste(editor, { text: '(1) 甲\n(2) 乙' });
    expect(specs(editor)).toEqual(['p3 前', 'p3 甲', 'p3 乙', 'p3 後']);
    expect(editor.state.selection.$from.parent.textContent).toBe('乙');
    const ids = clausesOf(editor).map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(ids[0]).toBe('c0');
  });

  it('keeps ① and numbers in sentences as text', () => {
    const editor = editorOf(['p0']);
    paste(editor, { text: '① 一つめ\n1.5倍になる\n第1回は5月' });
    expect(specs(editor)).toEqual(['p0 ① 一つめ', 'p0 1.5倍になる', 'p0 第1回は5月']);
  });

  it('in a cell breaks lines instead of making clauses', () => {
    const editor = editorOf(['p0']);
    insertTable(editor.state, editor.view.dispatch);
    paste(editor, { text: '(1) 甲\n(2) 乙' });
    expect(clausesOf(editor)).toHaveLength(1);
    expect(clausesOf(editor)[0]?.content).toMatchObject({ rows: [[{ runs: [{ text: '甲' }, { t: 'break' }, { text: '乙' }] }, {}, {}], {}, {}] });
  });
});

describe('pasting from Word and others', () => {
  it('keeps headings, lists, bold and underline, and reads printed list numbers as levels', () => {
    const editor = editorOf(['p0']);
    paste(editor, {
      html: `<html><head><style>p{color:red}</style></head><body lang=JA><!--StartFragment-->
        <h1>第1章　はじめの章</h1>
        <p class=MsoNormal>前の<b>太い</b>文と<u>線の</u>文。折り返した
行が続く。<o:p></o:p></p>
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>(1)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>受け付ける</p>
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>点のもの</p>
        <ul><li>上<ul><li>下</li></ul></li></ul>
        <ol><li>一つめ</li></ol>
        <p class=MsoNormal>&nbsp;</p>
      <!--EndFragment--></body></html>`,
    });
    expect(specs(editor)).toEqual(['h1 はじめの章', 'p0 前の太い文と線の文。折り返した行が続く。', 'p3 受け付ける', 'b0 点のもの', 'b0 上', 'b1 下', 'p3 一つめ']);
    expect(clausesOf(editor)[1]?.content).toMatchObject({ runs: [{ text: '前の' }, { text: '太い', bold: true }, { text: '文と' }, { text: '線の', underline: true }, {}] });
  });

  it('keeps a table with its header cells, spans and lines', () => {
    const editor = editorOf(['p0 前']);
    caret(editor, 0);
    paste(editor, {
      html: '<p>表の前</p><table><thead><tr><td colspan=2>見出し</td></tr></thead><tbody><tr><td><p>甲</p><p>乙</p></td><td>丙</td></tr></tbody></table>',
    });
    expect(clausesOf(editor).map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'table']);
    expect(clausesOf(editor)[2]?.content).toEqual({
      form: 'table', caption: '',
      rows: [
        [{ header: true, colspan: 2, rowspan: 1, runs: [{ t: 'text', text: '見出し' }] }],
        [
          { header: false, colspan: 1, rowspan: 1, runs: [{ t: 'text', text: '甲' }, { t: 'break' }, { t: 'text', text: '乙' }] },
          { header: false, colspan: 1, rowspan: 1, runs: [{ t: 'text', text: '丙' }] },
        ],
      ],
    });
  });

  it('gives headings without any numbers theirs, but leaves はじめに alone beside numbered ones', () => {
    const plain = editorOf(['p0']);
    paste(plain, { html: '<h1>役割</h1><p>文</p><h2>考え方</h2>' });
    expect(printed(plain)).toEqual(['第1章 役割', '文', '1 考え方']);
    const mixed = editorOf(['p0']);
    paste(mixed, { html: '<h1>はじめに</h1><h1>第1章　役割</h1>' });
    expect(printed(mixed)).toEqual(['はじめに', '第1章 役割']);
  });

  it('takes nothing that could run or be fetched', () => {
    const editor = editorOf(['p0']);
    paste(editor, { html: '<p onclick="alert(1)">文<img src="https://example.invalid/x.png"><script>alert(1)</script></p>' });
    expect(editor.view.dom.innerHTML).not.toMatch(/img src|script|onclick/);
    expect(specs(editor)).toEqual(['p0 文']);
  });
});

describe('copying out', () => {
  const POLICY = ['h1 役割', 'p3 区は聞く', 'p4 電話', 'b0 土曜'];

  it('writes the numbers as text, for plain text and for HTML', () => {
    const editor = editorOf(POLICY);
    selectClauses(editor, 0, 3);
    const data = copy(editor);
    expect(data.getData('text/plain')).toBe('第1章　役割\n(1)　区は聞く\nア　電話\n・土曜');
    expect(data.getData('text/html')).toContain('(1)');
  });

  it('writes no number for a piece out of the middle of a clause', () => {
    const editor = editorOf(POLICY);
    const start = editor.state.doc.resolve(0).posAtIndex(1, 0) + 1;
    editor.commands.setTextSelection({ from: start + 2, to: start + 4 });
    expect(copy(editor).getData('text/plain')).toBe('聞く');
  });

  it('pasted here again keeps levels and takes no number into the text; the copy gets ids of its own', () => {
    const editor = editorOf([...POLICY, 'p0']);
    selectClauses(editor, 0, 3);
    const data = copy(editor);
    caret(editor, 4);
    pasteFrom(editor, data);
    expect(specs(editor)).toEqual([...POLICY, ...POLICY]);
    const ids = clausesOf(editor).map(({ id }) => id);
    expect(ids.slice(0, 4)).toEqual(['c0', 'c1', 'c2', 'c3']);
    expect(new Set(ids).size).toBe(8);
  });

  it('pasted into another draft never takes the clause away from the one it was copied from', () => {
    const here = editorOf(POLICY);
    selectClauses(here, 0, 3);
    const data = copy(here);
    const there = editorOf([{ ...clause('p0'), id: 'other' }]);
    pasteFrom(there, data);
    expect(specs(there)).toEqual(POLICY);
    const ids = clausesOf(there).map(({ id }) => id);
    for (const { id } of clausesOf(here)) expect(ids).not.toContain(id);
  });

  it('cut and pasted elsewhere keeps its id, and with it its history', () => {
    const editor = editorOf(['p3 一', 'p3 二', 'p3 三', 'p0']);
    selectClauses(editor, 0, 1);
    const data = copy(editor, 'cut');
    caret(editor, clausesOf(editor).length - 1);
    pasteFrom(editor, data);
    expect(clausesOf(editor).filter(({ content }) => content.form === 'runs' && content.runs.length > 0).map(({ id }) => id)).toContain('c1');
  });
});
