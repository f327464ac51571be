import type { AgendaItem } from '../../../electron/contract/meetings.ts';

/** Takes the planned time off the end of an agenda item as it is typed: 「基本的な考え方（案）　35分」「その他（1時間）」. */
export function readAgendaLine(line: string): { title: string; minutes: number | null } {
  const text = line.trim();
  const match = /[\s　]*(?:[（(]\s*)?(?:([0-9０-９]{1,2})時間)?(?:([0-9０-９]{1,3})分)?(?:\s*[）)])?$/.exec(text);
  const [whole = '', hours, minutes] = match ?? [];
  const title = text.slice(0, text.length - whole.length);
  if ((hours === undefined && minutes === undefined) || title === '') return { title: text, minutes: null };
  const number = (digits: string | undefined) => Number((digits ?? '0').normalize('NFKC'));
  return { title, minutes: number(hours) * 60 + number(minutes) };
}

/** An agenda item as it is typed. `readAgendaLine` takes it apart again. */
export function writeAgendaLine({ title, minutes }: Pick<AgendaItem, 'title' | 'minutes'>): string {
  return minutes === null ? title : `${title}　${minutes}分`;
}

/**
 * The states that change when an agenda item is taken up: the one before it is done when the meeting moves on, and open
 * again when it goes back.
 */
export function takeUp(agenda: readonly AgendaItem[], id: string): { id: string; state: AgendaItem['state'] }[] {
  const to = agenda.findIndex((item) => item.id === id);
  return agenda.flatMap((item, at) => {
    const state = item.id === id ? 'current' : item.state !== 'current' ? item.state : at < to ? 'done' : 'open';
    return state === item.state ? [] : [{ id: item.id, state }];
  });
}

/**
 * The agenda item whose deliberation items are worth looking at: the current one; where none is current, the last one done
 * that is linked to any, else the first one linked at all. null where nothing is.
 */
export function lookedAt(agenda: readonly AgendaItem[]): AgendaItem | null {
  const current = agenda.find((item) => item.state === 'current');
  const linked = agenda.filter((item) => item.itemIds.length > 0);
  return current ?? linked.findLast((item) => item.state === 'done') ?? linked[0] ?? null;
}

/** The agenda item before or after the current one; the first where none is current. null at the ends. */
export function neighbour(agenda: readonly AgendaItem[], current: string | null, direction: 'next' | 'previous'): string | null {
  const at = agenda.findIndex((item) => item.id === current);
  return agenda[at < 0 ? 0 : at + (direction === 'next' ? 1 : -1)]?.id ?? null;
}
