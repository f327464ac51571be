// @vitest-environment jsdom
import { NodeSelection } from '@tiptap/pm/state';
import { describe, expect, it, vi } from 'vitest';
import { cite, insertTable } from '../../../renderer/editor/clause-commands.ts';
import { citedIds } from '../../../db/domain/clause-content.ts';
import { caret, clausesOf, editorOf, press, printed, selectClauses, specs, type } from './draft-editor.ts';

const POLICY = ['h-1 はじめに', 'p0 前文', 'h1 役割', 'h2 考え方', 'p3 区は', 'p4 聞く', 'p4 共有する', 'p3 局は', 'h2 仕組み', 'p3 番号'];

describe('numbers', () => {
  it('are computed, and are no part of the text', () => {
    const editor = editorOf(POLICY);
    expect(printed(editor)).toEqual(['はじめに', '前文', '第1章 役割', '1 考え方', '(1) 区は', 'ア 聞く', 'イ 共有する', '(2) 局は', '2 仕組み', '(1) 番号']);
    expect(editor.state.doc.textContent).not.toContain('第1章');
    expect(editor.view.dom.children[2]?.getAttribute('data-number')).toBe('第1章');
  });

  it('leave the page alone while only text is typed', () => {
    const editor = editorOf(POLICY);
    const elements = [...editor.view.dom.children];
    caret(editor, 4);
    type(editor, '声を聞く');
    expect([...editor.view.dom.children]).toEqual(elements);
    expect(editor.view.dom.children[4]?.getAttribute('data-number')).toBe('(1)');
  });
});

describe('Enter', () => {
  it('makes a new clause of the same level with an id of its own', () => {
    const editor = editorOf(POLICY);
    caret(editor, 4);
    press(editor, 'Enter');
    type(editor, '新しい');
    expect(printed(editor).slice(4, 7)).toEqual(['(1) 区は', '(2) 新しい', 'ア 聞く']);
    const ids = clausesOf(editor).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[5]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('cuts a clause in two, the first half keeping the id', () => {
    const editor = editorOf(['p3 前半後半']);
    caret(editor, 0, 2);
    press(editor, 'Enter');
    expect(specs(editor)).toEqual(['p3 前半', 'p3 後半']);
    expect(clausesOf(editor)[0]?.id).toBe('c0');
  });

  it('at the start of a clause makes room above and leaves the clause its id', () => {
    const editor = editorOf(['p3 本文']);
    caret(editor, 0, 0);
    press(editor, 'Enter');
    expect(specs(editor)).toEqual(['p3', 'p3 本文']);
    expect(clausesOf(editor)[1]?.id).toBe('c0');
    expect(editor.state.selection.$from.parent.textContent).toBe('本文');
  });

  it('in an empty numbered clause steps out a level at a time and ends in plain text', () => {
    const editor = editorOf(['h1 章', 'h2 節', 'p3 一', 'p5']);
    caret(editor, 3);
    const levels = [1, 2, 3].map(() => {
      press(editor, 'Enter');
      return specs(editor)[3];
    });
    expect(levels).toEqual(['p4', 'p3', 'p0']);
    press(editor, 'Enter');
    expect(specs(editor)).toHaveLength(5);
  });

  it('after a heading goes on as the draft does after such headings, else with the next level or plain text', () => {
    const fresh = editorOf(['h1 章', 'h2 節']);
    caret(fresh, 1);
    press(fresh, 'Enter');
    expect(specs(fresh)[2]).toBe('p3');
    caret(fresh, 0);
    press(fresh, 'Enter');
    expect(specs(fresh)[1]).toBe('p0');
    const used = editorOf(['h2 一', 'p0 地の文', 'h2 二']);
    caret(used, 2);
    press(used, 'Enter');
    expect(specs(used)[3]).toBe('p0');
  });

  it('with several clauses selected replaces them', () => {
    const editor = editorOf(['p3 一二', 'p3 三', 'p3 四五']);
    const { doc } = editor.state;
    editor.commands.setTextSelection({ from: 2, to: doc.content.size - 2 });
    press(editor, 'Enter');
    expect(specs(editor)).toEqual(['p3 一', 'p3 五']);
  });

  it('with Shift breaks the line inside the clause', () => {
    const editor = editorOf(['p3 一']);
    caret(editor, 0);
    press(editor, 'Shift-Enter');
    type(editor, '二');
    expect(specs(editor)).toEqual(['p3 一\n二']);
  });
});

describe('levels', () => {
  it('go deeper by Tab and shallower by Shift+Tab, for every selected clause', () => {
    const editor = editorOf(['h2 節', 'p3 一', 'p3 二']);
    selectClauses(editor, 1, 2);
    press(editor, 'Tab');
    expect(specs(editor)).toEqual(['h2 節', 'p4 一', 'p4 二']);
    press(editor, 'Shift-Tab');
    press(editor, 'Shift-Tab');
    expect(specs(editor)).toEqual(['h2 節', 'p2 一', 'p2 二']);
  });

  it('give plain text a number: under a heading the next level, after a clause its own', () => {
    const editor = editorOf(['h2 節', 'p0 一', 'p0 二']);
    caret(editor, 1);
    press(editor, 'Tab');
    caret(editor, 2);
    press(editor, 'Tab');
    expect(specs(editor)).toEqual(['h2 節', 'p3 一', 'p3 二']);
  });

  it('are set by Ctrl+Alt+1…5 and 0', () => {
    const editor = editorOf(['p0 文']);
    caret(editor, 0);
    const seen = ['1', '2', '3', '0', '4', '5'].map((level) => {
      expect(press(editor, `Mod-Alt-${level}`)).toBe(true);
      return specs(editor)[0];
    });
    expect(seen).toEqual(['h1 文', 'h2 文', 'h3 文', 'p0 文', 'p4 文', 'p5 文']);
  });

  it('never let Tab leave the sheet by accident', () => {
    const editor = editorOf(['p5 文']);
    caret(editor, 0);
    expect(press(editor, 'Tab')).toBe(true);
    expect(specs(editor)).toEqual(['p5 文']);
  });
});

describe('Backspace at the start', () => {
  it('drops the number, then the level, then joins the clause before, which keeps its id', () => {
    const editor = editorOf(['p3 一', 'p3 二']);
    const steps = [1, 2, 3].map(() => {
      caret(editor, 1, 0);
      press(editor, 'Backspace');
      return specs(editor).slice(1).join('') || specs(editor)[0];
    });
    expect(steps).toEqual(['p-3 二', 'p0 二', 'p3 一二']);
    expect(clausesOf(editor).map(({ id }) => id)).toEqual(['c0']);
  });

  it('takes an empty clause before away and keeps its own id', () => {
    const editor = editorOf(['p0', 'p0 二']);
    caret(editor, 1, 0);
    press(editor, 'Backspace');
    expect(clausesOf(editor).map(({ id }) => id)).toEqual(['c1']);
  });
});

describe('moving', () => {
  it('takes the clauses under it along and passes whole siblings', () => {
    const editor = editorOf(POLICY);
    caret(editor, 7);
    press(editor, 'Alt-ArrowUp');
    expect(printed(editor).slice(3, 8)).toEqual(['1 考え方', '(1) 局は', '(2) 区は', 'ア 聞く', 'イ 共有する']);
    expect(editor.state.selection.$from.parent.textContent).toBe('局は');
    press(editor, 'Alt-ArrowDown');
    expect(printed(editor)).toEqual(printed(editorOf(POLICY)));
  });

  it('goes over into the next parent at the end of its own', () => {
    const editor = editorOf(POLICY);
    caret(editor, 7);
    press(editor, 'Alt-ArrowDown');
    expect(printed(editor).slice(6)).toEqual(['イ 共有する', '2 仕組み', '(1) 局は', '(2) 番号']);
  });

  it('moves a chapter with everything in it and stops at the ends', () => {
    const editor = editorOf(['h1 一', 'p0 甲', 'h1 二', 'p0 乙']);
    caret(editor, 0);
    expect(press(editor, 'Alt-ArrowUp')).toBe(false);
    press(editor, 'Alt-ArrowDown');
    expect(printed(editor)).toEqual(['第1章 二', '乙', '第2章 一', '甲']);
    expect(clausesOf(editor).map(({ id }) => id)).toEqual(['c2', 'c3', 'c0', 'c1']);
  });
});

describe('markers typed at the start', () => {
  it.each([
    ['第1章　', 'h1'], ['1 ', 'h2'], ['１　', 'h2'], ['(1) ', 'p3'], ['（1）　', 'p3'], ['ア　', 'p4'], ['（ア）　', 'p5'], ['・', 'b0'], ['- ', 'b0'],
  ])('%s becomes the level', (typed, form) => {
    const editor = editorOf(['p0']);
    caret(editor, 0);
    type(editor, typed);
    type(editor, '本文');
    expect(specs(editor)).toEqual([`${form} 本文`]);
  });

  it('stay text where the number is not the one the clause would have', () => {
    const editor = editorOf(['p0']);
    caret(editor, 0);
    type(editor, '30 年前');
    expect(specs(editor)).toEqual(['p0 30 年前']);
  });

  it('stay text in the middle of a clause and in headings', () => {
    const editor = editorOf(['p0 文', 'h1 ']);
    caret(editor, 0);
    type(editor, '(1) ');
    expect(specs(editor)[0]).toBe('p0 文(1)');
  });

  it('come back as they were typed by Backspace or undo', () => {
    const editor = editorOf(['p0']);
    caret(editor, 0);
    type(editor, '(1) ');
    expect(specs(editor)).toEqual(['p3']);
    press(editor, 'Backspace');
    expect(specs(editor)).toEqual(['p0 (1)']);
    const other = editorOf(['p0']);
    caret(other, 0);
    type(other, '(1) ');
    press(other, 'Mod-z');
    expect(specs(other)).toEqual(['p0 (1)']);
  });
});

describe('citations', () => {
  it('stand in the text at the caret as one character and are chosen by Enter', () => {
    const onChoose = vi.fn<(id: string) => void>();
    const editor = editorOf(['p3 区は聞く'], { onChoose });
    caret(editor, 0, 2);
    cite('issue-1')(editor.state, editor.view.dispatch);
    const [clause] = clausesOf(editor);
    expect(clause && citedIds(clause.content)).toEqual(['issue-1']);
    expect(specs(editor)).toEqual(['p3 区は聞く']);
    editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, 3)));
    press(editor, 'Enter');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('issue-1');
    expect(specs(editor)).toHaveLength(1);
  });

  it('are asked for by Ctrl+Enter, and Esc leaves the sheet', () => {
    const onCite = vi.fn<() => void>();
    const onLeave = vi.fn<() => void>();
    const editor = editorOf(['p3 文'], { onCite, onLeave });
    press(editor, 'Mod-Enter');
    press(editor, 'Escape');
    expect([onCite.mock.calls.length, onLeave.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('tables', () => {
  it('are put in the place of an empty clause, moved through by Tab, and grow a row at their end', () => {
    const editor = editorOf(['p0 前', 'p0']);
    caret(editor, 1);
    insertTable(editor.state, editor.view.dispatch);
    for (const word of ['甲', '乙', '丙']) {
      type(editor, word);
      press(editor, 'Tab');
    }
    for (let i = 0; i < 6; i += 1) press(editor, 'Tab');
    type(editor, '末');
    const table = clausesOf(editor)[1]?.content;
    expect(table).toMatchObject({ form: 'table', caption: '' });
    if (table?.form !== 'table') throw new Error('no table');
    expect(table.rows.map((row) => row.map(({ header }) => header))).toEqual([[true, true, true], [false, false, false], [false, false, false], [false, false, false]]);
    expect(table.rows[0]?.map(({ runs }) => runs)).toEqual([[{ t: 'text', text: '甲' }], [{ t: 'text', text: '乙' }], [{ t: 'text', text: '丙' }]]);
    expect(table.rows[3]?.[0]?.runs).toEqual([{ t: 'text', text: '末' }]);
    expect(clausesOf(editor)).toHaveLength(2);
  });

  it('break the line of a cell by Enter', () => {
    const editor = editorOf(['p0']);
    insertTable(editor.state, editor.view.dispatch);
    type(editor, '一');
    press(editor, 'Enter');
    type(editor, '二');
    expect(clausesOf(editor)[0]?.content).toMatchObject({ rows: [[{ runs: [{ t: 'text', text: '一' }, { t: 'break' }, { t: 'text', text: '二' }] }, {}, {}], {}, {}] });
  });
});

describe('undo', () => {
  it('takes typing back, and a removed clause comes back with its id', () => {
    const editor = editorOf(['p3 一', 'p3 二']);
    selectClauses(editor, 0, 1);
    editor.commands.deleteSelection();
    expect(clausesOf(editor).length).toBeLessThan(2);
    press(editor, 'Mod-z');
    expect(clausesOf(editor).map(({ id }) => id)).toEqual(['c0', 'c1']);
    expect(specs(editor)).toEqual(['p3 一', 'p3 二']);
  });
});
