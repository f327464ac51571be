import { SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useWhere } from '../../app/frame/where.ts';
import { setPreferences, usePreferences, useViewMemory } from '../../app/preferences.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { useRead } from '../../shared/use-operation.ts';
import { appKeys } from './app-keys.ts';
import classes from './settings.module.css';

/** Who writes, in which language, how it looks, and where everything is kept. Each choice holds at once. */
export default function SettingsScreen() {
  const t = useT();
  const { language, theme } = usePreferences();
  const [textSize, setTextSize] = useViewMemory('frame.textSize', 'normal');
  const { data: info } = useRead('app.info', {});
  useWhere(t('settings.title'));
  return (
    <main>
      <div className={classes.settings}>
        <h1 className={classes.title}>{t('settings.title')}</h1>
        <Author />
        <Setting label={t('settings.language')}>
          <SegmentedControl
            aria-label={t('settings.language')}
            value={language}
            onChange={(value) => setPreferences({ language: value === 'en' ? 'en' : 'ja' })}
            data={[{ value: 'ja', label: '日本語' }, { value: 'en', label: 'English' }]}
          />
        </Setting>
        <Setting label={t('settings.theme')}>
          <SegmentedControl
            aria-label={t('settings.theme')}
            value={theme}
            onChange={(value) => setPreferences({ theme: value === 'light' || value === 'dark' ? value : 'system' })}
            data={[
              { value: 'system', label: t('settings.themeSystem') },
              { value: 'light', label: t('settings.themeLight') },
              { value: 'dark', label: t('settings.themeDark') },
            ]}
          />
        </Setting>
        <Setting label={t('settings.textSize')}>
          <SegmentedControl
            aria-label={t('settings.textSize')}
            value={textSize}
            onChange={setTextSize}
            data={[{ value: 'normal', label: t('settings.textNormal') }, { value: 'large', label: t('settings.textLarge') }]}
          />
        </Setting>
        {info ? (
          <>
            <Setting label={t('settings.store')} hint={t('settings.storeHint')}>
              <code className={classes.path}>{info.storePath}</code>
            </Setting>
            <Setting label={t('settings.version')}>{t('settings.versionLine', { version: info.version, platform: info.platform, shell: info.shell })}</Setting>
          </>
        ) : null}
        <Setting label={t('settings.keys')}>
          <div className={classes.keys}>
            {appKeys(t).map(({ place, lines }) => (
              <section key={place} className={classes.place}>
                <h3 className={classes.placeName}>{place}</h3>
                <ul>
                  {lines.map(([label, ...keys]) => (
                    <li key={label} className={classes.keyLine}>
                      <span className={classes.caps}>{keys.map((each) => <Kbd key={each} keys={each} />)}</span>
                      <span className={classes.does}>{label}</span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </Setting>
      </div>
    </main>
  );
}

function Setting({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <section className={classes.setting}>
      <h2 className={classes.label}>{label}</h2>
      <div>
        {children}
        {hint ? <p className={classes.hint}>{hint}</p> : null}
      </div>
    </section>
  );
}

function Author() {
  const t = useT();
  const [name, setName] = useState(usePreferences().author);
  const save = useDebouncedCallback((typed: string) => setPreferences({ author: typed.trim() }), { delay: 600, flushOnUnmount: true });
  return (
    <Setting label={t('settings.author')} hint={t('settings.authorHint')}>
      <TextInput
        aria-label={t('settings.author')}
        placeholder={t('settings.authorPlaceholder')}
        value={name}
        maxLength={200}
        onChange={(event) => {
          setName(event.currentTarget.value);
          save(event.currentTarget.value);
        }}
        onBlur={save.flush}
      />
    </Setting>
  );
}
