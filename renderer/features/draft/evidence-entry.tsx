import type { CitationPlace } from '../../../electron/contract/board.ts';
import { CITATION_MEDIA_TYPE } from '../../editor/clause-clipboard.ts';
import { useT } from '../../i18n/index.ts';
import { CityTag } from '../../shared/city-tag.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { StateMark } from '../../shared/state-mark.tsx';
import type { Evidence } from './evidence.ts';
import classes from './evidence.module.css';

/** One thing to cite: its state, words and cities, what bears on it, and where it is cited already. */
export function EvidenceEntry({ entry, selected, onSelect, onCite, onGo }: {
  entry: Evidence;
  selected: boolean;
  onSelect: () => void;
  onCite: () => void;
  onGo: (place: CitationPlace) => void;
}) {
  const t = useT();
  const { linked, citations, state } = entry;
  const bearings = [
    linked.viewpoint > 0 ? t('draft.linkedViewpoints', { n: linked.viewpoint }) : '',
    linked.issue > 0 ? t('draft.linkedIssues', { n: linked.issue }) : '',
    linked.example > 0 ? t('draft.linkedExamples', { n: linked.example }) : '',
    linked.note > 0 ? t('draft.linkedNotes', { n: linked.note }) : '',
  ].filter((words) => words !== '');
  return (
    <li className={classes.entry} data-selected={selected || undefined}>
      {state !== null && citations.length === 0 ? <div className={classes.state}><StateMark state={state} /></div> : null}
      {citations.length > 0 ? (
        <div className={classes.state}>
          {citations.map((place) => (
            <button
              key={place.clauseId}
              type="button"
              className={classes.place}
              aria-label={t('draft.citedAt', { place: place.label })}
              onClick={() => onGo(place)}
            >
              <span aria-hidden>●</span> {place.label}
            </button>
          ))}
        </div>
      ) : null}
      <button
        type="button"
        className={classes.words}
        tabIndex={selected ? 0 : -1}
        aria-current={selected || undefined}
        data-evidence={entry.id}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(CITATION_MEDIA_TYPE, entry.id);
          event.dataTransfer.effectAllowed = 'copy';
          onSelect();
        }}
        onClick={onSelect}
        onFocus={onSelect}
        onDoubleClick={onCite}
      >
        {entry.number === '' ? null : <span className={entry.tab === 'note' ? classes.speaker : undefined}>{entry.number}</span>}
        <span>{entry.text}</span>
      </button>
      <div className={classes.meta}>
        {entry.cities.map((city) => <CityTag key={city} city={city} />)}
        {bearings.map((words) => <span key={words}>{words}</span>)}
        {selected ? (
          <button type="button" className={classes.cite} title={t('draft.citeHow')} onMouseDown={(event) => event.preventDefault()} onClick={onCite}>
            <Kbd keys="mod+enter" /> {t('draft.cite')}
          </button>
        ) : null}
      </div>
    </li>
  );
}
