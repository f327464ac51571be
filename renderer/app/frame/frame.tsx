import { useEffect, type ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import { SearchPalette, openPalette } from '../../features/search/search-palette.tsx';
import { DropToImport } from '../../features/import/drop-to-import.tsx';
import { openImport } from '../../features/import/import-session.ts';
import { useScreenCommands } from '../commands.ts';
import { usePlace } from '../hash-location.ts';
import { preferences, setPreferences } from '../preferences.ts';
import { go, routes, useCommitteeId } from '../routes.ts';
import { FootLine } from './foot-line.tsx';
import { Rail, railPlaces } from './rail.tsx';
import { TitleRow } from './title-row.tsx';
import { useUndo } from './use-undo.ts';
import classes from './frame.module.css';

/** The frame around every screen: title row, rail, foot line; and what is the same everywhere: keys, palette, drop. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useT();
  const committeeId = useCommitteeId();
  const history = useUndo(committeeId);
  useRememberedPlace(committeeId);

  useScreenCommands([
    { id: 'palette', label: t('common.searchBox'), keys: 'mod+k', run: openPalette, listed: false },
    ...(committeeId === null
      ? [{ id: 'go.library', label: t('words.library'), keys: 'mod+5', run: () => go(routes.library()) }]
      : [
          { id: 'undo', label: t('common.undo'), keys: 'mod+z', run: history.undo },
          { id: 'redo', label: t('common.redo'), keys: 'mod+shift+z', run: history.redo },
          { id: 'redo.y', label: t('common.redo'), keys: 'mod+y', run: history.redo, listed: false },
          ...railPlaces(committeeId).map(({ screen, label, path }, index) => ({ id: `go.${screen}`, label: t(label), keys: `mod+${index + 1}`, run: () => go(path) })),
        ]),
    { id: 'go.shelf', label: t('common.shelf'), keys: 'mod+shift+o', run: () => go(routes.shelf()) },
    { id: 'go.import', label: t('import.open'), keys: 'mod+o', run: () => openImport(committeeId) },
    { id: 'go.settings', label: t('common.settings'), keys: 'mod+,', run: () => go(routes.settings()) },
  ]);

  return (
    <div className={classes.frame}>
      <TitleRow committeeId={committeeId} history={history} />
      <Rail committeeId={committeeId} />
      <div className={classes.screen}>{children}</div>
      <FootLine savedAt={history.savedAt} />
      <SearchPalette committeeId={committeeId} />
      <DropToImport committeeId={committeeId} />
    </div>
  );
}

/** Keeps the place, so that the next start opens where this one was left. */
function useRememberedPlace(committeeId: string | null) {
  const place = usePlace();
  useEffect(() => {
    // arrival targets are for once, so the place is kept without them
    const kept = place.split('?')[0] ?? '/';
    const wait = setTimeout(() => {
      if (preferences().place !== kept) setPreferences(committeeId ? { place: kept, lastCommitteeId: committeeId } : { place: kept });
    }, 300);
    return () => clearTimeout(wait);
  }, [place, committeeId]);
}
