import { useEffect, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { isTextField } from '../../shared/keys.ts';
import { openImport } from './import-session.ts';
import { takeFiles } from './reading-queue.ts';
import classes from './drop-to-import.module.css';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Files dropped or pasted anywhere on the window are taken in; nothing dropped ever makes the page leave the app. */
export function DropToImport({ committeeId }: { committeeId: string | null }) {
  const t = useT();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const take = (files: FileList | undefined) => {
      openImport(committeeId);
      takeFiles([...(files ?? [])]);
    };
    const onDragOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      // relatedTarget is null only when the pointer leaves the window
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      take(event.dataTransfer?.files);
    };
    const onPaste = (event: ClipboardEvent) => {
      // files are taken wherever they are pasted; text is the business of the field it is pasted into
      if ((event.clipboardData?.files.length ?? 0) === 0 || isTextField(event.target)) return;
      event.preventDefault();
      take(event.clipboardData?.files);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [committeeId]);
  return over ? <div className={classes.over}><p>{t('common.dropToImport')}</p></div> : null;
}
