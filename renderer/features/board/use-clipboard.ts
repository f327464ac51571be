import { useEffect, useRef } from 'react';
import type { Point } from '../../../electron/contract/board.ts';
import { isTextField } from '../../shared/keys.ts';
import { copyText, readPasted, type TypedPoint } from './point-text.ts';

type Clipboard = { chosen: readonly Point[]; withCities: boolean; onPaste: (lines: TypedPoint[]) => void };

/**
 * Copies the chosen points as lines and takes pasted lines as points. Text fields, dialogs and text that is marked with
 * the mouse keep the clipboard to themselves.
 */
export function useClipboard(clipboard: Clipboard): void {
  const latest = useRef(clipboard);
  latest.current = clipboard;
  useEffect(() => {
    const elsewhere = (event: ClipboardEvent) => isTextField(event.target) || document.querySelector('[role="dialog"]') !== null;
    const onCopy = (event: ClipboardEvent) => {
      const { chosen } = latest.current;
      if (elsewhere(event) || chosen.length === 0 || window.getSelection()?.isCollapsed === false) return;
      event.clipboardData?.setData('text/plain', copyText(chosen));
      event.preventDefault();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (elsewhere(event)) return;
      const lines = readPasted(event.clipboardData?.getData('text/plain') ?? '', latest.current.withCities);
      if (lines.length === 0) return;
      event.preventDefault();
      latest.current.onPaste(lines);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, []);
}
