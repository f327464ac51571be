import fc from 'fast-check';
import type { DossierDraft } from '../../db/dossier/draft.ts';
import { TABLE_NAMES } from '../../db/dossier/shape.ts';
import type { NewRecord, TableName } from '../../db/dossier/shape.ts';

const place = { rank: 'a0' };

/** A record of every table there is, saying some text: a table that is not here does not compile. */
const RECORDS: { readonly [T in TableName]: (text: string) => NewRecord<T> } = {
  committee: (name) => ({ name, municipality: '', purpose: '', sample: false }),
  item: (title) => ({ title, ...place }),
  point: (text) => ({ itemId: null, kind: 'issue', text, parentId: null, reason: '', ...place }),
  pointCity: (city) => ({ pointId: 'p0', city, ...place }),
  link: () => ({ aId: 'p0', bId: 'p1' }),
  excerpt: (text) => ({ kind: 'opinion', text, speaker: '森委員', section: '議事\n意見交換', parentId: null, ...place }),
  indicator: (name) => ({ name, marker: '', baseLabel: 'H25', baseValue: name, baseUnit: '件', targetLabel: '', targetValue: '', targetUnit: '', note: '', ...place }),
  indicatorValue: (value) => ({ indicatorId: 'p0', label: 'H26', value, ...place }),
  action: (title) => ({ title, ...place }),
  actionPlan: (reason) => ({ actionId: 'p0', kind: 'revised', revision: '27年度変更', reason, ...place }),
  actionCell: (text) => ({ planId: 'p0', year: '27年度', text, ...place }),
  actionProgress: (text) => ({ actionId: 'p0', year: '27年度', kind: '', status: 'B', text, note: '', ...place }),
  passage: (quote) => ({ ownerId: 'p0', paperId: 'p1', start: 0, end: quote.length, quote }),
  paper: (title) => ({ sha256: 's', title, label: '資料1', fileName: 'paper.md', importedAt: '', ...place }),
  meeting: (label) => ({
    label, dateRaw: '', dateStart: null, dateEnd: null, datePrecision: 'none', dateFlag: null, topics: '', place: '', startTime: '', endTime: '', open: true,
    closedReason: '', observers: null, ...place,
  }),
  agendaItem: (title) => ({ meetingId: 'p0', title, minutes: null, state: 'open', ...place }),
  agendaLink: () => ({ agendaItemId: 'p0', itemId: 'p1' }),
  member: (name) => ({ name, affiliation: '', field: '', role: 'member', ...place }),
  attendance: () => ({ meetingId: 'p0', memberId: 'p1', state: 'present' }),
  note: (text) => ({ meetingId: 'p0', agendaItemId: null, speakerId: null, speaker: '', kind: 'opinion', text, at: '', due: '', ...place }),
  draft: (title) => ({ title, edition: 'rough', ...place }),
  clause: (text) => ({ draftId: 'p0', kind: 'paragraph', level: 3, numbered: true, content: JSON.stringify({ form: 'runs', runs: [{ t: 'text', text }] }), ...place }),
};

/** Any table but the committee itself. */
export const anyTable: fc.Arbitrary<TableName> = fc.constantFrom(...TABLE_NAMES.filter((table) => table !== 'committee'));

/** Adds a record that says the text, or makes the one of that id say it. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the table ties its record to it
export const putAny = <T extends TableName>(draft: DossierDraft, table: T, id: string, text: string): void => draft.add(table, id, RECORDS[table](text));
