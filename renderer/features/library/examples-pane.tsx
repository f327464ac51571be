import { TextInput } from '@mantine/core';
import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react';
import type { LibraryExample } from '../../../electron/contract/library.ts';
import { useScreenCommands } from '../../app/commands.ts';
import { go } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { CityTag } from '../../shared/city-tag.tsx';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { isComposing, isTextField } from '../../shared/keys.ts';
import { PickerDialog } from '../../shared/picker-dialog.tsx';
import { arrowStep, rowOf } from '../../shared/rows.ts';
import { SectionLabel } from '../../shared/section-label.tsx';
import { useRead } from '../../shared/use-operation.ts';
import { useCiteFromLibrary } from './use-cite.ts';
import classes from './library.module.css';

const MOST = 200;

/**
 * What can be cited: of the paper that is shown or, once something is sought, of all papers. ↑↓ choose, Enter shows the
 * line it stands on, C cites it into the committee one came from.
 */
export function ExamplesPane({ committeeId, paperId, pathOf }: { committeeId: string | null; paperId: string; pathOf: (paperId: string) => string }) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [activeId, setActive] = useState<string | null>(null);
  const [choosingItem, setChoosingItem] = useState(false);
  const text = useDeferredValue(typed.trim()).slice(0, 200);
  const { data } = useRead('library.examples', { text, limit: MOST, ...(committeeId === null ? {} : { committeeId }), ...(text === '' ? { paperId } : {}) });
  const { data: items = [] } = useRead('items.list', { committeeId: committeeId ?? '' }, { enabled: committeeId !== null });
  const cite = useCiteFromLibrary(committeeId);
  const examples = data?.examples ?? [];
  const active = examples.find((example) => example.id === activeId) ?? null;

  const show = (example: LibraryExample) => {
    if (example.paperId !== null) go(pathOf(example.paperId), { pointId: example.id }, { replace: true });
  };
  useScreenCommands([
    { id: 'library.search', label: t('library.search'), keys: '/', run: () => box.current?.focus() },
    { id: 'library.cite', label: t('library.cite'), keys: 'c', run: () => setChoosingItem(true), disabled: committeeId === null || active === null },
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const by = arrowStep(event);
    const next = examples[examples.findIndex((example) => example.id === activeId) + by];
    if (by !== 0 && next) {
      setActive(next.id);
      const line = rowOf(list.current, 'data-example', next.id);
      line?.scrollIntoView({ block: 'nearest' });
      if (!isTextField(event.target)) line?.focus();
    } else if (event.key === 'Enter' && active) show(active);
    else return;
    event.preventDefault();
  };

  return (
    <section aria-label={t('library.examples')} onKeyDown={onKeyDown}>
      <div className={classes.search}>
        <TextInput ref={box} type="search" aria-label={t('library.search')} placeholder={t('library.searchPlaceholder')} value={typed} rightSection={<Kbd keys="/" />} onChange={(event) => setTyped(event.currentTarget.value)} />
      </div>
      <SectionLabel count={data?.more ? `${examples.length}＋` : examples.length} aside={committeeId !== null && active ? <button type="button" className="quiet" onClick={() => setChoosingItem(true)}>{t('library.cite')} <Kbd keys="c" /></button> : undefined}>
        {text === '' ? t('library.ofThisPaper') : t('library.found')}
      </SectionLabel>
      {examples.length === 0 && data ? <EmptyState title={t(text === '' ? 'library.noExamples' : 'library.nothingFound')} hint={t(text === '' ? 'library.noExamplesHint' : 'library.nothingFoundHint')} /> : null}
      <ul ref={list}>
        {examples.map((example) => (
          <li key={example.id}>
            <button
              type="button"
              data-example={example.id}
              className={`row row-button ${classes.example}`}
              aria-current={example.id === activeId ? 'true' : undefined}
              onClick={() => { setActive(example.id); show(example); }}
            >
              <span>{example.text}</span>
              <span className={classes.soft}>
                {example.cities.map((city) => <CityTag key={city} city={city} />)} {t(`words.short.${example.kind}`)}
                {text === '' ? null : `　${example.paperTitle}`}
                {example.citedAs === null ? null : <b className={classes.cited}>　● {t('library.cited')}</b>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {choosingItem && active ? (
        <PickerDialog
          title={t('library.citeWhere')}
          options={[...items.map((item) => ({ id: item.id, lead: item.number, text: item.title })), { id: '', text: t('board.outside') }]}
          onPick={(itemId) => void cite(active.id, itemId === '' ? null : itemId)}
          onClose={() => setChoosingItem(false)}
        />
      ) : null}
    </section>
  );
}
