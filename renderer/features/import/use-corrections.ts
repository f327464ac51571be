import { notifications } from '@mantine/notifications';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { RecordKind } from '../../../electron/contract/recognised.ts';
import { readDate } from '../../../db/domain/read-date.ts';
import { ApiError } from '../../app/api.ts';
import { translate } from '../../i18n/index.ts';
import type { FigurePart } from '../../shared/figure-parts.ts';
import { recordsOfLines, type LineKind } from '../../shared/records-of-lines.ts';
import type { Lines } from '../../shared/use-chosen-lines.ts';
import { showRefusal } from '../../shared/use-operation.ts';
import { correct, importStore, openSession } from './import-session.ts';
import type { PreviewRow } from '../../../electron/contract/preview/preview.ts';
import { redateMeeting } from '../../../electron/contract/preview/redate-meeting.ts';
import { assignItem, confirm, join, moveRow, retype, setCities, setName, setSpeaker, split, toggleLeft } from './preview-edits.ts';
import { addPart, setCell } from './preview-figures.ts';
import { addLines } from './preview-lines.ts';

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
      confirm: () => correct((preview) => confirm(preview, selected.current)),
      move: (item: string | null) => editRows((rows) => assignItem(rows, selected.current, item)),
      shift: (key: string, by: -1 | 1) => editRows((rows) => moveRow(rows, key, by)),
      setText: (key: string, text: string) => correct((preview) => setName(preview, key, text)),
      /** @throws ApiError invalid-date, shown, for a date that no calendar has: what was typed stays in its field. */
      setDate: async (key: string, written: string) => {
        const meetings = openSession(importStore.get())?.present.meetings ?? [];
        const redated = meetings.map((meeting) => (meeting.key === key ? redateMeeting(meeting, written, meetings) : meeting));
        if (redated.find((meeting) => meeting.key === key)?.precision === 'invalid') {
          const refusal = new ApiError('invalid-date', { raw: written, reason: readDate(written).reason ?? '' });
          showRefusal(refusal);
          throw refusal;
        }
        correct((preview) => ({ ...preview, meetings: redated }));
      },
      addPart: (key: string, part: FigurePart) => correct((preview) => addPart(preview, key, part)),
      addLines: (kind: LineKind, lines: Lines) => {
        const present = openSession(importStore.get())?.present;
        if (!present) return;
        const added = addLines(present, recordsOfLines(kind, lines));
        correct(() => added.preview);
        if (added.key !== null) select(added.key);
      },
      setSpeaker: (key: string, speaker: string) => editRows((rows) => setSpeaker(rows, key, speaker)),
      setCell: (key: string, cell: string, text: string) => correct((preview) => setCell(preview, key, cell, text)),
      setCities: (key: string, written: string) => editRows((rows) => setCities(rows, key, written)),
      join: () => {
        const joined = join(openSession(importStore.get())?.present.rows ?? [], selected.current);
        if (joined.key === null) {
          notifications.show({ id: 'join', message: translate('import.nothingToJoin'), autoClose: 4000 });
          return;
        }
        editRows(() => joined.rows);
        select(joined.key);
      },
      split: (key: string, at: number) => {
        const session = openSession(importStore.get());
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
