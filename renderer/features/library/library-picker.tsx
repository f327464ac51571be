import { useDeferredValue, useState } from 'react';
import { Button } from '@mantine/core';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { PickerDialog } from '../../shared/picker-dialog.tsx';
import { shortened } from '../../shared/undo-notice.tsx';
import { useRead } from '../../shared/use-operation.ts';
import { openImport } from '../import/import-session.ts';

/** Searches the library of other cities' papers for an example to cite; several may be taken one after another. */
export function LibraryPicker({ committeeId, title, onPick, onClose }: { committeeId: string; title: string; onPick: (pointId: string) => void; onClose: () => void }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim()).slice(0, 200);
  const { data } = useRead('library.examples', { text, committeeId, limit: 100 });
  if (!data) return null;
  return (
    <PickerDialog
      title={title}
      several
      onTyped={setTyped}
      options={data.examples.map((example) => ({
        id: example.id,
        lead: example.cities.join('・') || example.municipality,
        text: shortened(example.text, 90),
        note: example.paperTitle,
        checked: example.citedAs !== null,
      }))}
      nothing={
        <EmptyState title={t('library.empty')} hint={t('library.emptyHint')}>
          <Button onClick={() => { onClose(); openImport(null); }}>{t('import.open')}</Button>
        </EmptyState>
      }
      onPick={onPick}
      onClose={onClose}
    />
  );
}
