import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import { useEditorState } from '@tiptap/react';
import { useLayoutEffect, useRef, type CSSProperties } from 'react';
import { sentenceOf } from '../../app/api.ts';
import type { DraftSession } from '../../editor/draft-session.ts';
import { useT } from '../../i18n/index.ts';
import { useStore } from '../../shared/store.ts';
import { Toolbar } from './toolbar.tsx';
import classes from './sheet.module.css';

/** The draft itself: the tools, and under them one continuous sheet to write on. */
export function Sheet({ session, title }: { session: DraftSession; title: string }) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  const { editor, host } = session;

  // once something was written here, Ctrl+Z is for what was written; before that it takes back the committee's last step
  const ownUndo = useEditorState({ editor, selector: ({ editor: { state } }) => Number(undoDepth(state)) + Number(redoDepth(state)) > 0 });

  useLayoutEffect(() => {
    place.current?.append(host);
  }, [host]);
  useLayoutEffect(() => {
    editor.view.dom.setAttribute('aria-label', t('draft.writing'));
  }, [editor, t]);

  // for the style sheet, which shows them where there is nothing yet
  const placeholders = { '--placeholder': JSON.stringify(t('draft.placeholder')), '--caption-placeholder': JSON.stringify(t('draft.captionPlaceholder')) };
  return (
    <div className={classes.bench}>
      <h1 className="visually-hidden">{title}</h1>
      <Toolbar editor={editor} />
      <NotSaved session={session} />
      {/* a click on the desk below the text goes on writing at its end */}
      <div className={classes.desk} role="presentation" onMouseDown={(event) => event.target === event.currentTarget && (event.preventDefault(), editor.commands.focus('end'))}>
        <div ref={place} className={classes.sheet} data-own-undo={ownUndo} style={placeholders as CSSProperties /* custom properties are no part of the type */} />
      </div>
    </div>
  );
}

/** Says that saving was refused, why, and what can be done; the text stays and is tried again by itself. */
function NotSaved({ session }: { session: DraftSession }) {
  const t = useT();
  const state = useStore(session.autosave.state);
  if (state.at !== 'failed') return null;
  const copyAll = async () => {
    const { editor } = session;
    await navigator.clipboard.writeText(editor.getText({ blockSeparator: '\n' }));
    notifications.show({ message: t('draft.copied') });
  };
  return (
    <div role="alert" className={classes.alert}>
      <p><span>{t('draft.notSaved')}</span><span>{sentenceOf(state.error)}</span></p>
      <Button size="compact-sm" onClick={() => void session.autosave.flush()}>{t('common.tryAgain')}</Button>
      <Button size="compact-sm" variant="subtle" onClick={() => void copyAll()}>{t('draft.copyAll')}</Button>
    </div>
  );
}
