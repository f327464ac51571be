import { door } from './api.ts';
import { translate } from '../i18n/index.ts';

/** What stands in the window when not even the preferences could be read. */
export function StartFailure({ sentence }: { sentence: string }) {
  const words = door ? sentence : translate('common.noApi');
  return (
    <main style={{ maxWidth: '40em', margin: '18vh auto', padding: '0 24px' }}>
      <h1 style={{ fontSize: 'var(--size-large)', marginBottom: 8 }}>{translate('common.app')}</h1>
      <p role="alert">{words}</p>
      {door ? (
        <p style={{ marginTop: 16 }}>
          <button type="button" className="quiet" onClick={() => window.location.reload()}>{translate('common.tryAgain')}</button>
        </p>
      ) : null}
    </main>
  );
}
