import { describe, expect, it } from 'vitest';
import { compileBasicPolicy } from '../../../electron/services/reports/compile-basic-policy.ts';
import { compileWorkingPaper } from '../../../electron/services/reports/compile-working-paper.ts';
import { contentsEntries, headingText, textOfRuns, type Block, type ReportDocument } from '../../../electron/services/reports/model.ts';
import { columnShares, keptWithNext, tableGrid } from '../../../electron/services/reports/table-grid.ts';
import { options, source } from './report-fixture.ts';

const headings = (document: ReportDocument) => document.blocks.flatMap((block) => (block.kind === 'heading' ? [headingText(block)] : []));
const ofKind = <K extends Block['kind']>(document: ReportDocument, kind: K) =>
  document.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
const lines = (document: ReportDocument) => ofKind(document, 'paragraph').map((block) => block.marker + textOfRuns(block.runs));

describe('the working paper (審議資料)', () => {
  const paper = compileWorkingPaper(source, options);

  it('stands under its date and paper number, in the order municipal papers have', () => {
    expect(paper.blocks.slice(0, 2)).toEqual([
      { kind: 'mark', date: '令和8年9月18日', paperNumber: '資料2' },
      { kind: 'title', text: '白鳥浜市社会教育施設在り方検討会　審議資料' },
    ]);
    expect(headings(paper).slice(0, 7)).toEqual([
      '1.　審議事項', '2.　スケジュール', '3.　審議事項ごとの視点・課題・他都市の取組',
      '(1)　図書館と公民館の役割、互いの連携', '【基本視点】', '【課題】', '【他都市の取組】',
    ]);
  });

  it('prints dates as they were written', () => {
    const [schedule] = ofKind(paper, 'table');
    expect(schedule?.rows.map((row) => row.map((cell) => textOfRuns(cell.runs)))[3]).toEqual(['第3回検討会', 'R8.9 中旬～下旬', '審議事項(2)・(3)の検討\n中間の取りまとめ']);
  });

  it('names the cities of an example and of each child line in closing brackets', () => {
    expect(lines(paper)).toContain('②司書が公民館を巡回し、週1回の相談日を設置（桐原市・弓ヶ浜市）');
    expect(lines(paper)).toContain('統合後も送迎の車を週3日運行（汐入市・飛鳥川市）');
  });

  it('says of each issue which clause answers it, why none does, or 未対応', () => {
    const after = (text: string) => lines(paper)[lines(paper).indexOf(text) + 1];
    expect(after('②分館の職員が1人の日は、調べものの相談を受けられない。')).toBe('※対応する条項：第2章1(1)');
    expect(after('③公民館の図書室の蔵書が、図書館の検索システム（OPAC）に載っていない。')).toBe('※条項を設けない理由：令和9年度の機器更新に合わせて検討するため');
    expect(after('②利用の少ない時間帯の部屋が空いたままになっている。')).toBe('※対応する条項：未対応');
  });

  it('counts an issue as answered where a clause cites its child line', () => {
    const place = { draftId: 'draft-1', clauseId: 'c', label: '第9章' };
    const [issue] = source.points.filter((point) => point.kind === 'issue' && point.state === 'open');
    if (!issue) throw new Error('the fixture has an open issue');
    const child = { ...issue, id: 'child', number: '', parentId: issue.id, state: null, citations: [place] };
    const points = source.points.flatMap((point) => (point.id === issue.id ? [{ ...point, state: 'answered' as const }, child] : [point]));
    expect(lines(compileWorkingPaper({ ...source, points }, options))).toContain('※対応する条項：第9章');
  });

  it('says nothing of clauses while there is no draft', () => {
    expect(lines(compileWorkingPaper({ ...source, draft: null }, options)).filter((line) => line.startsWith('※'))).toEqual([]);
  });

  it('leaves out a part with nothing in it and numbers on', () => {
    expect(headings(compileWorkingPaper({ ...source, meetings: [] }, options))).toContain('2.　審議事項ごとの視点・課題・他都市の取組');
  });

  it('prints points outside the items under 審議事項', () => {
    const [point] = source.points;
    if (!point) throw new Error('the fixture has points');
    const outside = { ...point, id: 'outside', itemId: null, kind: 'issue' as const, text: '全体に関わる課題', state: 'open' as const };
    const document = compileWorkingPaper({ ...source, points: [outside, ...source.points] }, options);
    expect(headings(document).slice(0, 3)).toEqual(['1.　審議事項', '【課題】', '◎審議事項']);
    expect(lines(document)).toContain('①全体に関わる課題');
  });
});

describe('the basic policy (基本方針)', () => {
  const policy = compileBasicPolicy(source, options);

  it('has a cover that names city, title, edition and date', () => {
    expect(policy.cover).toEqual({
      title: '社会教育施設の在り方に関する基本方針', edition: '（素案）', date: '令和8年9月18日',
      publisher: '白鳥浜市', committee: '白鳥浜市社会教育施設在り方検討会',
    });
  });

  it('does not print the edition twice where the title ends with it', () => {
    if (!source.draft) throw new Error('the fixture has a draft');
    const titled = { ...source, draft: { ...source.draft, draft: { ...source.draft.draft, title: '基本方針(素案)' } } };
    expect(compileBasicPolicy(titled, options).title).toBe('基本方針(素案)');
  });

  it('lists chapters and sections, and the annex, in the contents', () => {
    const entries = contentsEntries(policy).map(headingText);
    expect(entries.slice(0, 4)).toEqual(['はじめに', '第1章　策定の趣旨', '1　策定の目的', '2　方針の位置付け']);
    expect(entries.slice(-4)).toEqual(['資料編', '資料1　委員構成', '資料2　開催経過', '資料3　課題対応表']);
  });

  it('numbers citations in order and says what each cites, in full the first time', () => {
    expect(policy.notes.map((note) => note.number)).toEqual(policy.notes.map((_, i) => i + 1));
    expect(policy.notes[3]?.text).toBe('審議事項(1)事例②　司書が公民館を巡回し、週1回の相談日を設置（桐原市・弓ヶ浜市）');
    expect(policy.notes[8]?.text).toBe('審議事項(1)事例②（※4に同じ）');
    expect(policy.notes[7]?.text).toBe('森本委員 第2回　講座の日程が重なり、同じ人が両方に出られない。早い段階で調整してほしい。');
  });

  it('says where what a clause cites has been removed since', () => {
    expect(policy.notes.map((note) => note.text)).toContain('髙橋委員 第3回　建物の話だけでなく、そこまで行けるかどうかを先に考えるべきだ。（その後削除）');
  });

  it('refers to every note exactly once', () => {
    const marks = policy.blocks.flatMap((block) => ('runs' in block ? block.runs : [])).flatMap((run) => (run.t === 'note' ? [run.number] : []));
    expect(marks).toEqual(policy.notes.map((note) => note.number));
  });

  it('keeps bold and underline on every line of a run that has line ends', () => {
    const [clause] = source.draft?.clauses ?? [];
    if (!source.draft || !clause) throw new Error('the fixture has a draft');
    const content = { form: 'runs' as const, runs: [{ t: 'text' as const, text: '前\n後', bold: true as const }] };
    const { blocks } = compileBasicPolicy({ ...source, draft: { ...source.draft, clauses: [{ ...clause, kind: 'paragraph', level: 0, content }] } }, options);
    expect(blocks[0]).toMatchObject({ runs: [{ t: 'text', text: '前', bold: true }, { t: 'break' }, { t: 'text', text: '後', bold: true }] });
  });

  it('gives the annex the members without the secretariat, and the same coverage as the board', () => {
    const [members, , coverage] = ofKind(policy, 'table').slice(-3);
    expect(members?.rows.map((row) => row.map((cell) => textOfRuns(cell.runs)))).toEqual([
      ['氏名', '所属・役職', '分野', '備考'],
      ['石渡 千尋', '白鳥浜大学 教授', '社会教育', '会長'],
      ['森本 一樹', '白鳥浜市自治会連合会 副会長', '地域', '副会長'],
      ['髙橋 りん', '公募', '市民', ''],
      ['山﨑 浩', '白鳥浜商工会議所 専務理事', '経済', ''],
    ]);
    const issues = source.points.filter((point) => point.kind === 'issue');
    expect(coverage?.rows.length).toBe(1 + source.items.length + issues.length);
    expect(lines(policy).at(-1)).toBe('課題9件のうち、条項で対応したもの5件、理由を付して条項を設けないもの1件、未対応3件。');
  });

  it('refuses a committee without a draft', () => {
    expect(() => compileBasicPolicy({ ...source, draft: null }, options)).toThrow(expect.objectContaining({ code: 'nothing-to-report' }));
  });
});

describe('tables', () => {
  const cell = (text: string, colspan = 1, rowspan = 1) => ({ runs: [{ t: 'text' as const, text }], header: false, colspan, rowspan, centred: false });

  it('lay cells under a rowspan in the free columns', () => {
    const { columns, rows } = tableGrid([[cell('a', 1, 2), cell('b', 2)], [cell('c'), cell('d')]]);
    expect(columns).toBe(3);
    expect(rows[1]?.map((place) => [place.column, place.continues])).toEqual([[0, true], [1, false], [2, false]]);
  });

  it('give every column a share and the long ones more', () => {
    const shares = columnShares([[cell('年度'), cell('とても長い説明が入る列の見出しです。'.repeat(3))]]);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(shares[1]).toBeGreaterThan(shares[0] ?? 1);
    expect(Math.min(...shares)).toBeGreaterThan(0.05);
  });

  it('keep the rows of a rowspan on one page', () => {
    const rows = Array.from({ length: 12 }, (_, i) => (i === 5 ? [cell('x', 1, 2), cell('y')] : i === 6 ? [cell('z')] : [cell('p'), cell('q')]));
    expect(keptWithNext({ kind: 'table', caption: '', headerRows: 1, widths: [0.5, 0.5], rows })).toEqual(rows.map((_, i) => i === 0 || i === 5));
  });
});
