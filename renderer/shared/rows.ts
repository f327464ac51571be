/** Which way an arrow key goes through rows: 1 down, -1 up, 0 for any other key. */
export const arrowStep = ({ key }: { key: string }): 1 | -1 | 0 => (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0);

/** The row of a record within a list, by the attribute in which rows carry the record's id: `data-note`. */
export const rowOf = (list: ParentNode | null, attribute: string, id: string): HTMLElement | null => (
  list?.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(id)}"]`) ?? null);

/** Gives the keys to a row, and scrolls no further than it takes to see it. */
export function focusRow(row: HTMLElement | null): void {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/** Gives the keys to the row so many rows from the one that has them; at the edge they stay. */
export function focusFrom(list: ParentNode | null, rows: string, by: number): void {
  const all = [...(list?.querySelectorAll<HTMLElement>(rows) ?? [])];
  all[all.findIndex((row) => row.contains(document.activeElement)) + by]?.focus();
}
