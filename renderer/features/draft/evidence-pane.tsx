import { Tabs, TextInput } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { CitationPlace } from '../../../electron/contract/board.ts';
import { useT, type Translate } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { isComposing, isPress } from '../../shared/keys.ts';
import { arrowStep, rowOf } from '../../shared/rows.ts';
import { EvidenceEntry } from './evidence-entry.tsx';
import { filtered, TABS, type EvidenceGroup, type Tab } from './evidence.ts';
import classes from './evidence.module.css';

/** What the right pane is looking at. */
export type EvidenceView = { tab: Tab; selectedId: string | null; filter: string; openOnly: boolean };

export type EvidencePaneProps = {
  groups: Readonly<Record<Tab, readonly EvidenceGroup[]>>;
  view: EvidenceView;
  onView: (change: Partial<EvidenceView>) => void;
  onCite: (id: string) => void;
  /** Opens the library of other cities' papers, to cite from it. */
  onLibrary: () => void;
  onGo: (place: CitationPlace) => void;
  onLeave: () => void;
};

/** What bears on the draft, to be cited into it: issues, viewpoints, examples and notes, a tab each. */
export function EvidencePane({ groups, view, onView, onCite, onLibrary, onGo, onLeave }: EvidencePaneProps) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const all = groups[view.tab];
  const shown = filtered(all, view.filter, view.openOnly && view.tab === 'issue');
  const entries = shown.flatMap((group) => group.entries);
  const selectedId = entries.some(({ id }) => id === view.selectedId) ? view.selectedId : (entries[0]?.id ?? null);

  useEffect(() => {
    if (view.selectedId !== null) rowOf(list.current, 'data-evidence', view.selectedId)?.scrollIntoView({ block: 'nearest' });
  }, [view.tab, view.selectedId]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const at = entries.findIndex(({ id }) => id === selectedId);
    const step = arrowStep(event);
    if (isPress(event, 'mod+enter')) {
      if (selectedId !== null) onCite(selectedId);
    } else if (event.key === 'Escape') {
      onLeave();
    } else if (step !== 0 && entries[at + step]) {
      const next = entries[at + step]?.id ?? null;
      onView({ selectedId: next });
      if (next !== null && !(event.target instanceof HTMLInputElement)) rowOf(list.current, 'data-evidence', next)?.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={classes.evidence}>
      <Tabs value={view.tab} onChange={(tab) => onView({ tab: TABS.find((name) => name === tab) ?? 'issue' })} variant="unstyled" classNames={{ list: classes.tabs, tab: classes.tab }}>
        <Tabs.List aria-label={t('draft.evidence')}>
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {tabName(t, tab)} {groups[tab].reduce((sum, group) => sum + group.entries.length, 0)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={view.tab} tabIndex={-1} className={classes.panel} onKeyDown={onKeyDown}>
          <div className={classes.filter}>
            <TextInput
              id={FILTER_ID}
              type="search"
              aria-label={t('draft.filter')}
              placeholder={t('draft.filterPlaceholder')}
              value={view.filter}
              onChange={(event) => onView({ filter: event.currentTarget.value })}
            />
            {view.tab === 'issue' ? (
              <button type="button" className={classes.toggle} aria-pressed={view.openOnly} onClick={() => onView({ openOnly: !view.openOnly })}>{t('draft.openOnly')}</button>
            ) : null}
            {view.tab === 'example' ? <button type="button" className={classes.toggle} onClick={onLibrary}>{t('library.pick')}</button> : null}
          </div>
          <div ref={list} className={classes.list}>
            {shown.map((group) => (
              <section key={group.id} aria-label={group.title}>
                <h3 className={classes.group}>{group.title}</h3>
                <ul>
                  {group.entries.map((entry) => (
                    <EvidenceEntry
                      key={entry.id}
                      entry={entry}
                      selected={entry.id === selectedId}
                      onSelect={() => onView({ selectedId: entry.id })}
                      onCite={() => onCite(entry.id)}
                      onGo={onGo}
                    />
                  ))}
                </ul>
              </section>
            ))}
            {entries.length === 0 ? <Nothing t={t} view={view} none={all.length === 0} /> : null}
          </div>
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

const FILTER_ID = 'draft-evidence-filter';

/** Puts the focus on the selected evidence, or on the filter where there is none. */
export function focusEvidence(): void {
  const entry = document.querySelector<HTMLElement>('[data-evidence][aria-current]');
  (entry ?? document.getElementById(FILTER_ID))?.focus();
}

const tabName = (t: Translate, tab: Tab): string => (tab === 'note' ? t('draft.notes') : t(`words.short.${tab}`));

function Nothing({ t, view, none }: { t: Translate; view: EvidenceView; none: boolean }) {
  if (!none && view.filter.trim() !== '') return <EmptyState title={t('draft.nothingFound', { text: view.filter.trim() })} />;
  if (!none) return <EmptyState title={t('draft.allAnswered')} />;
  if (view.tab === 'note') return <EmptyState title={t('draft.noNotes')} hint={t('draft.noNotesHow')} />;
  return <EmptyState title={t('draft.noPoints', { kind: t(`words.point.${view.tab}`) })} hint={t('draft.noPointsHow')} />;
}
