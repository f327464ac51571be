import { describe, expect, it } from 'vitest';
import { citationTargets } from '../../db/queries/citation-targets.ts';
import { newDesk } from '../support/services.ts';
import { WHY } from '../support/store.ts';

async function newMeeting() {
  const desk = newDesk();
  const committeeId = await desk.newCommittee();
  const { id: itemId } = await desk.call('items.add', { committeeId, title: '役割' });
  const { id: meetingId } = await desk.call('meetings.add', { committeeId, label: '第2回検討会', dateRaw: 'R8.6.18' });
  const { id: mori } = await desk.call('members.add', { committeeId, name: '森 由紀子' });
  const add = (text: string, more: { speakerId?: string; speaker?: string; pointIds?: string[]; kind?: 'question' | 'action'; due?: string; meetingId?: string } = {}) =>
    desk.call('notes.add', { committeeId, meetingId, text, ...more });
  const issue = async (text: string, parentId: string | null = null) => (await desk.call('points.add', { committeeId, itemId, kind: 'issue', text, parentId })).id;
  const list = () => desk.call('notes.list', { committeeId });
  return { desk, committeeId, itemId, meetingId, mori, add, issue, list };
}

describe('notes', () => {
  it('keep what was said, by whom, of which kind, when and about what', async () => {
    const { meetingId, mori, add, issue, list } = await newMeeting();
    const [first, second] = [await issue('決まらない'), await issue('追えない')];
    const line = await issue('修繕の例', second);
    const { id, at } = await add('番号を付ける。', { speakerId: mori, pointIds: [second, line, first], kind: 'action', due: '8月20日まで' });
    expect(at).toBe('2026-08-06T05:00:00.000Z');
    const [note] = await list();
    expect(note).toMatchObject({ id, at, meetingId, agendaItemId: null, speakerId: mori, speaker: '森委員', kind: 'action', due: '8月20日まで', text: '番号を付ける。', citations: [] });
    expect(note?.links).toHaveLength(3);
    // A child line is called by the number of the point it belongs to.
    expect(new Map(note?.links.map(({ pointId, label }) => [pointId, label]))).toEqual(new Map([[first, '課題①'], [second, '課題②'], [line, '課題②']]));
  });

  it('follow one another in the order of speech, meeting by meeting, until one is moved', async () => {
    const { desk, committeeId, add, list } = await newMeeting();
    const { id: earlier } = await desk.call('meetings.add', { committeeId, label: '第1回', dateRaw: 'R8.5.14' });
    const [a, , c] = [await add('い'), await add('ろ'), await add('は')];
    await add('前の回', { meetingId: earlier });
    const texts = async () => (await list()).map(({ text }) => text);
    expect(await texts()).toEqual(['前の回', 'い', 'ろ', 'は']);
    await desk.call('notes.move', { committeeId, id: c.id, afterId: a.id });
    expect(await texts()).toEqual(['前の回', 'い', 'は', 'ろ']);
    await desk.call('notes.move', { committeeId, id: c.id, afterId: null });
    expect(await texts()).toEqual(['前の回', 'は', 'い', 'ろ']);
    await desk.call('history.undo', { committeeId });
    expect(await texts()).toEqual(['前の回', 'い', 'は', 'ろ']);
  });

  it('are corrected, taken out and brought back without losing when they were taken', async () => {
    const { desk, committeeId, mori, add, list } = await newMeeting();
    const { id } = await add('番号', { speaker: '傍聴者' });
    const [before] = await list();
    await desk.call('notes.update', { committeeId, id, text: '番号を付ける。', speakerId: mori, kind: 'question' });
    expect(await list()).toMatchObject([{ id, text: '番号を付ける。', speaker: '森委員', kind: 'question', at: before?.at }]);
    await desk.call('notes.remove', { committeeId, id });
    expect(await list()).toEqual([]);
    await desk.call('history.undo', { committeeId });
    await desk.call('history.undo', { committeeId });
    expect(await list()).toEqual([before]);
  });

  it('name their speaker by today’s list of members, and as then once the member is off the list', async () => {
    const { desk, committeeId, mori, add, list } = await newMeeting();
    await add('番号', { speakerId: mori });
    await add('様式', { speaker: '事務局' });
    await desk.call('members.update', { committeeId, id: mori, role: 'chair' });
    await desk.call('members.add', { committeeId, name: '森 健' });
    expect((await list()).map(({ speaker }) => speaker)).toEqual(['森 由紀子会長', '事務局']);
    await desk.call('members.remove', { committeeId, id: mori });
    expect(await list()).toMatchObject([{ speakerId: null, speaker: '森委員' }, { speaker: '事務局' }]);
  });

  it('lose a link with the point’s removal and say which clauses cite them', async () => {
    const { desk, committeeId, add, issue, list } = await newMeeting();
    const point = await issue('追えない');
    const { id } = await add('番号', { pointIds: [point] });
    const { id: draftId } = await desk.call('drafts.add', { committeeId, title: '方針' });
    const runs = [{ t: 'cite' as const, targetId: id }];
    await desk.call('clauses.apply', { committeeId, draftId, removes: [], upserts: [{ id: 'c', kind: 'paragraph', level: 0, numbered: false, content: { form: 'runs', runs }, afterId: null }] });
    await desk.call('points.remove', { committeeId, id: point });
    expect(await list()).toMatchObject([{ links: [], citations: [{ draftId, clauseId: 'c', label: '冒頭' }] }]);
  });

  it('of a meeting that another laptop removed are still listed', async () => {
    const { desk, committeeId, meetingId, add, list } = await newMeeting();
    await add('番号');
    desk.store.change({ dossierId: committeeId, why: WHY }, (draft) => draft.remove('meeting', meetingId));
    expect((await list()).map(({ text }) => text)).toEqual(['番号']);
  });

  it('are refused for what is not there, for no text, and under another meeting’s agenda', async () => {
    const { desk, committeeId, meetingId, add } = await newMeeting();
    const { id } = await add('番号');
    const { id: other } = await desk.call('meetings.add', { committeeId, label: '第3回' });
    const { id: agendaItemId } = await desk.call('agenda.add', { committeeId, meetingId: other, title: '審議' });
    await desk.refused('not-found', 'notes.add', { committeeId, meetingId: 'nobody', text: '番号' });
    await desk.refused('not-found', 'notes.add', { committeeId, meetingId, text: '番号', speakerId: 'nobody' });
    await desk.refused('not-found', 'notes.add', { committeeId, meetingId, text: '番号', agendaItemId: 'nobody' });
    await desk.refused('not-found', 'notes.add', { committeeId, meetingId, text: '番号', pointIds: ['nobody'] });
    await desk.refused('bad-input', 'notes.add', { committeeId, meetingId, text: '番号', agendaItemId });
    await desk.refused('bad-input', 'notes.add', { committeeId, meetingId, text: ' 　\n' });
    await desk.refused('bad-input', 'notes.update', { committeeId, id, agendaItemId });
    await desk.refused('not-found', 'notes.update', { committeeId, id: 'nobody', text: '番号' });
    await desk.refused('not-found', 'notes.move', { committeeId, id: 'nobody', afterId: null });
    await desk.refused('not-found', 'notes.remove', { committeeId, id: 'nobody' });
    await desk.refused('not-found', 'notes.list', { committeeId: 'nobody' });
  });
});

describe('what can be cited', () => {
  it('is called by its short form: 課題②, 森委員 第2回', async () => {
    const { desk, committeeId, itemId, mori, add, issue } = await newMeeting();
    await issue('決まらない');
    await issue('追えない');
    await desk.call('points.add', { committeeId, itemId, kind: 'example', text: '番号を公開', cities: ['京都市'] });
    await add('番号を渡す。', { speakerId: mori });
    await add('誰かの発言', { kind: 'question' });
    const targets = citationTargets(desk.store.connection.orm, committeeId);
    expect(targets.map(({ label }) => label)).toEqual(['課題①', '課題②', '事例①', '森委員 第2回', '質問 第2回']);
    expect(targets[2]).toMatchObject({ kind: 'example', text: '番号を公開', cities: ['京都市'], itemId, exists: true });
  });

  it('keeps its last words when it has been removed', async () => {
    const { desk, committeeId, mori, add, issue } = await newMeeting();
    const point = await issue('追えない');
    const { id: note } = await add('番号を渡す。', { speakerId: mori });
    await desk.call('points.update', { committeeId, id: point, text: '届いたか分からない' });
    await desk.call('points.remove', { committeeId, id: point });
    await desk.call('notes.remove', { committeeId, id: note });
    expect(citationTargets(desk.store.connection.orm, committeeId, [point, note, 'never'])).toMatchObject([
      { id: point, kind: 'issue', label: '課題', text: '届いたか分からない', exists: false },
      { id: note, kind: 'note', label: '森委員 第2回', text: '番号を渡す。', exists: false },
    ]);
  });
});
