import { describe, expect, it } from 'vitest';
import type { PointKind } from '../../db/domain/words.ts';
import { newDesk } from '../support/services.ts';
import type { Desk } from '../support/services.ts';
import { WHY } from '../support/store.ts';

/** A committee with two items, and shorthands for its board. */
async function newBoard() {
  const desk = newDesk();
  const committeeId = await desk.newCommittee();
  const item = async (title: string) => (await desk.call('items.add', { committeeId, title })).id;
  const [first, second] = [await item('役割分担'), await item('窓口')];
  const add = async (text: string, { itemId = first, kind = 'issue', ...more }: { itemId?: string | null; kind?: PointKind; parentId?: string; cities?: string[]; afterId?: string | null } = {}) =>
    (await desk.call('points.add', { committeeId, itemId, kind, text, ...more })).id;
  const list = (itemId: string | null = first) => desk.call('points.list', { committeeId, itemId });
  /** What a column shows: number and text. */
  const column = async (itemId: string | null = first, kind: PointKind = 'issue') =>
    (await list(itemId)).filter((point) => point.kind === kind).map((point) => point.number + point.text);
  const point = async (id: string) => {
    const found = (await desk.call('points.all', { committeeId })).find((one) => one.id === id);
    if (found === undefined) throw new Error(`no point ${id}`);
    return found;
  };
  return { desk, committeeId, first, second, add, list, column, point };
}

const titles = async (desk: Desk, committeeId: string) => (await desk.call('items.list', { committeeId })).map((item) => item.number + item.title);

describe('deliberation items', () => {
  it('are numbered in their order, wherever one is added or moved to', async () => {
    const { desk, committeeId, first, second } = await newBoard();
    await desk.call('items.add', { committeeId, title: '連携', afterId: first });
    await desk.call('items.add', { committeeId, title: 'はじめに', afterId: null });
    expect(await titles(desk, committeeId)).toEqual(['(1)はじめに', '(2)役割分担', '(3)連携', '(4)窓口']);
    await desk.call('items.move', { committeeId, id: second, afterId: null });
    await desk.call('items.update', { committeeId, id: first, title: '分担' });
    expect(await titles(desk, committeeId)).toEqual(['(1)窓口', '(2)はじめに', '(3)分担', '(4)連携']);
  });

  it('count what they hold, child lines as part of their point', async () => {
    const { desk, committeeId, first, add } = await newBoard();
    const issue = await add('追えない');
    await add('例えば修繕', { parentId: issue });
    await add('近さ', { kind: 'viewpoint' });
    const reasoned = await add('人事');
    await desk.call('points.update', { committeeId, id: reasoned, reason: '人事制度で定めるため' });
    const [item] = await desk.call('items.list', { committeeId });
    expect(item).toMatchObject({ id: first, viewpoints: 1, issues: 2, examples: 0, openIssues: 1, answeredIssues: 0, reasonedIssues: 1 });
  });

  it('leave their points outside the items when removed, or take them along; undo brings both back', async () => {
    const { desk, committeeId, first, second, add, column } = await newBoard();
    await add('追えない');
    await add('待ち時間', { itemId: second });
    await desk.call('items.remove', { committeeId, id: first });
    await desk.call('items.remove', { committeeId, id: second, withPoints: true });
    expect(await desk.call('items.list', { committeeId })).toEqual([]);
    expect(await column(null)).toEqual(['①追えない']);
    await desk.call('history.undo', { committeeId });
    await desk.call('history.undo', { committeeId });
    expect(await titles(desk, committeeId)).toEqual(['(1)役割分担', '(2)窓口']);
    expect([await column(first), await column(second), await column(null)]).toEqual([['①追えない'], ['①待ち時間'], []]);
  });
});

describe('points', () => {
  it('are numbered within their item and kind, child lines behind their point without a number', async () => {
    const { add, column, first, second } = await newBoard();
    const one = await add('一');
    await add('三');
    await add('二', { afterId: one });
    await add('その一', { parentId: one });
    await add('その二', { parentId: one });
    await add('零', { afterId: null });
    await add('視点', { kind: 'viewpoint' });
    await add('別', { itemId: second });
    expect(await column()).toEqual(['①零', '②一', 'その一', 'その二', '③二', '④三']);
    expect(await column(first, 'viewpoint')).toEqual(['①視点']);
    expect(await column(second)).toEqual(['①別']);
  });

  it('count on past the circled numbers', async () => {
    const { add, column } = await newBoard();
    for (let i = 0; i < 51; i += 1) await add('');
    const numbers = await column();
    expect([numbers[19], numbers[20], numbers[49], numbers[50]]).toEqual(['⑳', '㉑', '㊿', '(51)']);
  });

  it('keep their cities in the order written, each once, and give the list to filter by', async () => {
    const { desk, committeeId, add, point } = await newBoard();
    const id = await add('集約', { kind: 'example', cities: ['広島市', '京都市', '広島市'] });
    await add('公開', { kind: 'example', cities: ['京都市'] });
    expect((await point(id)).cities).toEqual(['広島市', '京都市']);
    expect(await desk.call('cities.list', { committeeId })).toEqual([{ city: '京都市', points: 2 }, { city: '広島市', points: 1 }]);
    await desk.call('points.update', { committeeId, id, cities: ['堺市', '京都市'] });
    expect((await point(id)).cities).toEqual(['堺市', '京都市']);
    await desk.call('points.remove', { committeeId, id });
    expect(await desk.call('cities.list', { committeeId })).toEqual([{ city: '京都市', points: 1 }]);
    await desk.call('history.undo', { committeeId });
    expect((await point(id)).cities).toEqual(['堺市', '京都市']);
  });

  it('go to another item and kind with their child lines, behind the point named', async () => {
    const { desk, committeeId, first, second, add, column } = await newBoard();
    const moved = await add('動く');
    await add('その子', { parentId: moved });
    await add('残る');
    const there = await add('先に', { itemId: second, kind: 'viewpoint' });
    await add('後に', { itemId: second, kind: 'viewpoint' });
    await desk.call('points.move', { committeeId, id: moved, itemId: second, kind: 'viewpoint', afterId: there });
    expect(await column(first)).toEqual(['①残る']);
    expect(await column(second, 'viewpoint')).toEqual(['①先に', '②動く', 'その子', '③後に']);
    await desk.call('history.undo', { committeeId });
    expect(await column(first)).toEqual(['①動く', 'その子', '②残る']);
  });

  it('stay child lines while they move among their siblings, and stand by themselves anywhere else', async () => {
    const { desk, committeeId, first, add, column } = await newBoard();
    const parent = await add('親');
    const a = await add('い', { parentId: parent });
    const b = await add('ろ', { parentId: parent });
    const other = await add('隣');
    const move = (id: string, afterId: string | null) => desk.call('points.move', { committeeId, id, itemId: first, afterId });
    await move(b, null);
    expect(await column()).toEqual(['①親', 'ろ', 'い', '②隣']);
    await move(b, a);
    expect(await column()).toEqual(['①親', 'い', 'ろ', '②隣']);
    await move(a, other);
    expect(await column()).toEqual(['①親', 'ろ', '②隣', '③い']);
    await move(other, b); // behind the point that the line belongs to
    expect(await column()).toEqual(['①親', 'ろ', '②隣', '③い']);
  });

  it('take a line under a child line as a line of the point above both', async () => {
    const { add, column, point } = await newBoard();
    const parent = await add('親');
    const child = await add('子', { parentId: parent });
    const grandchild = await add('孫', { parentId: child });
    expect(await column()).toEqual(['①親', '子', '孫']);
    expect((await point(grandchild)).parentId).toBe(parent);
  });

  it('take their child lines along when removed, and bring them back', async () => {
    const { desk, committeeId, add, column } = await newBoard();
    const parent = await add('親');
    await add('子', { parentId: parent });
    await add('隣');
    await desk.call('points.remove', { committeeId, id: parent });
    expect(await column()).toEqual(['①隣']);
    await desk.call('history.undo', { committeeId });
    expect(await column()).toEqual(['①親', '子', '②隣']);
  });

  it('are all shown however another laptop left their items and parents', async () => {
    const { desk, committeeId, first, add, column } = await newBoard();
    const parent = await add('親');
    const orphan = await add('子', { parentId: parent });
    const [x, y] = [await add('甲'), await add('乙')];
    desk.store.change({ dossierId: committeeId, why: WHY }, (draft) => {
      draft.remove('point', parent);
      draft.edit('point', x, { parentId: y });
      draft.edit('point', y, { parentId: x });
    });
    expect(await column()).toEqual(['①子', '②甲', '乙']);
    desk.store.change({ dossierId: committeeId, why: WHY }, (draft) => draft.remove('item', first));
    expect(await column(null)).toEqual(['①子', '②甲', '乙']);
    expect((await desk.call('points.evidence', { committeeId, id: orphan })).point).toMatchObject({ itemId: null, parentId: null });
  });
});

describe('links', () => {
  it('have no direction: set from either end, seen from both, made once', async () => {
    const { desk, committeeId, add, point } = await newBoard();
    const [issue, example] = [await add('追えない'), await add('番号', { kind: 'example' })];
    await desk.call('links.set', { committeeId, aId: issue, bId: example, linked: true });
    await desk.call('links.set', { committeeId, aId: example, bId: issue, linked: true });
    expect((await point(issue)).linkedIds).toEqual([example]);
    expect((await point(example)).linkedIds).toEqual([issue]);
    await desk.call('links.set', { committeeId, aId: example, bId: issue, linked: false });
    expect((await point(issue)).linkedIds).toEqual([]);
  });

  it('are not shown while one end is removed', async () => {
    const { desk, committeeId, add, point } = await newBoard();
    const [issue, example] = [await add('追えない'), await add('番号', { kind: 'example' })];
    await desk.call('links.set', { committeeId, aId: issue, bId: example, linked: true });
    await desk.call('points.remove', { committeeId, id: example });
    expect((await point(issue)).linkedIds).toEqual([]);
    await desk.call('history.undo', { committeeId });
    expect((await point(issue)).linkedIds).toEqual([example]);
  });

  it('refuse a record with itself, two notes, and what is not there', async () => {
    const { desk, committeeId, add } = await newBoard();
    const issue = await add('追えない');
    const { id: meetingId } = await desk.call('meetings.add', { committeeId, label: '第1回' });
    const [a, b] = [await desk.call('notes.add', { committeeId, meetingId, text: '甲' }), await desk.call('notes.add', { committeeId, meetingId, text: '乙' })];
    await desk.refused('bad-input', 'links.set', { committeeId, aId: issue, bId: issue, linked: true });
    await desk.refused('bad-input', 'links.set', { committeeId, aId: a.id, bId: b.id, linked: true });
    await desk.refused('not-found', 'links.set', { committeeId, aId: issue, bId: 'nobody', linked: true });
  });
});

describe('an issue', () => {
  it('is open, then has a reason, then is answered by the clause that cites it or its child line', async () => {
    const { desk, committeeId, add, point } = await newBoard();
    const issue = await add('追えない');
    const line = await add('修繕の例', { parentId: issue });
    expect((await point(issue)).state).toBe('open');
    await desk.call('points.update', { committeeId, id: issue, reason: '別に検討するため' });
    expect(await point(issue)).toMatchObject({ state: 'reasoned', reason: '別に検討するため' });
    const { id: draftId } = await desk.call('drafts.add', { committeeId, title: '方針' });
    const runs = [{ t: 'text' as const, text: '番号を付ける。' }, { t: 'cite' as const, targetId: line }];
    await desk.call('clauses.apply', {
      committeeId, draftId, removes: [],
      upserts: [
        { id: 'chapter', kind: 'heading', level: 1, numbered: true, content: { form: 'runs', runs: [{ t: 'text', text: '役割' }] }, afterId: null },
        { id: 'clause', kind: 'paragraph', level: 3, numbered: true, content: { form: 'runs', runs }, afterId: 'chapter' },
      ],
    });
    expect(await point(issue)).toMatchObject({ state: 'answered', citations: [{ draftId, clauseId: 'clause', label: '第1章(1)' }] });
    expect((await point(line)).state).toBeNull();
    await desk.call('drafts.remove', { committeeId, id: draftId });
    expect(await point(issue)).toMatchObject({ state: 'reasoned', citations: [] });
  });
});

describe('evidence', () => {
  it('shows the passage with the text around it, the notes about the point and the points linked to it', async () => {
    const { desk, committeeId, add } = await newBoard();
    const id = await add('追えない。');
    const viewpoint = await add('声を届ける', { kind: 'viewpoint' });
    // 120 units on either side end in the middle of a 𠮷: one that is cut is left out before and kept after.
    const [before, after] = [`${'あ'.repeat(115)}\n- ①`, `\n${'い'.repeat(118)}𠮷`];
    const text = `前の行\n𠮷${before}追えない。${after}後`;
    const start = text.indexOf('追えない');
    const { sqlite } = desk.store.connection;
    sqlite.prepare('INSERT INTO source (sha256, file_name, encoding, bytes, text, characters) VALUES (?, ?, ?, ?, ?, ?)').run('hash', '資料.md', 'utf-8', Buffer.from(text), text, text.length);
    desk.store.change({ dossierId: committeeId, why: WHY }, (draft) => {
      draft.add('paper', 'paper', { sha256: 'hash', title: '要望の扱い', label: '資料2', fileName: '資料.md', importedAt: '', rank: 'a0' });
      draft.add('passage', 'passage', { ownerId: id, paperId: 'paper', start, end: start + 5, quote: '追えない。' });
    });
    await desk.call('links.set', { committeeId, aId: id, bId: viewpoint, linked: true });
    const { id: meetingId } = await desk.call('meetings.add', { committeeId, label: '第2回検討会' });
    const { id: speakerId } = await desk.call('members.add', { committeeId, name: '森 由紀子' });
    const note = await desk.call('notes.add', { committeeId, meetingId, speakerId, text: '番号を渡す。', pointIds: [id] });

    const evidence = await desk.call('points.evidence', { committeeId, id });
    expect(evidence.point).toMatchObject({ id, notes: 1, hasSource: true });
    expect(evidence.passages).toEqual([{
      id: 'passage', paperId: 'paper', paperTitle: '要望の扱い', paperLabel: '資料2', line: 3, start, end: start + 5,
      before, quote: '追えない。', after,
    }]);
    expect(evidence.notes).toEqual([{ id: note.id, meetingId, meetingLabel: '第2回検討会', speaker: '森委員', kind: 'opinion', text: '番号を渡す。', at: note.at }]);
    expect(evidence.linked.map((point) => point.id)).toEqual([viewpoint]);
  });
});

describe('what is not there', () => {
  it('is refused before anything is written', async () => {
    const { desk, committeeId, first, add } = await newBoard();
    const removed = await add('消す');
    await desk.call('points.remove', { committeeId, id: removed });
    const gone = { committeeId: 'nobody' };
    await desk.refused('not-found', 'items.add', { ...gone, title: '役割' });
    await desk.refused('not-found', 'items.list', gone);
    await desk.refused('not-found', 'items.update', { committeeId, id: 'nobody', title: '役割' });
    await desk.refused('not-found', 'items.move', { committeeId, id: 'nobody', afterId: null });
    await desk.refused('not-found', 'items.remove', { committeeId, id: 'nobody' });
    await desk.refused('not-found', 'points.list', { committeeId, itemId: 'nobody' });
    await desk.refused('not-found', 'points.add', { committeeId, itemId: 'nobody', kind: 'issue', text: '' });
    await desk.refused('not-found', 'points.add', { committeeId, itemId: first, kind: 'issue', text: '', parentId: removed });
    await desk.refused('not-found', 'points.update', { committeeId, id: removed, text: '書く' });
    await desk.refused('not-found', 'points.move', { committeeId, id: removed, itemId: first, afterId: null });
    await desk.refused('not-found', 'points.remove', { committeeId, id: removed });
    await desk.refused('not-found', 'points.evidence', { committeeId, id: removed });
    await desk.call('committees.remove', { committeeId });
    await desk.refused('not-found', 'items.add', { committeeId, title: '役割' });
    await desk.refused('not-found', 'points.all', { committeeId });
  });
});

describe('commands of one step', () => {
  it('are undone and redone together, and nothing else with them', async () => {
    const desk = newDesk();
    const committeeId = await desk.newCommittee();
    const texts = async () => (await desk.call('points.all', { committeeId })).map((point) => point.text);
    const add = (text: string, step?: string) => desk.call('points.add', { committeeId, itemId: null, kind: 'issue', text, ...(step === undefined ? {} : { step }) });
    await add('前からある課題');
    for (const text of ['貼り付けた一', '貼り付けた二', '貼り付けた三']) await add(text, 'paste');
    await desk.call('history.undo', { committeeId });
    expect(await texts()).toEqual(['前からある課題']);
    await desk.call('history.redo', { committeeId });
    expect(await texts()).toEqual(['前からある課題', '貼り付けた一', '貼り付けた二', '貼り付けた三']);
    for (const { id } of (await desk.call('points.all', { committeeId })).slice(1)) await desk.call('points.remove', { committeeId, id, step: 'clear' });
    expect(await texts()).toEqual(['前からある課題']);
    await desk.call('history.undo', { committeeId });
    expect(await texts()).toHaveLength(4);
  });
});
