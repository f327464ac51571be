import { IconBooks, IconBuildingCommunity, IconDownload, IconFiles, IconFileText, IconMenu2, IconMessage, IconSettings } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useT } from '../../i18n/index.ts';
import { keyLabel } from '../../shared/keys.ts';
import { usePlace } from '../hash-location.ts';
import { routes } from '../routes.ts';
import classes from './frame.module.css';

/** The screens of a committee, in the order of its work. */
export function railPlaces(committeeId: string) {
  return [
    { screen: 'board', label: 'words.item', icon: IconMenu2, path: routes.board(committeeId) },
    { screen: 'meetings', label: 'words.meeting', icon: IconMessage, path: routes.meetings(committeeId) },
    { screen: 'draft', label: 'words.draft', icon: IconFileText, path: routes.draft(committeeId) },
    { screen: 'papers', label: 'words.paper', icon: IconFiles, path: routes.papers(committeeId) },
    { screen: 'library', label: 'words.library', icon: IconBuildingCommunity, path: routes.committeeLibrary(committeeId) },
    { screen: 'export', label: 'words.export', icon: IconDownload, path: routes.export(committeeId) },
  ] as const;
}

/** The switch between screens, with words under the icons; the shelf and the settings at its ends. */
export function Rail({ committeeId }: { committeeId: string | null }) {
  const t = useT();
  const place = usePlace();
  const current = place.split('?')[0]?.split('/')[3];
  return (
    <nav className={classes.rail} aria-label={t('common.mainNavigation')}>
      <div>
        {committeeId === null ? (
          <>
            <Entry path={routes.shelf()} label={t('common.shelfShort')} icon={IconBooks} current={place === '/'} keys="mod+shift+o" />
            <Entry path={routes.library()} label={t('words.library')} icon={IconBuildingCommunity} current={place.startsWith('/library')} keys="mod+5" />
          </>
        ) : (
          railPlaces(committeeId).map(({ screen, label, icon, path }, index) => (
            <Entry key={screen} path={path} label={t(label)} icon={icon} current={screen === current} keys={`mod+${index + 1}`} />
          ))
        )}
      </div>
      <div>
        {committeeId === null ? null : <Entry path={routes.shelf()} label={t('common.shelfShort')} icon={IconBooks} current={false} keys="mod+shift+o" />}
        <Entry path={routes.settings()} label={t('common.settings')} icon={IconSettings} current={place === '/settings'} keys="mod+," />
      </div>
    </nav>
  );
}

function Entry({ path, label, icon: Icon, current, keys }: { path: string; label: string; icon: ComponentType<{ size: number; stroke: number; 'aria-hidden': boolean }>; current: boolean; keys: string }) {
  return (
    <a href={`#${path}`} className={classes.entry} aria-current={current ? 'page' : undefined} title={keyLabel(keys)}>
      <Icon size={22} stroke={1.6} aria-hidden />
      {label}
    </a>
  );
}
