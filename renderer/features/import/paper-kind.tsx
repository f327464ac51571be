import { Progress, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { PAPER_KINDS, type PaperKind } from '../../../db/domain/words.ts';
import { translate, useT } from '../../i18n/index.ts';
import { showRefusal } from '../../shared/use-operation.ts';
import { carryCorrections } from './carry-corrections.ts';
import { goOnFrom, stepOf, type Entry, type Session } from './import-session.ts';
import { useLate } from './reading.tsx';
import { readAs } from './reading-queue.ts';
import classes from './preview-screen.module.css';

/** What the paper is; another kind reads it again, with the corrections made so far. */
export function PaperKindSelect({ entry, session }: { entry: Entry; session: Session }) {
  const t = useT();
  const [reading, setReading] = useState(false);
  const late = useLate(reading);
  const choose = (kind: PaperKind) => {
    if (reading || kind === session.kind) return;
    setReading(true);
    changeKind(entry, session, kind).catch(showRefusal).finally(() => setReading(false));
  };
  return (
    <>
      <Select
        size="xs"
        w={230}
        aria-label={t('import.paperKind')}
        disabled={reading}
        allowDeselect={false}
        value={session.kind}
        data={PAPER_KINDS.map((kind) => ({ value: kind, label: t(`words.paperKind.${kind}`) }))}
        onChange={(value) => {
          const kind = PAPER_KINDS.find((each) => each === value);
          if (kind) choose(kind);
        }}
      />
      {late ? <Progress className={classes.late} value={100} animated aria-label={t('import.reading', { file: session.fileName })} /> : null}
    </>
  );
}

/** Reads the paper as one of another kind: one step, which Ctrl Z takes back with everything it changed. */
async function changeKind(entry: Entry, session: Session, kind: PaperKind): Promise<void> {
  const [before, after] = [await readAs(entry, session.kind), await readAs(entry, kind)];
  const step = stepOf(after.recognised);
  const { preview, kept, lost } = carryCorrections(stepOf(before.recognised).present, session.present, step.present);
  goOnFrom(session.sha256, { ...step, kind, present: preview });
  if (kept + lost === 0) return;
  notifications.show({
    id: 'paper-kind',
    autoClose: lost > 0 ? 12_000 : 6000,
    closeButtonProps: { 'aria-label': translate('common.close') },
    message: lost === 0 ? translate('import.carried', { n: kept }) : translate('import.carriedSome', { kept, lost }),
  });
}
