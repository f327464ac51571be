import { describe, expect, it } from 'vitest';
import { newDesk } from '../support/services.ts';

async function newCalendar() {
  const desk = newDesk();
  const committeeId = await desk.newCommittee();
  const add = async (label: string, dateRaw?: string) => (await desk.call('meetings.add', { committeeId, label, ...(dateRaw === undefined ? {} : { dateRaw }) })).id;
  const list = () => desk.call('meetings.list', { committeeId });
  const get = (id: string) => desk.call('meetings.get', { committeeId, id });
  return { desk, committeeId, add, list, get };
}

describe('meetings', () => {
  it('stand in order of their fuzzy dates, as they were written, those without a date last', async () => {
    const { add, list } = await newCalendar();
    await add('第5回', 'H26.10 下旬');
    await add('日を決める会');
    await add('第4回', 'H26.8 下旬');
    await add('ワークショップ', 'H26.10 上旬～中旬');
    await add('第3回', 'H26.8.8');
    await add('答申', '未定');
    expect((await list()).map(({ label, dateRaw }) => `${label} ${dateRaw}`)).toEqual([
      '第3回 H26.8.8', '第4回 H26.8 下旬', 'ワークショップ H26.10 上旬～中旬', '第5回 H26.10 下旬', '日を決める会 ', '答申 未定',
    ]);
    expect((await list())[1]).toMatchObject({ start: '2014-08-21', end: '2014-08-31', precision: 'part-of-month', dateFlag: null });
    expect((await list())[5]).toMatchObject({ start: null, end: null, precision: 'none' });
  });

  it('take the year of a date without one from the latest other meeting', async () => {
    const { desk, committeeId, add, get } = await newCalendar();
    const alone = await add('第1回', '5月15日');
    expect((await get(alone)).meeting).toMatchObject({ start: null, precision: 'none', dateRaw: '5月15日' });
    await desk.call('meetings.update', { committeeId, id: alone, dateRaw: 'H26.5.15' });
    expect((await get(await add('第2回', '6月19日'))).meeting).toMatchObject({ start: '2014-06-19', precision: 'day' });
  });

  it('refuse a date that no calendar has, with its reason, and keep the one they had', async () => {
    const { desk, committeeId, add } = await newCalendar();
    const id = await add('第1回', 'H26.5.15');
    await desk.refused('invalid-date', 'meetings.add', { committeeId, label: '第2回', dateRaw: '平成26年13月1日' });
    await desk.refused('invalid-date', 'meetings.update', { committeeId, id, dateRaw: '令和8年2月30日' });
    const refusal = await desk.ask('meetings.update', { committeeId, id, dateRaw: '令和8年2月30日' });
    expect(refusal).toMatchObject({ detail: { raw: '令和8年2月30日', reason: expect.stringMatching(/./) } });
  });

  it('flag a date that a person should look at', async () => {
    const { add, get } = await newCalendar();
    expect((await get(await add('第9回', '平成40年4月1日'))).meeting).toMatchObject({ start: '2028-04-01', dateFlag: 'era-overrun' });
  });

  it('keep every field, and give what was left out its plain value', async () => {
    const { desk, committeeId, get } = await newCalendar();
    const fields = { label: '第2回', dateRaw: 'R8.6.18', topics: '役割分担', place: '303会議室', startTime: '14:00', endTime: '16:00', open: false, closedReason: '個人情報を扱うため', observers: 0 };
    const { id } = await desk.call('meetings.add', { committeeId, ...fields });
    expect((await get(id)).meeting).toMatchObject(fields);
    const { id: bare } = await desk.call('meetings.add', { committeeId, label: '第3回' });
    expect((await get(bare)).meeting).toMatchObject({ dateRaw: '', topics: '', place: '', startTime: '', open: true, closedReason: '', observers: null, precision: 'none' });
    await desk.call('meetings.update', { committeeId, id, observers: 3, open: true });
    expect((await get(id)).meeting).toMatchObject({ ...fields, observers: 3, open: true });
  });

  it('take their agenda and notes along when removed, and undo brings all back', async () => {
    const { desk, committeeId, add, list, get } = await newCalendar();
    const id = await add('第1回');
    await desk.call('agenda.add', { committeeId, meetingId: id, title: '開会' });
    await desk.call('notes.add', { committeeId, meetingId: id, text: '始まった。' });
    expect((await list())[0]).toMatchObject({ agendaItems: 1, notes: 1 });
    const before = await get(id);
    await desk.call('meetings.remove', { committeeId, id });
    expect(await list()).toEqual([]);
    expect(await desk.call('notes.list', { committeeId })).toEqual([]);
    await desk.call('history.undo', { committeeId });
    expect(await get(id)).toEqual(before);
  });
});

describe('an agenda', () => {
  it('is numbered in its order and linked to deliberation items', async () => {
    const { desk, committeeId, add, get } = await newCalendar();
    const meetingId = await add('第1回');
    const [first, second] = [await desk.call('items.add', { committeeId, title: '役割' }), await desk.call('items.add', { committeeId, title: '窓口' })];
    const { id: review } = await desk.call('agenda.add', { committeeId, meetingId, title: '審議', minutes: 35, itemIds: [second.id, first.id] });
    const { id: opening } = await desk.call('agenda.add', { committeeId, meetingId, title: '開会', afterId: null });
    await desk.call('agenda.add', { committeeId, meetingId, title: 'その他' });
    const agenda = async () => (await get(meetingId)).agenda;
    expect((await agenda()).map(({ number, title }) => number + title)).toEqual(['1開会', '2審議', '3その他']);
    expect((await agenda())[1]).toMatchObject({ minutes: 35, state: 'open', itemIds: [first.id, second.id], notes: 0 });

    await desk.call('agenda.update', { committeeId, id: review, state: 'current', itemIds: [second.id] });
    await desk.call('agenda.move', { committeeId, id: opening, afterId: review });
    await desk.call('notes.add', { committeeId, meetingId, agendaItemId: review, text: '意見。' });
    expect((await agenda())[0]).toEqual({ id: review, number: '1', title: '審議', minutes: 35, state: 'current', itemIds: [second.id], notes: 1 });

    await desk.call('items.remove', { committeeId, id: second.id });
    expect((await agenda())[0]?.itemIds).toEqual([]);
    await desk.call('agenda.remove', { committeeId, id: review });
    expect((await agenda()).map(({ number, title }) => number + title)).toEqual(['1開会', '2その他']);
    expect((await get(meetingId)).notes[0]?.agendaItemId).toBeNull();
    await desk.call('history.undo', { committeeId });
    expect((await get(meetingId)).notes[0]?.agendaItemId).toBe(review);
  });
});

describe('members and their attendance', () => {
  it('stand in the order they are put in', async () => {
    const { desk, committeeId } = await newCalendar();
    const add = async (name: string, afterId?: string | null) => (await desk.call('members.add', { committeeId, name, ...(afterId === undefined ? {} : { afterId }) })).id;
    const mori = await add('森 一');
    await add('原 二');
    const ishida = await add('石田 三', null);
    await desk.call('members.update', { committeeId, id: ishida, role: 'chair', affiliation: 'みなみ野大学' });
    const list = () => desk.call('members.list', { committeeId });
    expect(await list()).toMatchObject([{ name: '石田 三', role: 'chair', affiliation: 'みなみ野大学', field: '' }, { name: '森 一', role: 'member' }, { name: '原 二' }]);
    await desk.call('members.move', { committeeId, id: mori, afterId: null });
    await desk.call('members.remove', { committeeId, id: ishida });
    expect((await list()).map(({ name }) => name)).toEqual(['森 一', '原 二']);
    await desk.call('history.undo', { committeeId });
    expect((await list()).map(({ name }) => name)).toEqual(['森 一', '石田 三', '原 二']);
  });

  it('are recorded once a member and meeting, and cleared by null', async () => {
    const { desk, committeeId, add, get } = await newCalendar();
    const meetingId = await add('第1回');
    const { id: memberId } = await desk.call('members.add', { committeeId, name: '森' });
    const set = (state: 'present' | 'late' | null) => desk.call('attendance.set', { committeeId, meetingId, memberId, state });
    const recorded = async () => (await get(meetingId)).attendance;
    await set('present');
    await set('late');
    expect(await recorded()).toEqual([{ memberId, state: 'late' }]);
    await set(null);
    expect(await recorded()).toEqual([]);
    await desk.call('history.undo', { committeeId });
    expect(await recorded()).toEqual([{ memberId, state: 'late' }]);
    await desk.call('members.remove', { committeeId, id: memberId });
    expect(await recorded()).toEqual([]);
  });
});

describe('what is not there', () => {
  it('is refused before anything is written', async () => {
    const { desk, committeeId, add } = await newCalendar();
    const id = await add('第1回');
    const nobody = { committeeId, id: 'nobody' };
    await desk.refused('not-found', 'meetings.add', { committeeId: 'nobody', label: '第1回' });
    await desk.refused('not-found', 'meetings.get', nobody);
    await desk.refused('not-found', 'meetings.update', { ...nobody, place: '会議室' });
    await desk.refused('not-found', 'meetings.remove', nobody);
    await desk.refused('not-found', 'agenda.add', { committeeId, meetingId: 'nobody', title: '開会' });
    await desk.refused('not-found', 'agenda.add', { committeeId, meetingId: id, title: '開会', itemIds: ['nobody'] });
    await desk.refused('not-found', 'agenda.update', { ...nobody, title: '開会' });
    await desk.refused('not-found', 'agenda.move', { ...nobody, afterId: null });
    await desk.refused('not-found', 'agenda.remove', nobody);
    await desk.refused('not-found', 'members.update', { ...nobody, name: '森' });
    await desk.refused('not-found', 'members.move', { ...nobody, afterId: null });
    await desk.refused('not-found', 'members.remove', nobody);
    await desk.refused('not-found', 'attendance.set', { committeeId, meetingId: id, memberId: 'nobody', state: 'present' });
  });
});
