import { useLayoutEffect, useRef } from 'react';
import { EXCERPT_KINDS, POINT_KINDS } from '../../db/domain/words.ts';
import { useScreenCommands, type AppCommand } from '../app/commands.ts';
import { useT } from '../i18n/index.ts';
import { focusLine } from './focus-line.ts';
import { Kbd } from './kbd.tsx';
import { KIND_KEYS } from './kind-menu.tsx';
import type { LineKind } from './records-of-lines.ts';
import { ToolButton } from './tool-button.tsx';
import { shortened } from './undo-notice.tsx';
import type { ChosenLines, Lines } from './use-chosen-lines.ts';
import classes from './add-lines-bar.module.css';

/** Everything that lines can be made by hand, each with its key. */
const LINE_KINDS: readonly LineKind[] = ['deliberation_item', ...POINT_KINDS, ...EXCERPT_KINDS, 'indicator', 'action'];
const KEYS: Record<LineKind, string> = { ...KIND_KEYS, indicator: 's', action: 'j' };

/**
 * Stands in the place of a list's tools while lines of the paper are chosen: the arrows choose them, wherever the focus
 * is, and one key says what they are.
 */
export function AddLinesBar({ choosing, lines, without, onAdd }: {
  choosing: ChosenLines;
  lines: Lines;
  /** Kinds that there are none of here. */
  without?: LineKind;
  onAdd: (kind: LineKind, lines: Lines) => void;
}) {
  const t = useT();
  const bar = useRef<HTMLDivElement>(null);
  // out of the list, whose arrows go through its own lines
  useLayoutEffect(() => bar.current?.focus({ preventScroll: true }), []);
  const leave = () => {
    choosing.end();
    focusLine();
  };
  const key = (keys: string, label: string, run: () => void): AppCommand => ({ id: `lines.${keys}`, label, keys, run, listed: false });
  const kinds = LINE_KINDS.filter((kind) => kind !== without).map((kind): AppCommand => ({
    ...key(KEYS[kind], kind === 'indicator' || kind === 'action' ? t(`words.${kind}`) : t(`words.record.${kind}`), () => onAdd(kind, lines)), id: `lines.${kind}`,
  }));
  const line = t('papers.chooseLine');
  const giveUp = key('escape', t('common.cancel'), leave);
  useScreenCommands([
    key('arrowdown', line, () => choosing.step(1, false)), key('arrowup', line, () => choosing.step(-1, false)),
    key('shift+arrowdown', line, () => choosing.step(1, true)), key('shift+arrowup', line, () => choosing.step(-1, true)),
    key('pagedown', line, () => choosing.step(10, false)), key('pageup', line, () => choosing.step(-10, false)),
    key('arrowright', line, () => choosing.aside(1)), key('arrowleft', line, () => choosing.aside(-1)),
    ...kinds, giveUp,
  ]);
  const { units, cell } = lines;
  const [first, last] = [units[0], units.at(-1)];
  const number = first === last ? `${first?.number ?? ''}` : `${first?.number ?? ''}–${last?.number ?? ''}`;
  return (
    <div ref={bar} role="toolbar" tabIndex={-1} aria-label={t('papers.addLines')} className={classes.bar}>
      <p className={classes.lines} aria-live="polite">
        <span className={classes.number}>{t('papers.linesChosen', { lines: number })}</span>
        <span className={classes.quoted}>{shortened(cell?.text ?? first?.text ?? '', 60)}</span>
      </p>
      <p className={classes.ask}>{t('papers.linesAre')}</p>
      <div className={classes.kinds}>{kinds.map((tool) => <ToolButton key={tool.id} tool={tool} />)}</div>
      <div className={classes.foot}>
        <p className={classes.hint}>{t(first?.cells.length ? 'papers.rowsHint' : 'papers.linesHint')}</p>
        <button type="button" className="quiet" onClick={leave}>{giveUp.label} <Kbd keys="escape" /></button>
      </div>
    </div>
  );
}
