import { useRef, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useScreenCommands } from '../app/commands.ts';
import { useViewMemory } from '../app/preferences.ts';
import { useT } from '../i18n/index.ts';
import { keyLabel } from './keys.ts';
import classes from './workbench.module.css';

const NARROWEST = 180;
const WIDEST = 560;
const clamp = (width: number) => Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));

export type WorkbenchProps = {
  /** Names what is remembered: 「board」 keeps board.left, board.leftFolded… */
  id: string;
  left?: ReactNode;
  middle: ReactNode;
  right?: ReactNode;
  leftWidth?: number;
  rightWidth?: number;
  leftLabel?: string;
  rightLabel?: string;
};

/**
 * Three panes: what there is, the thing itself, what bears on it. The outer two can be folded (Ctrl [ and Ctrl ]) and
 * resized by mouse or arrow keys; widths are remembered per screen.
 */
export function Workbench({ id, left, middle, right, leftWidth = 270, rightWidth = 330, leftLabel, rightLabel }: WorkbenchProps) {
  const t = useT();
  const leftPane = usePane(`${id}.left`, leftWidth);
  const rightPane = usePane(`${id}.right`, rightWidth);
  useScreenCommands([
    ...(left === undefined ? [] : [{ id: 'frame.foldLeft', label: t(leftPane.folded ? 'common.unfoldLeft' : 'common.foldLeft'), keys: 'mod+[', run: leftPane.toggle }]),
    ...(right === undefined ? [] : [{ id: 'frame.foldRight', label: t(rightPane.folded ? 'common.unfoldRight' : 'common.foldRight'), keys: 'mod+]', run: rightPane.toggle }]),
  ]);
  return (
    <div className={classes.bench}>
      {left === undefined ? null : <Side side="left" pane={leftPane} label={leftLabel}>{left}</Side>}
      <main className={classes.middle}>{middle}</main>
      {right === undefined ? null : <Side side="right" pane={rightPane} label={rightLabel}>{right}</Side>}
    </div>
  );
}

type Pane = ReturnType<typeof usePane>;

function usePane(key: string, initial: number) {
  const [width, setWidth] = useViewMemory(key, initial);
  const [folded, setFolded] = useViewMemory(`${key}Folded`, false);
  return { width: clamp(width), setWidth, folded, toggle: () => setFolded(!folded) };
}

function Side({ side, pane, label, children }: { side: 'left' | 'right'; pane: Pane; label: string | undefined; children: ReactNode }) {
  const t = useT();
  const aside = useRef<HTMLElement>(null);
  const left = side === 'left';
  const keys = keyLabel(left ? 'mod+[' : 'mod+]');
  if (pane.folded) {
    const open = t(left ? 'common.unfoldLeft' : 'common.unfoldRight');
    return (
      <aside className={classes.fold} aria-label={label}>
        <button type="button" className={classes.folded} data-side={side} aria-label={open} title={`${open}　${keys}`} onClick={pane.toggle}>
          <span aria-hidden>{left ? '›' : '‹'}</span>
        </button>
      </aside>
    );
  }
  const separator = <Separator side={side} pane={pane} aside={aside} />;
  return (
    <aside ref={aside} className={classes.side} style={{ '--width': `${pane.width}px` } as CSSProperties} aria-label={label}>
      {left ? null : separator}
      <div className={classes.content}>{children}</div>
      {left ? separator : null}
    </aside>
  );
}

/** The hairline between two panes: drag it, or move it with the arrow keys; Enter or a double click folds the pane. */
function Separator({ side, pane, aside }: { side: 'left' | 'right'; pane: Pane; aside: React.RefObject<HTMLElement | null> }) {
  const t = useT();
  const grip = useRef<{ x: number; width: number } | null>(null);
  const widthAt = (x: number) => (grip.current ? clamp(grip.current.width + (side === 'left' ? x - grip.current.x : grip.current.x - x)) : pane.width);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width: pane.width };
  };
  const onPointerMove = (event: PointerEvent) => {
    // while dragging only the style moves; the width is remembered once, at the end
    if (grip.current) aside.current?.style.setProperty('--width', `${widthAt(event.clientX)}px`);
  };
  const onPointerUp = (event: PointerEvent) => {
    if (grip.current) pane.setWidth(widthAt(event.clientX));
    grip.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const outwards = side === 'left' ? 'ArrowRight' : 'ArrowLeft';
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') pane.setWidth(clamp(pane.width + (event.key === outwards ? 16 : -16)));
    else if (event.key === 'Enter') pane.toggle();
    else return;
    event.preventDefault();
  };
  return (
    // a focusable separator is the ARIA pattern for a splitter
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('common.resizePane')}
      aria-valuenow={pane.width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      className={classes.separator}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onDoubleClick={pane.toggle}
      onKeyDown={onKeyDown}
    />
  );
}
