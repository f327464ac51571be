import type { Passage } from '../../electron/contract/board.ts';
import { useT } from '../i18n/index.ts';
import { wordsAlone } from './paper-dressing.ts';
import classes from './passage-view.module.css';

/** Where a passage stands, as one reads it aloud: 「資料2「区役所の要望対応について」12行」. */
export function usePassagePlace(): (passage: Passage) => string {
  const t = useT();
  return (passage) =>
    t(passage.paperLabel === '' ? 'board.passagePlaceUnlabelled' : 'board.passagePlace', { label: passage.paperLabel, title: passage.paperTitle, line: passage.line });
}

/** Characters of the paper shown on either side of a passage. */
const AROUND = 70;
const tidy = (text: string) => wordsAlone(text).replace(/\s*\n\s*/g, '\n');
const leadIn = (text: string) => (text.length > AROUND ? `…${text.slice(-AROUND).trimStart()}` : text.trimStart());
const leadOut = (text: string) => (text.length > AROUND ? `${text.slice(0, AROUND).trimEnd()}…` : text.trimEnd());

/** A passage marked in its paper, with the text around it; one click opens the paper at the place. */
export function PassageView({ passage, onOpen }: { passage: Passage; onOpen: () => void }) {
  const t = useT();
  const placeOf = usePassagePlace();
  return (
    <figure className={classes.passage}>
      <figcaption>
        <button type="button" className={classes.place} title={t('board.openPaper')} onClick={onOpen}>
          {placeOf(passage)}
        </button>
      </figcaption>
      <blockquote className={classes.sheet} onClick={onOpen}>
        {leadIn(tidy(passage.before))}
        <mark>{tidy(passage.quote)}</mark>
        {leadOut(tidy(passage.after))}
      </blockquote>
    </figure>
  );
}
