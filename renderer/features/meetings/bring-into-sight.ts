import { rowOf } from '../../shared/rows.ts';

/**
 * Brings a note into sight; where the heading that sticks to the top then cuts another note, scrolls on until that one is
 * under it altogether, with room made at the end of the list where there is none left.
 * @param list the element that scrolls, with a section of a heading and its notes for each agenda item.
 */
export function bringIntoSight(list: HTMLElement | null, noteId: string): void {
  const row = rowOf(list, 'data-note', noteId);
  if (!list || !row) return;
  list.style.removeProperty('--room');
  row.scrollIntoView({ block: 'nearest' });
  for (const section of list.querySelectorAll('section')) {
    const edge = section.querySelector('h2')?.getBoundingClientRect().bottom ?? 0;
    const cut = [...section.querySelectorAll('[data-note]')].find((note) => {
      const { top, bottom } = note.getBoundingClientRect();
      return top < edge - 1 && bottom > edge + 1;
    });
    if (cut === undefined) continue;
    if (cut === row) return;
    const hidden = cut.getBoundingClientRect().bottom - edge;
    list.style.setProperty('--room', `${Math.max(0, hidden - (list.scrollHeight - list.clientHeight - list.scrollTop))}px`);
    list.scrollTop += hidden;
    return;
  }
}
