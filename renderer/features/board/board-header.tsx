import { Menu } from '@mantine/core';
import type { Item } from '../../../electron/contract/board.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/kbd.tsx';
import classes from './board.module.css';

export type BoardHeaderProps = {
  item: Item | null;
  title: string;
  city: string | null;
  cities: readonly { city: string; points: number }[];
  hidden: number;
  onCity: (city: string | null) => void;
  onLibrary: () => void;
};

/** The item of the board, how its issues stand, and the filter by city, which always says how much it hides. */
export function BoardHeader({ item, title, city, cities, hidden, onCity, onLibrary }: BoardHeaderProps) {
  const t = useT();
  return (
    <header className={classes.header}>
      <h1 className={classes.title}>{title}</h1>
      {item === null ? null : (
        <p className={classes.tally}>
          <span data-state="open">{t('board.open', { n: item.openIssues })}</span>
          <span data-state="answered">{t('board.answered', { n: item.answeredIssues })}</span>
          {item.reasonedIssues > 0 ? <span data-state="reasoned">{t('board.reasoned', { n: item.reasonedIssues })}</span> : null}
        </p>
      )}
      <div className={classes.filter}>
        <button type="button" className="quiet" onClick={onLibrary}>{t('library.pick')} <Kbd keys="shift+e" /></button>
        {hidden > 0 ? <span className={classes.hidden} role="status">{t('board.hidden', { n: hidden })}</span> : null}
        {cities.length === 0 && city === null ? null : (
          <Menu>
            <Menu.Target>
              <button type="button" className="quiet">{t('board.cityFilter', { city: city ?? t('common.all') })}</button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.RadioGroup value={city ?? ''} onChange={(next) => onCity(next === '' ? null : next)}>
                <Menu.RadioItem value="" closeMenuOnClick>{t('common.all')}</Menu.RadioItem>
                {cities.map((each) => (
                  <Menu.RadioItem key={each.city} value={each.city} closeMenuOnClick rightSection={<span className={classes.menuCount}>{each.points}</span>}>
                    {each.city}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Dropdown>
          </Menu>
        )}
        {city === null ? null : <button type="button" className="quiet" onClick={() => onCity(null)}>{t('board.showAll')}</button>}
      </div>
    </header>
  );
}
