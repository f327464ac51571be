import { notifications } from '@mantine/notifications';
import { translate } from '../../i18n/index.ts';
import { WithWayBack } from '../../shared/undo-notice.tsx';
import { removeEntry, type Entry } from './import-session.ts';

/** Takes a paper off the list, with a way back to it and its corrections. */
export function discardWithNotice({ id, fileName }: Entry): void {
  const putBack = removeEntry(id);
  const back = () => {
    notifications.hide(`discarded-${id}`);
    putBack();
  };
  notifications.show({
    id: `discarded-${id}`,
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': translate('common.close') },
    message: <WithWayBack message={translate('import.discarded', { file: fileName })} onBack={back} />,
  });
}
