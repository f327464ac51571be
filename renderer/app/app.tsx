import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Router } from 'wouter';
import { useLanguage } from '../i18n/index.ts';
import { listenForKeys } from './commands.ts';
import { Frame } from './frame/frame.tsx';
import { hashHref, useHashLocation, useHashSearch } from './hash-location.ts';
import { usePreferences, useViewMemory } from './preferences.ts';
import { followChanges, queryClient } from './query-client.ts';
import { Screens } from './screens.tsx';
import { cssVariables, theme } from './theme.ts';

/** The providers, the frame and the screen of the present place. */
export function App() {
  const preferences = usePreferences();
  const language = useLanguage();
  const system = useColorScheme();
  const [textSize] = useViewMemory('frame.textSize', 'normal');

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['textSize'] = textSize;
  }, [language, textSize]);
  useEffect(followChanges, []);
  useEffect(listenForKeys, []);

  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={preferences.theme === 'system' ? system : preferences.theme}>
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashLocation} searchHook={useHashSearch} hrefs={hashHref}>
          <Notifications position="bottom-right" containerWidth={320} limit={3} zIndex={500} />
          <Frame>
            <Screens />
          </Frame>
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  );
}
