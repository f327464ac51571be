import { Button, Group, Modal, SegmentedControl, Select, Stack } from '@mantine/core';
import { useLayoutEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { POINT_KINDS, type PointKind } from '../../../db/domain/words.ts';
import type { Item } from '../../../electron/contract/board.ts';
import type { Excerpt } from '../../../electron/contract/excerpts.ts';
import { useViewMemory } from '../../app/preferences.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { KIND_KEYS } from '../../shared/kind-menu.tsx';
import { isComposing, isPress } from '../../shared/keys.ts';
import { shortened } from '../../shared/undo-notice.tsx';
import classes from './records-pane.module.css';

const OUTSIDE = 'outside';

type Props = {
  excerpts: readonly Excerpt[];
  items: readonly Item[];
  onMake: (kind: PointKind, itemId: string | null) => Promise<unknown>;
  onClose: () => void;
};

/** Asks as what, and in which item, excerpts are to stand on the board; they stay in the paper as well. */
export function MakePointsDialog(props: Props) {
  const t = useT();
  return (
    <Modal opened onClose={props.onClose} title={t('papers.makePointsTitle', { n: props.excerpts.length })} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <PointsForm {...props} />
    </Modal>
  );
}

function PointsForm({ excerpts, items, onMake, onClose }: Props) {
  const t = useT();
  const [kind, setKind] = useState<PointKind>('issue');
  const [last, setLast] = useViewMemory('papers.makePointsIn', '');
  const [chosen, setItem] = useState<string | null>(null);
  const itemId = chosen ?? items.find(({ id }) => id === last)?.id ?? items[0]?.id ?? OUTSIDE;
  const button = useRef<HTMLButtonElement>(null);
  // before the dialog's own focus, which comes a task later: an Enter right after K is meant for it
  useLayoutEffect(() => button.current?.focus({ preventScroll: true }), []);
  // the same keys as in a preview
  const onKeyDown = (event: KeyboardEvent) => {
    const next = POINT_KINDS.find((each) => isPress(event.nativeEvent, KIND_KEYS[each]));
    if (!next || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setKind(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLast(itemId);
    void onMake(kind, itemId === OUTSIDE ? null : itemId);
    onClose();
  };
  return (
    <form onSubmit={submit} onKeyDown={onKeyDown}>
      <Stack gap="md">
        <p className={classes.quoted}>{shortened(excerpts[0]?.text ?? '', 80)}</p>
        <SegmentedControl value={kind} onChange={setKind} aria-label={t('import.retype')} data={POINT_KINDS.map((each) => ({ value: each, label: <>{t(`words.point.${each}`)} <Kbd keys={KIND_KEYS[each]} /></> }))} />
        <Select
          label={t('words.item')}
          value={itemId}
          onChange={setItem}
          allowDeselect={false}
          data={[...items.map((item) => ({ value: item.id, label: `${item.number}　${shortened(item.title, 40)}` })), { value: OUTSIDE, label: t('import.outsideItems') }]}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('common.back')}</Button>
          <Button ref={button} type="submit" data-autofocus>{t('papers.makeNow')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
