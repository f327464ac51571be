import type { RecognisedRecord } from '../../contract/recognised.ts';

const CHANGE = /<(?:ins|del)>/;

/**
 * Marks the records that a change not yet accepted stands in: they are read as if it were, and a person should see it.
 * A doubt that is there already stays.
 */
export function doubtChanges(records: readonly RecognisedRecord[], text: string): void {
  if (!CHANGE.test(text)) return;
  for (const record of records) {
    const ranges = record.partSources ?? [record.source];
    if (ranges.some(({ start, end }) => CHANGE.test(text.slice(start, end)))) record.doubt ??= 'tracked-change';
  }
}
