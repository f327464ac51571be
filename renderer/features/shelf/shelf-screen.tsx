import { useState } from 'react';
import { useWhere } from '../../app/frame/where.ts';
import { useScreenCommands } from '../../app/commands.ts';
import { usePreferences, useViewMemory } from '../../app/preferences.ts';
import { go, routes } from '../../app/routes.ts';
import { sentenceOf } from '../../app/api.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { useCommand, useRead } from '../../shared/use-operation.ts';
import { openImport } from '../import/import-session.ts';
import { AskAuthor } from './ask-author.tsx';
import { CommitteeList } from './committee-list.tsx';
import { NewCommittee } from './new-committee.tsx';
import { ResumeImport } from './resume-import.tsx';
import { FirstWays, type Ways } from './ways.tsx';
import classes from './shelf.module.css';

/** The shelf of committees; on the first start, the three ways to begin. */
export default function ShelfScreen() {
  const t = useT();
  const list = useRead('committees.list', {});
  const sample = useCommand('committees.openSample');
  const { author } = usePreferences();
  const [asked, setAsked] = useViewMemory('shelf.askedAuthor', false);
  const [creating, setCreating] = useState(false);
  useWhere(t('common.shelf'));

  const ways: Ways = {
    import: () => openImport(null),
    create: () => setCreating(true),
    sample: () => void sample.run({}).then(({ committeeId }) => go(routes.board(committeeId))),
  };
  useScreenCommands([
    { id: 'shelf.new', label: t('shelf.newCommittee'), keys: 'n', run: ways.create },
    { id: 'shelf.sample', label: t('shelf.openSample'), run: ways.sample },
  ]);

  if (list.error) return <main><EmptyState heading title={t('common.failedToRead')} hint={sentenceOf(list.error)} /></main>;
  if (!list.data) return <main aria-busy />;
  const first = list.data.length === 0;
  return (
    <main>
      <div className={classes.shelf}>
        <ResumeImport />
        {first ? (
          <>
            <h1 className={classes.welcome}>{t('shelf.welcome')}</h1>
            <p className={classes.lead}>{t('shelf.welcomeHint')}</p>
            {creating ? <NewCommittee onClose={() => setCreating(false)} /> : <FirstWays ways={ways} />}
          </>
        ) : (
          <>
            <CommitteeList committees={list.data} ways={ways} />
            {creating ? <NewCommittee onClose={() => setCreating(false)} /> : null}
          </>
        )}
        {author === '' && !asked && !first ? <AskAuthor onLater={() => setAsked(true)} /> : null}
      </div>
    </main>
  );
}
