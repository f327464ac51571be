import { v7 as uuidv7 } from 'uuid';
import type { DossierDraft } from '../../../db/dossier/draft.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/index.ts';
import type { SourceRange } from '../../contract/recognised.ts';
import type { Context } from '../context.ts';
import { whyOf } from '../context.ts';
import { EXISTING, addPaper, addRecords, keepSource, meetingFields, sharedPaper } from '../paper-records.ts';
import { writeCities } from '../points.ts';
import { compareVersion } from './compare-version.ts';
import type { Comparison, Revised } from './compare-version.ts';
import { ranksOfAdded } from './place-added.ts';

type Input = ParsedInputOf<'papers.replace'>;

/**
 * Puts the staged newer version in a paper's place, as one undoable change. No record is removed, and none changes its
 * id: passages move, texts follow the paper where no person has corrected them (or as the person decides), new rows are
 * added, and what has vanished stays tied to the old paper, which is how the tray knows it.
 * @throws AppError as compareVersion does
 */
export function replacePaper(context: Context, input: Input): OutputOf<'papers.replace'> {
  const compared = compareVersion(context, input);
  const { staged, old, revised } = compared;
  const fresh = wanted(compared.added, new Set(input.alsoAdd));
  const ranks = ranksOfAdded(context, input.committeeId, compared, fresh.rows);
  const change = { dossierId: input.committeeId, why: whyOf(context), alsoWrite: () => keepSource(context, staged), shared: [sharedPaper(staged.sha256)] };
  const added = context.store.change(change, (draft) => {
    const paperId = addPaper(context, draft, input.committeeId, {
      sha256: staged.sha256, fileName: staged.fileName, title: input.title, label: input.label, cited: false,
      kind: input.kind ?? staged.recognised.kind, municipality: input.municipality ?? old.municipality,
    });
    draft.edit('paper', old.id, { replacedBy: paperId });
    draft.edit('paper', paperId, { replacedBy: null }); // a version that was itself replaced comes back
    const source = { paperId, text: staged.text };
    const decisions = new Map(input.take.map(({ recordId, text }) => [recordId, text]));
    for (const one of revised) {
      if (one.state === 'vanished') continue;
      anchor(draft, one.recordId, one.record.passages, source, one.ranges);
      if (one.state === 'changed') takeNew(draft, one, compared, decisions.get(one.recordId));
    }
    for (const { passageId, range } of compared.orphans) draft.edit('passage', passageId, { paperId, ...range, quote: staged.text.slice(range.start, range.end) });
    return { paperId, ...addRecords(context, draft, input.committeeId, source, fresh, ranks) };
  });
  const count = (state: Revised['state']) => revised.filter((one) => one.state === state).length;
  const { paperId, items, points, meetings, members } = added;
  return { paperId, same: count('same'), changed: count('changed'), vanished: count('vanished'), added: items + points + meetings + members };
}

/** Ties a record to its places in the new paper: its passages are used again, further ones added, surplus ones removed. */
export function anchor(draft: DossierDraft, ownerId: string, passages: readonly { id: string }[], { paperId, text }: { paperId: string; text: string }, ranges: readonly SourceRange[]): void {
  for (const [i, { start, end }] of ranges.entries()) {
    const fields = { paperId, start, end, quote: text.slice(start, end) };
    const there = passages[i];
    if (there === undefined) draft.add('passage', uuidv7(), { ownerId, ...fields });
    else draft.edit('passage', there.id, fields);
  }
  for (const { id } of passages.slice(ranges.length)) draft.remove('passage', id);
}

/**
 * Makes a record say what the newer version says: where the person decides so, and otherwise what no person corrected.
 * Its kind, item and place stay: they are the committee's own.
 */
function takeNew(draft: DossierDraft, one: Revised, { incoming }: Comparison, decided: 'old' | 'new' | undefined): void {
  const takes = (isCorrected: boolean) => (decided ?? (isCorrected ? 'old' : 'new')) === 'new';
  if (one.table === 'point' && takes(one.record.correctedCities)) writeCities(draft, one.recordId, one.newCities, one.oldCities);
  if (!takes(one.record.corrected)) return;
  const at = one.row === null ? -1 : Number(one.row.id.split(' ')[1]);
  const text = one.newText ?? one.oldText;
  switch (one.table) {
    case 'item':
      draft.edit('item', one.recordId, { title: text });
      break;
    case 'point':
      draft.edit('point', one.recordId, { text });
      break;
    case 'meeting': {
      const meeting = incoming.meetings[at];
      if (meeting !== undefined) draft.edit('meeting', one.recordId, { ...meetingFields(meeting), topics: meeting.topics });
      break;
    }
    case 'member': {
      const member = incoming.members[at];
      if (member !== undefined) draft.edit('member', one.recordId, { name: member.name, affiliation: member.affiliation, field: member.field, role: member.role });
      break;
    }
  }
}

/** What is to be taken in of what is new: not what was left out before, unless the person asks for it. */
function wanted({ rows, meetings, members }: Comparison['added'], alsoAdd: ReadonlySet<string>): Comparison['added'] {
  const taken = rows.filter((row) => !row.leftBefore || alsoAdd.has(row.key));
  const keys = new Set(taken.map(({ key }) => key));
  const stays = (key: string | null) => (key === null || key.startsWith(EXISTING) || keys.has(key) ? key : null);
  return {
    rows: taken.map((row) => ({ ...row, item: stays(row.item), parent: stays(row.parent) })),
    meetings: meetings.filter((one) => !one.leftBefore),
    members: members.filter((one) => !one.leftBefore),
  };
}
