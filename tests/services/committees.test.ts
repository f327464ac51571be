import { expect, it } from 'vitest';
import { newDesk } from '../support/services.ts';

it('counts of each committee on the shelf what it holds itself, and when it was changed', async () => {
  const { call, newCommittee } = newDesk();
  const [first, second] = [await newCommittee('第一検討会'), await newCommittee('第二検討会')];
  for (const title of ['役割', '運営']) await call('items.add', { committeeId: first, title });
  await call('meetings.add', { committeeId: second, label: '第1回', dateRaw: 'R8.9.3' });
  const shelf = new Map((await call('committees.list', {})).map((one) => [one.id, one]));
  expect(shelf.get(first)).toMatchObject({ items: 2, meetings: 0, papers: 0 });
  expect(shelf.get(second)).toMatchObject({ items: 0, meetings: 1, papers: 0 });
});
