import { describe, expect, it } from 'vitest';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';
import { unaccounted } from '../../../electron/services/papers/unaccounted.ts';

/** A sheet of an invented city, whose rows say in a column of their own what they are. */
const SHEET = `若草台市第２次経営改革大綱　実施計画進捗シート　№７

実施計画名　窓口の予約制の導入
所管課　　　市民窓口課

〈工程表〉

取組項目	区分	令和4年度	令和5年度	令和6年度
予約の受付	当初	検討	試行	実施
	変更計画(令和5)		検討	試行
	実績	検討	検討	
案内の見直し	計画	―	実施	継続
	理由	掲示の更新が遅れたため

変更理由　令和5　機器の納入が遅れたため

〈令和5年度の評価〉

取組項目	評価	評価の理由
予約の受付	B	試行の準備を終えた。
`;

describe('a programme sheet with a column that says what each row is', () => {
  const paper = recognisePaper(SHEET);

  it('is known by its programme, and reads its fields as no records', () => {
    expect([paper.kind, paper.title, paper.records]).toEqual(['programme-sheet', '窓口の予約制の導入', []]);
  });

  it('keeps plan, revision, reason and what was done apart', () => {
    expect(paper.programme.map(({ item, rows, progress }) => ({ item, rows, progress }))).toEqual([
      {
        item: '予約の受付',
        rows: [
          { kind: 'plan', revision: null, cells: { 令和4年度: '検討', 令和5年度: '試行', 令和6年度: '実施' }, reason: null },
          { kind: 'revised', revision: '変更計画(令和5)', cells: { 令和5年度: '検討', 令和6年度: '試行' }, reason: '機器の納入が遅れたため' },
        ],
        progress: [
          { year: '令和4年度', kind: '実績', status: '検討', text: '' },
          { year: '令和5年度', kind: '実績', status: '検討', text: '' },
          { year: '令和5年度', kind: '評価', status: 'B', text: '試行の準備を終えた。' },
        ],
      },
      {
        item: '案内の見直し',
        rows: [{ kind: 'plan', revision: null, cells: { 令和4年度: '―', 令和5年度: '実施', 令和6年度: '継続' }, reason: '掲示の更新が遅れたため' }],
        progress: [],
      },
    ]);
  });

  it('accounts for every character once', () => {
    expect(unaccounted(SHEET, paper)).toEqual({ missing: [], doubled: [] });
  });
});
