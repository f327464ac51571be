import { useEffect, useRef } from 'react';
import { createStore, useStore } from '../shared/store.ts';
import { isComposing, isPress, isTextField } from '../shared/keys.ts';

/** Something a person can do from the palette or by a key. */
export type AppCommand = {
  /** Stable, for 「recently used」: 「board.addIssue」. */
  id: string;
  label: string;
  /** Shortcut such as 「mod+k」「v」; keys without mod or alt never fire while text is typed. */
  keys?: string;
  run(): void;
  /** false: only a key, not a line of the palette. */
  listed?: boolean;
  disabled?: boolean;
};

const registry = createStore<readonly (readonly AppCommand[])[]>([]);

/** Every command that applies now; those of the screen come before those of the frame. */
export function useCommands(): AppCommand[] {
  return useStore(registry).toReversed().flat().filter((command) => !command.disabled);
}

/**
 * Offers commands while the caller is on the screen: their keys work and the palette lists them.
 * The array may be made anew at every render.
 */
export function useScreenCommands(commands: readonly AppCommand[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  const signature = commands.map((command) => `${command.id}|${command.label}|${command.keys ?? ''}|${command.disabled ?? ''}|${command.listed ?? ''}`).join('\n');
  useEffect(() => {
    const offered = latest.current.map((command) => ({ ...command, run: () => latest.current.find(({ id }) => id === command.id)?.run() }));
    registry.set((all) => [...all, offered]);
    return () => registry.set((all) => all.filter((group) => group !== offered));
  }, [signature]);
}

/** The one key listener of the window; gives back what stops it. Dialogs keep their keys to themselves. */
export function listenForKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event)) return;
    const typing = isTextField(event.target);
    const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"], [role="listbox"][data-combobox]') !== null;
    for (const command of registry.get().toReversed().flat()) {
      if (!command.keys || command.disabled || !isPress(event, command.keys)) continue;
      const bare = !/\b(mod|alt)\+/.test(command.keys);
      if ((bare && typing) || (inDialog && command.id !== 'palette')) continue;
      if (typing && command.keys.endsWith('+z') && keepsOwnUndo(event.target)) return;
      event.preventDefault();
      command.run();
      return;
    }
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

/**
 * Whether undo belongs to the text field: one that holds what is not saved yet. A field says so itself with
 * `data-own-undo="true|false"` (on it or around it); without a word, a field that is not empty keeps its own.
 */
function keepsOwnUndo(field: HTMLElement): boolean {
  const said = field.closest('[data-own-undo]')?.getAttribute('data-own-undo');
  if (said !== null && said !== undefined) return said === 'true';
  return 'value' in field ? field.value !== '' : true;
}
