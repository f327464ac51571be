import { expect, it } from 'vitest';
import { messageFor } from '../../electron/contract/messages.ts';
import { readDate } from '../../db/domain/read-date.ts';

it.each(['R7.13.1', '令和8年4月31日', '2023年2月29日', 'H0.5.1', '平成27（2016）年2月', '令和8年5月3日～5月1日'])('says in Japanese why %s is no date', (raw) => {
  const { precision, reason = '' } = readDate(raw);
  expect(precision).toBe('invalid');
  const sentence = messageFor('invalid-date', { raw, reason });
  expect(sentence).toMatch(/（[^（）]*[ぁ-ん][^（）]*）。/);
  expect(sentence).not.toMatch(/[a-z]{3}/);
});
