import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputOf, WorkerOperation } from '../../electron/contract/index.ts';
import { acceptedOthers, acceptedRows } from '../../electron/contract/preview/accepted-rows.ts';
import { libraryRows } from '../../electron/contract/preview/library-rows.ts';
import { rowsFromRecognised } from '../../electron/contract/preview/rows-from-recognised.ts';
import { readPaper } from '../../electron/services/papers/read-paper.ts';
import { SAMPLE_PAPER } from '../../electron/services/sample/sample.ts';
import type { Desk } from './services.ts';

/** For every operation that the worker answers, an input that the sample committee takes. */
export type ValidInputs = { readonly [N in WorkerOperation]: InputOf<N> };

const idOf = (records: readonly { id: string }[], at = 0): string => {
  const id = records.at(at)?.id;
  if (id === undefined) throw new Error('the sample lacks a record');
  return id;
};

/** Takes a paper in and replaces it by one that lacks a line. @returns the record of that line, which waits in the tray */
async function strandedRecord(call: Desk['call'], committeeId: string): Promise<string> {
  const stage = (text: string) => call('papers.preview', { fileName: '別紙.md', bytes: new TextEncoder().encode(text) });
  const lines = '## 【課題】\n- ①開庁の時間が短い。\n- ②駐車場が狭く、車いすでは使いにくい。\n';
  const { sha256, recognised } = await stage(lines);
  const { paperId } = await call('papers.accept', { sha256, title: '別紙', committee: { to: 'existing', committeeId }, rows: acceptedRows(rowsFromRecognised(recognised).rows), meetings: [], members: [], indicators: [], actions: [] });
  const newer = await stage(lines.split('\n').slice(0, 2).join('\n'));
  await call('papers.replace', { committeeId, paperId, sha256: newer.sha256, title: '別紙' });
  const [vanished] = await call('papers.tray', { committeeId });
  if (vanished === undefined) throw new Error('nothing is in the tray');
  return vanished.recordId;
}

/** Takes in a sheet with two measures, an indicator and an action. */
async function sheetRecords(call: Desk['call'], committeeId: string) {
  const { sha256 } = await call('papers.preview', { fileName: '進行管理表.md', bytes: new TextEncoder().encode('窓口の見直し\n令和5年度 検討\n窓口の数 3\n') });
  const { paperId } = await call('papers.accept', {
    sha256, title: '進行管理表', committee: { to: 'existing', committeeId }, meetings: [], members: [],
    rows: ['窓口を見直す。', '窓口を増やす。'].map((text, i) => ({ key: `r${i}`, kind: 'measure' as const, text, item: null, parent: null, cities: [], ranges: [{ start: 0, end: 6 }] })),
    indicators: [{ name: '窓口の数', marker: '', base: null, values: [{ label: 'R5', value: '3' }], target: null, note: '', ranges: [{ start: 17, end: 23 }] }],
    actions: [{
      title: '窓口の見直し', plans: [{ kind: 'plan', revision: '', reason: '', cells: [{ year: 'R5', text: '検討' }] }],
      progress: [{ year: 'R5', kind: '実績', status: 'B', text: '検討した。', note: '' }], ranges: [{ start: 0, end: 16 }],
    }],
  });
  const { excerpts, indicators, actions } = await call('excerpts.all', { committeeId, paperId });
  const [[indicator], [action]] = [indicators, actions];
  const plan = action?.plans[0];
  if (indicator === undefined || action === undefined || plan === undefined) throw new Error('the sheet lacks a record');
  return { excerptId: idOf(excerpts), otherExcerptId: idOf(excerpts, 1), indicator, action, plan };
}

/** Opens the sample committee on the desk and writes the inputs for it. @param folder where exports go */
export async function validInputs({ call }: Pick<Desk, 'call'>, folder: string): Promise<ValidInputs> {
  const { committeeId } = await call('committees.openSample', {});
  const of = { committeeId };
  const [items, points, meetings, members, notes, drafts, papers] = [
    await call('items.list', of), await call('points.all', of), await call('meetings.list', of), await call('members.list', of),
    await call('notes.list', of), await call('drafts.list', of), await call('papers.list', of),
  ];
  const [itemId, meetingId, memberId, noteId, draftId, paperId] = [idOf(items), idOf(meetings), idOf(members), idOf(notes), idOf(drafts), idOf(papers)];
  const { agenda } = await call('meetings.get', { ...of, id: meetingId });
  const { clauses } = await call('drafts.get', { ...of, id: draftId });
  const clause = clauses.find(({ kind }) => kind === 'paragraph');
  const [pointId, otherId, agendaItemId, clauseId] = [idOf(points), idOf(points, 1), idOf(agenda), clause?.id ?? ''];
  const bytes = readFileSync(SAMPLE_PAPER);
  const { sha256, recognised } = await readPaper('資料.md', bytes);
  await call('papers.preview', { fileName: '資料.md', bytes });
  const preview = rowsFromRecognised(recognised);
  const newer = await call('papers.preview', { fileName: '資料(差替).md', bytes: new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/。\n/, 'ものとする。\n')) });
  const recordId = await strandedRecord(call, committeeId);
  const { excerptId, otherExcerptId, indicator, action, plan } = await sheetRecords(call, committeeId);
  const inLibrary = await call('papers.accept', { sha256, title: '資料', committee: { to: 'library' }, municipality: '青野市', rows: libraryRows(preview.rows, '青野市').slice(0, 8), meetings: [], members: [], indicators: [], actions: [] });
  const { examples } = await call('library.examples', { text: '' });
  const options = { date: '令和8年8月6日', paperNumber: '資料3', draftId };
  return {
    'committees.list': {},
    'committees.get': of,
    'committees.create': { name: '別の検討会', municipality: 'みなみ野市', purpose: '' },
    'committees.update': { ...of, name: '検討会', municipality: '', purpose: '' },
    'committees.remove': of,
    'committees.restore': of,
    'committees.openSample': {},
    'papers.preview': { fileName: '資料.md', bytes, reading: 'reading', kind: 'working-paper' },
    'papers.readAgain': { sha256, kind: 'minutes', reading: 'again' },
    'papers.progress': {},
    'papers.stopReading': { reading: 'reading' },
    'papers.file': { sha256 },
    'papers.accept': { sha256, title: '資料', label: '', committee: { to: 'new', name: '新しい検討会', municipality: '' }, rows: acceptedRows(preview.rows).slice(0, 8), ...acceptedOthers(preview) },
    'papers.add': { ...of, paperId, rows: [{ key: 'new', kind: 'measure', text: '窓口', item: null, parent: null, cities: [], ranges: [{ start: 0, end: 4 }] }] },
    'papers.list': of,
    'papers.text': { ...of, paperId },
    'papers.versions': { sha256: newer.sha256, committeeId },
    'papers.compareVersion': { ...of, paperId, sha256: newer.sha256, rows: acceptedRows(rowsFromRecognised(newer.recognised).rows).slice(0, 8) },
    'papers.replace': { ...of, paperId, sha256: newer.sha256, title: '資料', label: '資料2', kind: 'working-paper', municipality: '', take: [{ recordId: pointId, text: 'old' }], alsoAdd: ['r1'] },
    'papers.tray': of,
    'papers.settle': { ...of, recordId, as: { do: 'anchor', paperId, range: { start: 2, end: 20 } } },
    'library.get': {},
    'library.papers': {},
    'library.examples': { text: '窓口', committeeId, paperId: inLibrary.paperId, limit: 5 },
    'library.cite': { ...of, pointIds: [idOf(examples), idOf(examples, 1)], itemId },
    'items.list': of,
    'items.add': { ...of, title: '連携', afterId: itemId },
    'items.update': { ...of, id: itemId, title: '連携' },
    'items.move': { ...of, id: itemId, afterId: null },
    'items.remove': { ...of, id: itemId, withPoints: true },
    'excerpts.all': { ...of, paperId },
    'excerpts.update': { ...of, id: excerptId, kind: 'measure', text: '窓口を増やす。', speaker: '' },
    'excerpts.retype': { ...of, ids: [excerptId], kind: 'outcome' },
    'excerpts.move': { ...of, id: excerptId, besideId: otherExcerptId, side: 'before' },
    'excerpts.makePoints': { ...of, ids: [excerptId], kind: 'issue', itemId },
    'indicators.update': { ...of, id: indicator.id, name: '窓口の数', note: '', base: { label: 'R5', value: '3', unit: '' }, target: null, values: [{ id: idOf(indicator.values), value: '4' }], addValues: [{ label: 'R9', value: '5' }] },
    'actions.update': {
      ...of, id: action.id, title: '窓口の見直し', plans: [{ id: plan.id, reason: '' }], cells: [{ id: idOf(plan.cells), text: '検討' }],
      progress: [{ id: idOf(action.progress), status: 'A', text: '' }],
      addPlans: [{ kind: 'revised', revision: 'R9変更', reason: '', cells: [{ year: 'R9', text: '' }] }], addCells: [{ planId: plan.id, year: 'R9', text: '実施' }],
      addProgress: [{ year: 'R9', kind: '', status: '', text: '済', note: '' }],
    },
    'excerpts.remove': { ...of, ids: [excerptId, indicator.id, action.id] },
    'points.list': { ...of, itemId },
    'points.all': of,
    'points.add': { ...of, itemId, kind: 'viewpoint', text: '近さ', parentId: pointId, cities: ['広島市'], afterId: null },
    'points.update': { ...of, id: pointId, text: '近さ', cities: ['広島市', '京都市'], reason: '' },
    'points.move': { ...of, id: pointId, itemId, kind: 'issue', afterId: otherId },
    'points.remove': { ...of, id: pointId },
    'points.evidence': { ...of, id: pointId },
    'links.set': { ...of, aId: pointId, bId: otherId, linked: true },
    'cities.list': of,
    'meetings.list': of,
    'meetings.get': { ...of, id: meetingId },
    'meetings.add': { ...of, label: '第7回', dateRaw: 'R8.12 上旬', topics: '', place: '', startTime: '14:00', endTime: '', open: true, closedReason: '', observers: 3 },
    'meetings.update': { ...of, id: meetingId, label: '第1回', dateRaw: '未定', topics: '', place: '', startTime: '', endTime: '', open: false, closedReason: '', observers: null },
    'meetings.remove': { ...of, id: meetingId },
    'agenda.add': { ...of, meetingId, title: '審議', minutes: 30, itemIds: [itemId], afterId: agendaItemId },
    'agenda.update': { ...of, id: agendaItemId, title: '審議', minutes: null, state: 'current', itemIds: [itemId] },
    'agenda.move': { ...of, id: agendaItemId, afterId: null },
    'agenda.remove': { ...of, id: agendaItemId },
    'members.list': of,
    'members.add': { ...of, name: '川上 実', affiliation: '', field: '', role: 'member', afterId: memberId },
    'members.update': { ...of, id: memberId, name: '川上 実', affiliation: '', field: '', role: 'other' },
    'members.move': { ...of, id: memberId, afterId: null },
    'members.remove': { ...of, id: memberId },
    'attendance.set': { ...of, meetingId, memberId, state: 'late' },
    'notes.list': of,
    'notes.add': { ...of, meetingId, agendaItemId, speakerId: memberId, speaker: '', kind: 'opinion', text: '番号を付ける。', due: '', pointIds: [pointId] },
    'notes.update': { ...of, id: noteId, agendaItemId, speakerId: memberId, speaker: '', kind: 'action', text: '番号', due: '8月' },
    'notes.move': { ...of, id: noteId, afterId: null },
    'notes.remove': { ...of, id: noteId },
    'drafts.list': of,
    'drafts.get': { ...of, id: draftId },
    'drafts.add': { ...of, title: '答申', edition: 'rough' },
    'drafts.update': { ...of, id: draftId, title: '方針', edition: 'proposal' },
    'drafts.remove': { ...of, id: draftId },
    'clauses.apply': {
      ...of, draftId, removes: [idOf(clauses, -1)], typing: true,
      upserts: [
        { id: clauseId, kind: 'paragraph', level: 3, numbered: true, content: { form: 'runs', runs: [{ t: 'text', text: '近く', bold: true }, { t: 'cite', targetId: pointId }, { t: 'break' }] }, afterId: null },
        { id: 'new', kind: 'table', level: 0, numbered: false, content: { form: 'table', caption: '表', rows: [[{ header: true, colspan: 1, rowspan: 1, runs: [] }]] }, afterId: clauseId },
      ],
    },
    'clauses.cite': { ...of, clauseId, targetId: otherId },
    'clauses.uncite': { ...of, clauseId, targetId: otherId },
    'clauses.history': { ...of, clauseId },
    'reports.preview': { ...of, form: 'working-paper', options },
    'reports.export': { ...of, form: 'basic-policy', options, format: 'md', path: join(folder, 'report.md') },
    'search.all': { text: '窓口', committeeId, limit: 20 },
    'history.state': of,
    'history.undo': of,
    'history.redo': of,
    'history.list': { ...of, limit: 10 },
  };
}
