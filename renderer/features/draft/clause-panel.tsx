import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState } from 'react';
import type { Clause, CitationTarget } from '../../../electron/contract/drafts.ts';
import { citedIds } from '../../../db/domain/clause-content.ts';
import { clauseAt, uncite } from '../../editor/clause-commands.ts';
import { clauseOf } from '../../editor/clause-doc.ts';
import { clauseNumbers } from '../../editor/clause-numbers.ts';
import type { CitationLabels } from '../../editor/citation-node.ts';
import { useT, type Translate } from '../../i18n/index.ts';
import { SectionLabel } from '../../shared/section-label.tsx';
import { useRead } from '../../shared/use-operation.ts';
import { clauseChange, stretches } from './clause-change.ts';
import classes from './evidence.module.css';

const FIRST = 4;

export type ClausePanelProps = {
  committeeId: string;
  editor: Editor;
  /** The clauses as they are on disk, for their places. */
  saved: readonly Clause[];
  targets: readonly CitationTarget[];
  labels: CitationLabels;
  onOpen: (targetId: string) => void;
};

/** この条項: what the clause at the caret cites, and who changed it, when, to what. */
export function ClausePanel({ committeeId, editor, saved, targets, labels, onOpen }: ClausePanelProps) {
  const t = useT();
  const { id, place, cited } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const found = clauseAt(state.selection.$from);
      const clause = found ? clauseOf(found.node) : null;
      return { id: clause?.id ?? null, place: clause ? (clauseNumbers(state).get(clause.id)?.place ?? '') : '', cited: clause ? citedIds(clause.content) : [] };
    },
  });
  const onDisk = saved.find((clause) => clause.id === id);
  if (id === null) return <section className={classes.clause}><p className={classes.hint}>{t('draft.clauseNone')}</p></section>;
  return (
    <section className={classes.clause} aria-label={t('draft.clause')}>
      <SectionLabel>{t('draft.clause')}　{place || (onDisk?.label ?? '')}</SectionLabel>
      <ul className={classes.cited}>
        {cited.map((targetId) => {
          const gone = labels.get(targetId)?.exists === false;
          return (
            <li key={targetId}>
              <button type="button" className={classes.target} data-gone={gone || undefined} title={t(targetIsNote(targets, targetId) ? 'draft.openInMeeting' : 'draft.openOnBoard')} onClick={() => onOpen(targetId)}>
                <b>{labels.get(targetId)?.text ?? '…'}</b>
                <span>{labels.get(targetId)?.title}</span>
              </button>
              <button type="button" className="quiet" aria-label={t('draft.uncite')} title={t('draft.uncite')} onClick={() => uncite(id, targetId)(editor.state, editor.view.dispatch)}>×</button>
            </li>
          );
        })}
      </ul>
      {cited.length === 0 ? <p className={classes.hint}>{t('draft.noCitations')}</p> : null}
      {onDisk ? <History key={id} committeeId={committeeId} clauseId={id} /> : <p className={classes.hint}>{t('draft.historyNone')}</p>}
    </section>
  );
}

const targetIsNote = (targets: readonly CitationTarget[], id: string): boolean => targets.find((target) => target.id === id)?.kind === 'note';

function History({ committeeId, clauseId }: { committeeId: string; clauseId: string }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const { data = [] } = useRead('clauses.history', { committeeId, clauseId });
  const entries = stretches(data);
  const shown = all ? entries : entries.slice(0, FIRST);
  return (
    <>
      <SectionLabel level={3}>{t('draft.history')}</SectionLabel>
      <ul className={classes.changes}>
        {shown.map(({ at, author, before, after }) => (
          <li key={at}>{moment(at)}　{author || t('draft.nobody')}　{changeSentence(t, before, after)}</li>
        ))}
      </ul>
      {shown.length < entries.length ? (
        <p className={classes.hint}><button type="button" className="quiet" onClick={() => setAll(true)}>{t('draft.historyMore', { n: entries.length - shown.length })}</button></p>
      ) : null}
    </>
  );
}

function changeSentence(t: Translate, before: string | null, after: string | null): string {
  const change = clauseChange(before, after);
  switch (change.did) {
    case 'addedWords': return t('draft.addedWords', { text: change.text });
    case 'removedWords': return t('draft.removedWords', { text: change.text });
    case 'replacedWords': return t('draft.replacedWords', { before: change.before, after: change.after });
    default: return t(`draft.${change.did}`);
  }
}

/** 8/8 14:52 of this computer's time. */
function moment(iso: string): string {
  const at = new Date(iso);
  return `${at.getMonth() + 1}/${at.getDate()} ${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
}
