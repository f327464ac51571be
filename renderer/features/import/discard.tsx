import { notifications } from '@mantine/notifications';
import { translate } from '../../i18n/index.ts';
import { WithWayBack } from '../../shared/undo-notice.tsx';
import { endSession, importStore, resumeSession, type Session } from './import-session.ts';

/** Gives a paper up, with a way back to it and its corrections as long as no other paper is in hand. */
export function discardWithNotice(session: Session): void {
  endSession(null);
  const back = () => {
    notifications.hide('discarded');
    if (importStore.get().session === null) resumeSession(session);
  };
  notifications.show({
    id: 'discarded',
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': translate('common.close') },
    message: <WithWayBack message={translate('import.discarded', { file: session.fileName })} onBack={back} />,
  });
}
