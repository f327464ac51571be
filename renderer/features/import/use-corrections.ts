import { notifications } from '@mantine/notifications';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { RecordKind } from '../../../electron/contract/recognised.ts';
import { translate } from '../../i18n/index.ts';
import { correct, importStore } from './import-session.ts';
import type { Preview, PreviewRow } from '../../../electron/contract/preview/preview.ts';
import { assignItem, confirm, join, moveRow, retype, setCities, setText, split, toggleLeft } from './preview-edits.ts';

const editRows = (edit: (rows: readonly PreviewRow[]) => readonly PreviewRow[]) =>
  correct((preview) => {
    const rows = edit(preview.rows);
    return rows === preview.rows ? preview : { ...preview, rows };
  });

/**
 * The corrections a person can make, on the rows selected when one is made. `select` is told where the selection goes.
 * The object stays the same, so that a line is drawn anew only when it changed itself.
 */
export function useCorrections(keys: ReadonlySet<string>, select: (key: string) => void) {
  const selected = useRef(keys);
  useLayoutEffect(() => {
    selected.current = keys;
  }, [keys]);
  return useMemo(
    () => ({
      retype: (kind: RecordKind) => editRows((rows) => retype(rows, selected.current, kind)),
      leave: () => correct((preview) => toggleLeft(preview, selected.current)),
      confirm: () => editRows((rows) => confirm(rows, selected.current)),
      move: (item: string | null) => editRows((rows) => assignItem(rows, selected.current, item)),
      shift: (key: string, by: -1 | 1) => editRows((rows) => moveRow(rows, key, by)),
      setText: (key: string, text: string) => correct((preview) => withText(preview, key, text)),
      setCities: (key: string, written: string) => editRows((rows) => setCities(rows, key, written)),
      join: () => {
        const joined = join(importStore.get().session?.present.rows ?? [], selected.current);
        if (joined.key === null) {
          notifications.show({ id: 'join', message: translate('import.nothingToJoin'), autoClose: 4000 });
          return;
        }
        editRows(() => joined.rows);
        select(joined.key);
      },
      split: (key: string, at: number) => {
        const { session } = importStore.get();
        if (!session) return;
        const halves = split(session.present.rows, key, at, session.text);
        if (halves.key === null) return;
        editRows(() => halves.rows);
        select(halves.key);
      },
    }),
    [select],
  );
}

export type Corrections = ReturnType<typeof useCorrections>;

/** A row's text, a meeting's name or a member's name. */
function withText(preview: Preview, key: string, text: string): Preview {
  return {
    rows: setText(preview.rows, key, text),
    meetings: preview.meetings.map((meeting) => (meeting.key === key ? { ...meeting, label: text } : meeting)),
    members: preview.members.map((member) => (member.key === key ? { ...member, name: text } : member)),
  };
}
