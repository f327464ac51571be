import { useMemo } from 'react';
import type { Records } from './paper-records.ts';
import { useRead } from '../../shared/use-operation.ts';

const NONE: readonly never[] = [];

/** The records that a paper's list is made of, and which of them stand in it, from where on; null while they are read. */
export function usePaperRecords(committeeId: string, paperId: string): { records: Records; made: ReadonlyMap<string, number> } | null {
  const { data: reading } = useRead('papers.text', { committeeId, paperId });
  const { data: stated } = useRead('excerpts.all', { committeeId, paperId });
  const { data: items } = useRead('items.list', { committeeId });
  const { data: points } = useRead('points.all', { committeeId });
  const { data: meetings } = useRead('meetings.list', { committeeId });
  const { data: members } = useRead('members.list', { committeeId });
  const read = reading?.paper.id === paperId ? reading : undefined;
  const made = useMemo(() => (read ? new Map(read.passages.toReversed().map(({ recordId, start }) => [recordId, start])) : null), [read]);
  // the agenda of a paper is that of its one meeting
  const own = meetings?.filter(({ id }) => made?.has(id)) ?? NONE;
  const meetingId = own.length === 1 ? (own[0]?.id ?? '') : '';
  const { data: meeting } = useRead('meetings.get', { committeeId, id: meetingId }, { enabled: meetingId !== '' });
  const agenda = meetingId !== '' && meeting?.meeting.id === meetingId ? meeting.agenda : NONE;
  return useMemo(() => {
    if (!made || !stated || !items || !points || !meetings || !members) return null;
    return { made, records: { ...stated, items, points, meetings, members, agenda: agenda.map((each) => ({ ...each, meetingId })) } };
  }, [made, stated, items, points, meetings, members, agenda, meetingId]);
}
