import { Menu } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, isInTable, mergeCells, splitCell, toggleHeaderCell } from '@tiptap/pm/tables';
import { useEditorState } from '@tiptap/react';
import { numberClauses } from '../../../db/domain/numbering.ts';
import { clauseAt, insertTable, removeTable, setForm } from '../../editor/clause-commands.ts';
import { clausesOfDoc } from '../../editor/clause-doc.ts';
import { formOf } from '../../editor/clause-numbers.ts';
import { BODY, numberedLevel, sameForm, type ClauseForm } from '../../editor/editor-clause.ts';
import { countCharacters } from '../../editor/outline.ts';
import { useT, type Translate } from '../../i18n/index.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { keyLabel } from '../../shared/keys.ts';
import classes from './sheet.module.css';

const LEVELS = [1, 2, 3, 4, 5];
const FORMS: readonly (ClauseForm & { keys?: string })[] = [
  ...LEVELS.slice(0, 3).map((level): ClauseForm & { keys?: string } => ({ kind: 'heading', level, numbered: true, ...(level < 3 ? { keys: `mod+alt+${level}` } : {}) })),
  { kind: 'heading', level: 1, numbered: false },
  ...LEVELS.slice(2).map((level) => ({ kind: 'paragraph' as const, level, numbered: true, keys: `mod+alt+${level}` })),
  { kind: 'bullet', level: 0, numbered: false },
  { ...BODY, keys: 'mod+alt+0' },
];

const exampleNumber = (level: number): string => numberClauses([level])[0]?.label ?? '';

function formName(t: Translate, form: ClauseForm): string {
  const number = exampleNumber(Math.max(1, form.level));
  if (form.kind === 'table') return t('draft.formTable');
  if (form.kind === 'bullet') return t('draft.formBullet');
  if (form.kind === 'heading') return form.numbered ? t('draft.formHeading', { number }) : t('draft.formPlainHeading');
  return numberedLevel(form) === null ? t('draft.formBody') : t('draft.formClause', { number });
}

const TABLE_TOOLS: readonly (readonly [name: 'rowBefore' | 'rowAfter' | 'columnBefore' | 'columnAfter' | 'headerCell' | 'mergeCells' | 'removeRow' | 'removeColumn' | 'removeTable', command: Command])[] = [
  ['rowBefore', addRowBefore], ['rowAfter', addRowAfter], ['columnBefore', addColumnBefore], ['columnAfter', addColumnAfter],
  ['headerCell', toggleHeaderCell], ['mergeCells', (state, dispatch) => mergeCells(state, dispatch) || splitCell(state, dispatch)],
  ['removeRow', deleteRow], ['removeColumn', deleteColumn], ['removeTable', removeTable],
];

/** The form of the clause at the caret, bold, underline, tables; at the right how much there is. */
export function Toolbar({ editor }: { editor: Editor }) {
  const t = useT();
  const now = useEditorState({
    editor,
    selector: ({ editor: { state }, editor: current }) => {
      const place = clauseAt(state.selection.$from);
      return {
        form: place ? formOf(place.node) : BODY,
        bold: current.isActive('bold'),
        underline: current.isActive('underline'),
        inTable: isInTable(state),
        clauses: clausesOfDoc(state.doc).length,
        characters: countCharacters(state.doc),
      };
    },
  });
  const run = (command: Command) => {
    command(editor.state, editor.view.dispatch, editor.view);
    editor.view.focus();
  };
  // the sheet keeps the focus and the selection while a button is pressed
  const stay = (event: React.MouseEvent) => event.preventDefault();
  return (
    <div className={classes.tools} role="toolbar" aria-label={t('draft.tools')}>
      <Menu position="bottom-start" returnFocus={false}>
        <Menu.Target>
          <button type="button" className={classes.tool} aria-label={t('draft.formNow', { form: formName(t, now.form) })} disabled={now.form.kind === 'table'}>
            {t('draft.form')} <span aria-hidden className={classes.caret}>▾</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMS.map((form) => (
            <Menu.Item
              key={`${form.kind}${form.level}${form.numbered}`}
              aria-current={sameForm(form, now.form) || undefined}
              className={classes.form}
              rightSection={form.keys ? <Kbd keys={form.keys} /> : undefined}
              onClick={() => run(setForm({ kind: form.kind, level: form.level, numbered: form.numbered }))}
            >
              {formName(t, form)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <button type="button" className={classes.tool} aria-pressed={now.bold} aria-label={t('draft.boldName')} title={`${t('draft.boldName')}　${keyLabel('mod+b')}`} onMouseDown={stay} onClick={() => editor.chain().focus().toggleBold().run()}>
        <b>{t('draft.bold')}</b>
      </button>
      <button type="button" className={classes.tool} aria-pressed={now.underline} title={`${t('draft.underline')}　${keyLabel('mod+u')}`} onMouseDown={stay} onClick={() => editor.chain().focus().toggleUnderline().run()}>
        <u>{t('draft.underline')}</u>
      </button>
      {now.inTable ? (
        <Menu position="bottom-start" returnFocus={false}>
          <Menu.Target>
            <button type="button" className={classes.tool} aria-label={t('draft.tableTools')}>
              {t('draft.table')} <span aria-hidden className={classes.caret}>▾</span>
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {TABLE_TOOLS.map(([name, command]) => <Menu.Item key={name} onClick={() => run(command)}>{t(`draft.${name}`)}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <button type="button" className={classes.tool} title={t('draft.insertTable')} onMouseDown={stay} onClick={() => run(insertTable)}>{t('draft.table')}</button>
      )}
      <span className={classes.count}>{t('draft.clauses', { n: now.clauses })}　{t('draft.characters', { n: now.characters.toLocaleString('ja-JP') })}</span>
    </div>
  );
}
