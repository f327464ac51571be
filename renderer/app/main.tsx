import './mantine-styles.css';
import './fonts.css';
import './tokens.css';
import { createRoot } from 'react-dom/client';
import { ApiError, invoke, sentenceOf } from './api.ts';
import { App } from './app.tsx';
import { keepOverReloads } from '../features/import/keep-sessions.ts';
import { currentPlace, navigate } from './hash-location.ts';
import { loadPreferences } from './preferences.ts';
import { queryClient } from './query-client.ts';
import { StartFailure } from './start-failure.tsx';

// a refusal that nobody had more to do about was already shown by useCommand
window.addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof ApiError) event.preventDefault();
});

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
const root = createRoot(element);

try {
  const { place } = await loadPreferences();
  // a store that does not open says so here, once, instead of on every screen
  const committees = await invoke('committees.list', {});
  queryClient.setQueryData(['committees.list', {}], committees);
  const committeeId = /^\/c\/([^/?]+)/.exec(place)?.[1];
  const stands = committeeId === undefined || committees.some(({ id }) => id === committeeId);
  if (currentPlace() === '/' && place !== '' && stands) navigate(place, { replace: true });
  keepOverReloads();
  root.render(<App />);
} catch (error) {
  root.render(<StartFailure sentence={sentenceOf(error)} />);
}
