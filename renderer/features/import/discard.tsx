import { notifications } from '@mantine/notifications';
import { translate } from '../../i18n/index.ts';
import { WithWayBack } from '../../shared/undo-notice.tsx';
import { removeEntry, type Entry } from './import-session.ts';

const ID = 'discarded';
/** Ways back that the notice which stands offers, the last to go first. */
let offered: readonly (() => void)[] = [];

/** Takes a paper off the list, with a way back to it and its corrections; papers that go one after the other share a notice. */
export function discardWithNotice({ id, fileName }: Entry): void {
  const ways = [removeEntry(id), ...offered];
  notifications.hide(ID);
  offered = ways;
  notifications.show({
    id: ID,
    autoClose: 10_000,
    onClose: () => { offered = []; },
    closeButtonProps: { 'aria-label': translate('common.close') },
    message: (
      <WithWayBack
        message={ways.length === 1 ? translate('import.discarded', { file: fileName }) : translate('import.discardedMany', { n: ways.length })}
        onBack={() => {
          notifications.hide(ID);
          for (const back of ways) back();
        }}
      />
    ),
  });
}
