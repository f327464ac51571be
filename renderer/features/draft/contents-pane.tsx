import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { ReactNode } from 'react';
import { outlineOf } from '../../editor/outline.ts';
import { useT } from '../../i18n/index.ts';
import { SectionLabel } from '../../shared/section-label.tsx';
import { goToClause } from './go-to-clause.ts';
import classes from './contents.module.css';

/** What there is: the headings as a contents list with the present place marked; `children` stand below it. */
export function ContentsPane({ editor, children }: { editor: Editor | null; children: ReactNode }) {
  const t = useT();
  return (
    <div className={classes.pane}>
      <SectionLabel>{t('draft.contents')}</SectionLabel>
      {editor ? <Contents editor={editor} /> : null}
      {children}
    </div>
  );
}

function Contents({ editor }: { editor: Editor }) {
  const t = useT();
  const { entries, currentId } = useEditorState({ editor, selector: ({ editor: { state } }) => outlineOf(state) });
  if (entries.length === 0) return <p className={classes.hint}>{t('draft.contentsEmpty')}</p>;
  return (
    <nav aria-label={t('draft.contents')}>
      <ul>
        {entries.map(({ id, level, number, text }) => (
          <li key={id}>
            <button
              type="button"
              className={`row-button ${classes.entry}`}
              data-level={level}
              aria-current={id === currentId ? 'location' : undefined}
              onClick={() => goToClause(editor, id)}
            >
              {number === '' ? null : <span className={classes.number}>{number}</span>}
              <span>{text || <em className={classes.blank}>{t('draft.untitledHeading')}</em>}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
